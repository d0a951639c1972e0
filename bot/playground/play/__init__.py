"""The people's side over HTTP: for the browser page, and for drivers outside of Python."""
