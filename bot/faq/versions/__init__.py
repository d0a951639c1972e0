"""Which FAQ is in force: versions, reload, differences."""
