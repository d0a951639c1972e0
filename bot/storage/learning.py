"""What the FAQ could learn, and what admins said about it."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session, col, delete, select

from bot.storage.insert import insert_new, insert_or_replace
from bot.storage.tables import FaqSuggestion, GapDismissal
from bot.storage.tickets import FIRST_TOO_LARGE


class Dismissals:
    """Groups of questions that aren't for the FAQ, in one session."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def all(self) -> Sequence[GapDismissal]:
        """Every one that is remembered."""
        return self._session.exec(select(GapDismissal)).all()

    def add(self, dismissal: GapDismissal) -> None:
        """Remembers one, in place of an earlier one of the same group."""
        insert_or_replace(self._session, GapDismissal, [dismissal.model_dump()])

    def forget(self, before: datetime) -> None:
        """Deletes those from before a moment."""
        self._session.exec(delete(GapDismissal).where(col(GapDismissal.at) < before))


class Suggestions:
    """Agents' replies that could become answers, in one session."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def of(self, suggestion_id: int) -> FaqSuggestion | None:
        """A suggestion by its number."""
        return self._session.get(FaqSuggestion, suggestion_id) if suggestion_id < FIRST_TOO_LARGE else None

    def of_message(self, message_id: int) -> FaqSuggestion | None:
        """The suggestion made from a reply, if it was."""
        return self._session.exec(select(FaqSuggestion).where(FaqSuggestion.message_id == message_id)).first()

    def waiting(self, since: datetime, limit: int) -> Sequence[FaqSuggestion]:
        """Those that no admin declined, the latest first."""
        return self._session.exec(
            select(FaqSuggestion)
            .where(col(FaqSuggestion.declined_by).is_(None), col(FaqSuggestion.at) >= since)
            .order_by(col(FaqSuggestion.id).desc())
            .limit(limit)
        ).all()

    def add(self, ticket_id: int, message_id: int, by_name: str, now: datetime) -> bool:
        """Adds one; False if the reply was suggested before."""
        row = {"ticket_id": ticket_id, "message_id": message_id, "by_name": by_name, "at": now}
        return insert_new(self._session, FaqSuggestion, [row]) == 1

    def decline(self, suggestion: FaqSuggestion, by_id: int) -> None:
        """An admin says no."""
        suggestion.declined_by = by_id
        self._session.add(suggestion)
