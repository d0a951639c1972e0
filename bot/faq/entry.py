"""What an FAQ is made of: entries, each with the ways people ask it and the one answer."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
EntryId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=48)]


class Entry(BaseModel):
    """One question with its answer. `answer` is Telegram HTML; `actions` are checked by `bot.faq.check`.

    `opens` is the action that a bare wish for the thing ("my balance") opens at once, see `bot.faq.errand`.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: EntryId
    category: Text
    question: Text
    variants: tuple[Text, ...] = ()
    keywords: tuple[Text, ...] = ()
    answer: Text
    actions: tuple[Text, ...] = ()
    opens: Text | None = None


class Catalogue(BaseModel):
    """All entries in the order of their file; ids are unique."""

    model_config = ConfigDict(frozen=True, ignored_types=(cached_property,))

    entries: tuple[Entry, ...] = Field(min_length=1)

    @cached_property
    def by_id(self) -> Mapping[str, Entry]:
        return {entry.id: entry for entry in self.entries}

    @cached_property
    def categories(self) -> Mapping[str, tuple[Entry, ...]]:
        """Entries by category, categories in the order in which the file first names them."""
        names = dict.fromkeys(entry.category for entry in self.entries)
        return {name: _of(self.entries, name) for name in names}


def _of(entries: Iterable[Entry], category: str) -> tuple[Entry, ...]:
    return tuple(entry for entry in entries if entry.category == category)
