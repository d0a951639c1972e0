"""What a new FAQ changes: entries added, changed, hidden and removed, and questions that are answered otherwise."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import NamedTuple

from bot.faq.book import Book
from bot.faq.catalogue.entry import Entry

MOST_QUESTIONS = 3000
"""So many are asked at most: a minute's work for the largest FAQ, a second's for most."""
A_BATCH = 50
OFFERED = 3
"""How many questions the bot offers when it isn't sure."""


@dataclass(frozen=True, slots=True)
class Changed:
    """An entry before and after, and the keys that differ."""

    before: Entry
    after: Entry
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """By entries, in the order of their file."""

    added: tuple[Entry, ...] = ()
    changed: tuple[Changed, ...] = ()
    removed: tuple[Entry, ...] = ()
    moved: bool = False

    def counts(self) -> dict[str, int]:
        """How many of each, as a version's note keeps it."""
        return {"added": len(self.added), "changed": len(self.changed), "removed": len(self.removed)}


class Outcome(NamedTuple):
    """What a question comes to: `kind` as in `Decision`, and the entry given or those offered, best first."""

    kind: str
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shift:
    """A question, and what becomes of it before and after; `meant` is the entry that a new phrase misses."""

    text: str
    before: Outcome
    after: Outcome
    meant: Entry | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """All of it; `asked` is how many questions were tried."""

    difference: Difference
    shifts: tuple[Shift, ...] = field(default=())
    asked: int = 0


def difference(before: Sequence[Entry], after: Sequence[Entry]) -> Difference:
    """Entries by id."""
    old, new = {entry.id: entry for entry in before}, {entry.id: entry for entry in after}
    changed = ((old[entry.id], entry) for entry in after if entry.id in old and old[entry.id] != entry)
    both = [[entry.id for entry in entries if entry.id in old and entry.id in new] for entries in (before, after)]
    return Difference(
        added=tuple(entry for entry in after if entry.id not in old),
        changed=tuple(Changed(one, other, _keys(one, other)) for one, other in changed),
        removed=tuple(entry for entry in before if entry.id not in new),
        moved=both[0] != both[1],
    )


def _keys(one: Entry, other: Entry) -> tuple[str, ...]:
    return tuple(name for name in type(one).model_fields if getattr(one, name) != getattr(other, name))


def questions(found: Difference, after: Book, asked_lately: Iterable[str]) -> list[str]:
    """Known ways to ask: what was asked lately, then those of entries that change or go, then the others', once."""
    before = (*(one.before for one in found.changed), *found.removed)
    touched = (*found.added, *(one.after for one in found.changed), *before)
    entries = (entry for entry in (*touched, *after.catalogue.entries) if not entry.hidden)
    own = (phrase for entry in entries for phrase in entry.ways)
    known = dict.fromkeys(text.strip() for text in (*asked_lately, *own))
    return list(islice(known, MOST_QUESTIONS))


def shifts(
    found: Difference, before: Book, after: Book, texts: Sequence[str], progress: Callable[[int], None]
) -> Iterator[Shift]:
    """Questions of which the answer changes, and new phrases that don't lead to their entry.

    That an added entry answers to its own words is no news. `progress` hears how many were tried.
    """
    brought = {phrase: entry.id for entry in found.added for phrase in entry.ways}
    new = _new_phrases(found)
    for number, text in enumerate(texts):
        if number % A_BATCH == 0:
            progress(number)
        was, will_be = outcome(before, text), outcome(after, text)
        meant = new.get(text)
        if meant is not None and meant.id not in will_be.ids:
            yield Shift(text, was, will_be, meant)
        elif not _alike(was, will_be) and will_be != ("answer", (brought.get(text),)):
            yield Shift(text, was, will_be)


def _new_phrases(found: Difference) -> dict[str, Entry]:
    """Ways to ask that an entry didn't have before."""
    old = {one.after.id: one.before.ways for one in found.changed}
    touched = (*found.added, *(one.after for one in found.changed))
    shown = (entry for entry in touched if not entry.hidden)
    return {phrase: entry for entry in shown for phrase in entry.ways if phrase not in old.get(entry.id, ())}


def outcome(book: Book, text: str) -> Outcome:
    """What a book makes of a question; several in one message count by the first."""
    decision = book.ask(text)
    shown = {"answer": 1, "suggest": OFFERED}.get(decision.kind, 0)
    return Outcome(decision.kind, tuple(match.id for match in decision.matches[:shown]))


def _alike(one: Outcome, other: Outcome) -> bool:
    """The same choice in another order is the same choice."""
    return one.kind == other.kind and set(one.ids) == set(other.ids)
