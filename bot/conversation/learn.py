"""Keeps what was asked and what followed, to learn from, without who asked.

A question is kept with a random token that only the buttons under its answers carry: what is pressed there finds the
question by it, and nothing else leads from a person to it or back. What came last is what followed; but whoever said
that an answer helped, and then wrote to a person, wrote about something else.
"""

import secrets
from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session

from bot.conversation.ask import SHOWN, Answer, Asked, AtOnce, Suggestions
from bot.faq.catalogue.entry import Catalogue, Entry
from bot.faq.learning.mask import masked
from bot.faq.matching.decide import Match
from bot.storage.questions import Questions
from bot.storage.tables import Followed, Question

LONGEST = 1000
"""Characters of a question that are kept."""
LIKELY = 0.1
"""Probability from which a match is worth offering, given that those before it were wrong."""


def new_token() -> str:
    """Eight characters that fit a button."""
    return secrets.token_urlsafe(6)


def kept(token: str, text: str, language: str, asked: Asked, now: datetime) -> Question:
    """A question as it is kept."""
    decision, outcome = asked.decision, asked.outcome
    candidates, shown = [match.id for match in decision.matches], 0
    kind, best = decision.talk or decision.kind, decision.matches[0] if decision.matches else None
    if isinstance(outcome, AtOnce):  # its answer has not been read: the screen stood for it
        kind, best = "answer", next(match for match in decision.matches if match.id == outcome.entry.id)
        candidates = [best.id, *(name for name in candidates if name != best.id)]
    elif isinstance(outcome, Answer | Suggestions):
        shown = 1 if isinstance(outcome, Answer) else len(outcome.entries)
        candidates = candidates[:shown] + _likely(decision.matches, shown)
    return Question(
        token=token,
        text=masked(text)[:LONGEST],
        language=language,
        decision=kind,
        entry_id=best.id if best else None,
        score=best.score if best else None,
        candidates=candidates,
        offered=shown,
        at=now,
    )


def found(entry: Entry, query: str, language: str, now: datetime) -> Question:
    """A search that ended with an entry: asked and answered."""
    text = masked(query).strip()[:LONGEST] or entry.question
    return Question(
        text=text,
        language=language,
        decision="answer",
        entry_id=entry.id,
        chosen_id=entry.id,
        followed=Followed.PICKED,
        at=now,
    )


def _likely(matches: Sequence[Match], shown: int) -> list[str]:
    rest = 1.0 - sum(match.score for match in matches[:shown])
    return [match.id for match in matches[shown:] if match.score >= LIKELY * rest]


def record(session: Session, questions: Sequence[Question]) -> None:
    """Keeps the questions of a message."""
    for question in questions:
        Questions(session).add(question)


def next_matches(question: Question, catalogue: Catalogue) -> list[Entry]:
    """What may be offered after an answer that didn't help: the best that weren't shown yet and still exist."""
    names = question.candidates[question.offered :]
    return [catalogue.by_id[name] for name in names if name in catalogue.by_id][:SHOWN]


def helped(session: Session, token: str) -> None:
    """Somebody said so."""
    question = Questions(session).of(token)
    if question is not None:
        question.followed = Followed.HELPED


def not_helped(session: Session, token: str, entry_id: str, offered: Sequence[str]) -> None:
    """Somebody said so, and was offered others."""
    question = Questions(session).of(token)
    if question is not None and entry_id not in question.rejected:
        question.rejected = [*question.rejected, entry_id]
        last = max((question.candidates.index(name) + 1 for name in offered), default=len(question.candidates))
        question.offered = last
        question.followed = Followed.NOT_HELPED


def picked(session: Session, token: str, entry_id: str) -> None:
    """One of the questions offered was meant."""
    question = Questions(session).of(token)
    if question is not None:
        question.chosen_id = entry_id
        question.followed = Followed.NEXT if question.rejected else Followed.PICKED


def went_to_ticket(session: Session, token: str) -> None:
    """A person has to answer."""
    question = Questions(session).of(token)
    if question is not None and question.followed is not Followed.HELPED:
        question.followed = Followed.TICKET
