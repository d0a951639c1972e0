"""What was asked, to learn from; nobody's name stands there."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session, col, delete, desc, func, select

from bot.storage.tables import Followed, Question

DECIDED = ("answer", "suggest", "none")
"""Decisions on questions; the others are kinds of small talk."""


class Questions:
    """Questions, in one session."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, question: Question) -> None:
        """Keeps one."""
        self._session.add(question)

    def of(self, token: str) -> Question | None:
        """The question whose answer carries a token."""
        return self._session.exec(select(Question).where(Question.token == token)).first()

    def most_asked(self, since: datetime, limit: int) -> Sequence[str]:
        """The entries that were asked for most, the most popular first."""
        meant = func.coalesce(Question.chosen_id, Question.entry_id)
        asked = (
            select(meant)
            .where(col(Question.at) >= since, meant.is_not(None), col(Question.decision).in_(("answer", "suggest")))
            .group_by(meant)
            .order_by(desc(func.count()), meant)
            .limit(limit)
        )
        return self._session.exec(asked).all()

    def latest(self, since: datetime, limit: int, before_id: int | None = None) -> Sequence[Question]:
        """What was asked since a moment, small talk aside; the latest first, at most so many: a page of them."""
        asked = select(Question).where(col(Question.at) >= since, col(Question.decision).in_(DECIDED))
        if before_id is not None:
            asked = asked.where(col(Question.id) < before_id)
        return self._session.exec(asked.order_by(col(Question.id).desc()).limit(limit)).all()

    def counts(self, start: datetime, end: datetime) -> dict[tuple[str, Followed], int]:
        """How much was asked from `start` until before `end`, small talk aside, by decision and what followed."""
        found = self._session.exec(
            select(Question.decision, Question.followed, func.count())
            .where(col(Question.at) >= start, col(Question.at) < end, col(Question.decision).in_(DECIDED))
            .group_by(col(Question.decision), col(Question.followed))
        )
        return {(decision, Followed(followed)): count for decision, followed, count in found}

    def forget(self, before: datetime) -> None:
        """Deletes what was asked before a moment."""
        self._session.exec(delete(Question).where(col(Question.at) < before))
