"""The FAQ file: its model, its mistakes, its edits, and how an answer reaches its reader."""
