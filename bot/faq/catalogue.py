"""The FAQ as the bot uses it, read from a file that was found good."""

from collections.abc import Sequence
from pathlib import Path

from bot.faq.check import inspect
from bot.faq.entry import Catalogue, Entry
from bot.yamlfiles import Problem

__all__ = ["Catalogue", "CatalogueInvalid", "Entry", "load"]

# these cost a button or make two answers rivals; everything else would cost the answer itself
_HARMLESS = frozenset({"dead-link", "unknown-action", "duplicate-question"})


class CatalogueInvalid(Exception):  # noqa: N818 - named as the sentence it tells
    """A file can't serve as a catalogue; `problems` holds everything that is wrong with it."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("; ".join(f"{item.file}:{item.line}:{item.column}: {item.code}" for item in problems))
        self.problems = tuple(problems)


def load(path: Path) -> Catalogue:
    """Reads the FAQ at `path`. Raises `CatalogueInvalid` when an answer in it could not be given."""
    entries, problems = inspect(path)
    if any(problem.severity == "error" and problem.code not in _HARMLESS for problem in problems):
        raise CatalogueInvalid(problems)
    return Catalogue(entries=tuple(entries))
