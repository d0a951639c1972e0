"""Asks the FAQ, and says what to do when it doesn't know."""

from collections.abc import Collection
from dataclasses import dataclass

from bot.faq.catalogue.entry import Entry
from bot.faq.library import Library
from bot.faq.matching.decide import Decision
from bot.faq.reading.language import normalise, words
from bot.faq.talk import ABUSE

SHOWN = 3
"""How many questions are offered when the bot isn't sure."""
WORTH = 0.01
"""Probability below which a question would only fill the list."""


@dataclass(frozen=True, slots=True)
class Answer:
    """It is sure."""

    entry: Entry


@dataclass(frozen=True, slots=True)
class AtOnce:
    """The thing itself is asked for: the screen of the entry's action says it all."""

    entry: Entry
    action: str


@dataclass(frozen=True, slots=True)
class Suggestions:
    """It isn't sure: these may be meant."""

    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class SmallTalk:
    """Not a question; `kind` as in `data/talk.yaml`, `more` if the message tells more than that."""

    kind: str
    more: bool = False


@dataclass(frozen=True, slots=True)
class HumanWanted:
    """The person wants to speak with a person; `about` is the message if it tells more than that."""

    about: str


@dataclass(frozen=True, slots=True)
class Wordless:
    """Nothing to read: pictures of faces, signs."""


@dataclass(frozen=True, slots=True)
class Unknown:
    """It doesn't know."""


Outcome = Answer | AtOnce | Suggestions | SmallTalk | HumanWanted | Wordless | Unknown


@dataclass(frozen=True, slots=True)
class Asked:
    """What one question of a message came to, and the decision behind it."""

    outcome: Outcome
    decision: Decision


def ask(library: Library, text: str, context: str | None = None, openable: Collection[str] = ()) -> tuple[Asked, ...]:
    """Looks up the questions of a message.

    `context` is the entry that was answered just before; `openable` are the actions that may stand for an answer.
    """
    decision = library.book.ask(text, context)
    if decision.also:
        return tuple(Asked(_outcome(library, part), part) for part in (decision, *decision.also))
    return (Asked(_only(library, text, decision, openable), decision),)


def _only(library: Library, text: str, decision: Decision, openable: Collection[str]) -> Outcome:
    """What a message with one question comes to."""
    if decision.talk == "human":
        return HumanWanted(text if library.book.talk.says_more(text) else "")
    if decision.talk == ABUSE:
        return SmallTalk(ABUSE, more=library.book.talk.says_more(text))
    if not words(normalise(text)):
        return Wordless()
    errand = library.book.errand(text, decision) if openable else None
    if errand is not None and errand.opens is not None and errand.opens in openable:
        return AtOnce(errand, errand.opens)
    return _outcome(library, decision)


def _outcome(library: Library, decision: Decision) -> Outcome:
    entries = [library.book.catalogue.by_id[match.id] for match in decision.matches]
    if decision.talk is not None:
        return SmallTalk(decision.talk)
    if decision.kind == "answer":
        return Answer(entries[0])
    if decision.kind == "suggest":
        shown = zip(entries[:SHOWN], decision.matches, strict=False)
        return Suggestions(tuple(entry for entry, match in shown if match.score >= WORTH))
    return Unknown()
