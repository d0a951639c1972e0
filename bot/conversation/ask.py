"""Asks the FAQ, and says what to do when it doesn't know."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from bot.faq.decide import Decision
from bot.faq.entry import Entry
from bot.faq.library import Library
from bot.storage.tables import Question

SHOWN = 3
"""How many questions are offered when the bot isn't sure."""
LONGEST = 1000
"""Characters of a question that are kept to learn from."""


@dataclass(frozen=True, slots=True)
class Answer:
    """It is sure."""

    entry: Entry


@dataclass(frozen=True, slots=True)
class Suggestions:
    """It isn't sure: these may be meant."""

    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class SmallTalk:
    """Not a question; `kind` as in `data/talk.yaml`."""

    kind: str


@dataclass(frozen=True, slots=True)
class HumanWanted:
    """The person wants to speak with a person."""


@dataclass(frozen=True, slots=True)
class Unknown:
    """It doesn't know."""


Outcome = Answer | Suggestions | SmallTalk | HumanWanted | Unknown


@dataclass(frozen=True, slots=True)
class Asked:
    """What a message came to: an outcome for each question in it, and the decision behind them."""

    outcomes: tuple[Outcome, ...]
    decision: Decision


def ask(library: Library, text: str, context: str | None = None) -> Asked:
    """Looks a question up; `context` is the entry that was answered just before."""
    decision = library.book.ask(text, context)
    parts = (decision, *decision.also)
    return Asked(tuple(_outcome(library, part) for part in parts), decision)


def _outcome(library: Library, decision: Decision) -> Outcome:
    entries = [library.book.catalogue.by_id[match.id] for match in decision.matches]
    if decision.talk == "human":
        return HumanWanted()
    if decision.talk is not None:
        return SmallTalk(decision.talk)
    if decision.kind == "answer":
        return Answer(entries[0])
    if decision.kind == "suggest":
        return Suggestions(tuple(entries[:SHOWN]))
    return Unknown()


def record(session: Session, text: str, decision: Decision, now: datetime) -> None:
    """Keeps what was asked and how it was decided, but not by whom."""
    best = decision.matches[0] if decision.matches else None
    session.add(
        Question(
            text=text[:LONGEST],
            decision=decision.talk or decision.kind,
            entry_id=best.id if best else None,
            score=best.score if best else None,
            at=now,
        )
    )
