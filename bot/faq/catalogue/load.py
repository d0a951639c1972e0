"""The FAQ as the bot uses it, read from a file that was found good."""

from collections.abc import Sequence
from pathlib import Path

from bot.faq.catalogue.check import inspect, inspect_text
from bot.faq.catalogue.entry import Catalogue, Entry
from bot.yamlfiles import Problem

__all__ = ["Catalogue", "CatalogueInvalid", "Entry", "is_harmless", "load", "load_text", "made_of"]

# these cost a button or make two answers rivals; everything else would cost the answer itself
_HARMLESS = frozenset(
    {
        "dead-link",
        "unknown-action",
        "no-screen",
        "duplicate-question",
        "days-reversed",
        "answer-for-all",
        "answer-unreached",
        "title-for-nobody",
        "misspelt-value",
        "attachment-path",
        "attachment-kind",
        "attachment-address",
        "attachment-missing",
        "attachment-empty",
        "only-values",
        "attachment-too-large",
        "attachments-too-many",
    }
)


class CatalogueInvalid(Exception):  # noqa: N818 - named as the sentence it tells
    """A file can't serve as a catalogue; `problems` holds everything that is wrong with it."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("; ".join(f"{item.file}:{item.line}:{item.column}: {item.code}" for item in problems))
        self.problems = tuple(problems)


def load(path: Path) -> Catalogue:
    """Reads the FAQ at `path`. Raises `CatalogueInvalid` when an answer in it could not be given."""
    return made_of(*inspect(path))


def load_text(text: str | bytes, file: str) -> Catalogue:
    """The same for a FAQ that isn't on disk; `file` names it in problems."""
    return made_of(*inspect_text(text, file))


def is_harmless(problem: Problem) -> bool:
    """Whether a FAQ can serve in spite of a problem."""
    return problem.severity == "warning" or problem.code in _HARMLESS


def made_of(entries: Sequence[Entry], problems: Sequence[Problem]) -> Catalogue:
    """What was read, if it can serve. Raises `CatalogueInvalid`."""
    if not all(map(is_harmless, problems)):
        raise CatalogueInvalid(problems)
    return Catalogue(entries=tuple(entry for entry in entries if not entry.hidden))
