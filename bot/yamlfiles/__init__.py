"""The provider's YAML files: read safely, every mistake with its line and column."""

from bot.yamlfiles.document import Document, Key, Problem, read, read_text
from bot.yamlfiles.model import FileInvalid, load_model

__all__ = ["Document", "FileInvalid", "Key", "Problem", "load_model", "read", "read_text"]
