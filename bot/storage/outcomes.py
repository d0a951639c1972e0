"""What each use case returned for each update, so that it happens once however often the update is handled."""

from datetime import datetime
from typing import Any

from sqlmodel import Session, col, delete, select

from bot.storage.tables import Inbox, InboxState, Outcome


class Outcomes:
    """Stored results, in one session."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def of(self, update_id: int, use_case: str) -> Outcome | None:
        """What a use case returned for an update, if it ran."""
        return self._session.get(Outcome, (update_id, use_case))

    def keep(self, update_id: int, use_case: str, result: Any, now: datetime) -> None:
        """Remembers a result, as JSON."""
        self._session.add(Outcome(update_id=update_id, use_case=use_case, result=result, at=now))

    def forget(self, before: datetime) -> None:
        """Deletes old results, but for those of updates that an operator may try again."""
        aside = select(Inbox.update_id).where(col(Inbox.state) == InboxState.ASIDE)
        self._session.exec(delete(Outcome).where(col(Outcome.at) < before, col(Outcome.update_id).not_in(aside)))
