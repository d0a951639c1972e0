"""Notices: the key decides that each is planned once."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import update
from sqlmodel import Session, col, select

from bot.storage.insert import insert_new
from bot.storage.tables import Notice


class Notices:
    """Planned notices, in one session."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def plan(self, kind: str, subject: str, due_on: date, now: datetime) -> bool:
        """Claims the right to tell; False if it was planned before."""
        row = {"kind": kind, "subject": subject, "due_on": due_on, "planned_at": now}
        return insert_new(self._session, Notice, [row]) == 1

    def sent_as(self, kind: str, subject: str, due_on: date, outbox_id: int) -> None:
        """Which message carries a notice."""
        self._session.exec(
            update(Notice)
            .where(col(Notice.kind) == kind, col(Notice.subject) == subject, col(Notice.due_on) == due_on)
            .values(outbox_id=outbox_id)
        )

    def all_on(self, due_on: date) -> Sequence[Notice]:
        """All that was planned for a day."""
        return self._session.exec(select(Notice).where(Notice.due_on == due_on)).all()
