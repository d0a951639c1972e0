"""Which entry a question means, and how sure that is."""
