"""What an FAQ is made of: entries, each with the ways people ask it and what is answered to whom."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError

from bot.texts import Language

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
EntryId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=48)]


def _day(value: Any) -> Any:
    """Only `2026-12-31`: pydantic by itself takes numbers of seconds, too."""
    if isinstance(value, str) and not re.fullmatch(r"\d{4}-\d\d-\d\d", value.strip()):
        raise PydanticCustomError("day", "not a day")
    return value.strip() if isinstance(value, str) else value


def _several(value: Any) -> Any:
    """One text stands for a list of one."""
    return [value] if isinstance(value, str) else value


Day = Annotated[date, BeforeValidator(_day)]


class Alternative(BaseModel):
    """Another answer, for those whom all of its conditions fit; one without a condition would fit everybody.

    `tariff` are names as billing has them; `since` and `until` are days in the provider's zone, both included.
    `question` is how the entry is called for readers of `language`.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    language: Language | None = None
    question: Text | None = None
    tariff: Annotated[tuple[Text, ...], BeforeValidator(_several)] = ()
    since: Day | None = Field(default=None, alias="from")
    until: Day | None = None
    answer: Text


class Entry(BaseModel):
    """One question with its answer. `answer` is Telegram HTML; `actions` are checked by `bot.faq.catalogue.check`.

    Of `answers` the first that fits the reader takes the place of `answer`, see `telling.py`. `attachments` are
    paths relative to the file, or https addresses. A `hidden` entry is checked, but nobody sees it.
    `opens` is the action that a bare wish for the thing ("my balance") opens at once, see `bot.faq.errand`.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: EntryId
    category: Text
    question: Text
    variants: tuple[Text, ...] = ()
    keywords: tuple[Text, ...] = ()
    answer: Text
    answers: tuple[Alternative, ...] = ()
    attachments: tuple[Text, ...] = ()
    actions: tuple[Text, ...] = ()
    opens: Text | None = None
    hidden: bool = False

    @property
    def ways(self) -> tuple[str, ...]:
        """All phrases in which the entry is asked, in every language."""
        return (self.question, *self.variants, *(other.question for other in self.answers if other.question))

    def title(self, language: Language) -> str:
        """The question for readers of a language."""
        own = (other.question for other in self.answers if other.language == language and other.question)
        return next(own, self.question)


class Catalogue(BaseModel):
    """The entries that are shown, in the order of their file; ids are unique."""

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
