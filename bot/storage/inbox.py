"""Updates: written down first, then handled, one conversation at a time in order of arrival."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, func, literal_column, or_, update
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, delete, select

from bot.storage.insert import insert_new
from bot.storage.tables import Inbox, InboxState

LEASE = timedelta(seconds=30)
NEW: ColumnElement[str] = literal_column("'new'")
"""Spelt out, so that the partial index over waiting updates serves: databases don't look into parameters."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """An update as it came: the raw JSON and the conversation it belongs to."""

    update_id: int
    conversation: str
    payload: str


class InboxRows:
    """The inbox, in one session."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def store(self, arrivals: Sequence[Arrival], now: datetime) -> int:
        """Adds what isn't there yet; returns how many were new."""
        rows = [
            {
                "update_id": arrival.update_id,
                "conversation": arrival.conversation,
                "payload": arrival.payload,
                "state": InboxState.NEW,
                "received_at": now,
                "tries": 0,
            }
            for arrival in arrivals
        ]
        return insert_new(self._session, Inbox, rows)

    def claim(self, owner: str, limit: int, now: datetime) -> Sequence[Inbox]:
        """Leases the oldest waiting update of each conversation that nobody works on."""
        earlier = aliased(Inbox)
        heads = (
            select(Inbox)
            .where(
                col(Inbox.state) == NEW,
                or_(col(Inbox.not_before).is_(None), col(Inbox.not_before) <= now),
                or_(col(Inbox.leased_until).is_(None), col(Inbox.leased_until) < now),
                ~select(earlier.id)
                .where(
                    earlier.conversation == Inbox.conversation,
                    col(earlier.state) == NEW,
                    col(earlier.id) < col(Inbox.id),
                )
                .exists(),
            )
            # not by the bare id: SQLite would then walk the whole table in that order instead of what waits
            .order_by(col(Inbox.id) + 0)
            .limit(limit)
            .with_for_update(skip_locked=True, of=Inbox)
        )
        rows = self._session.exec(heads).all()
        for row in rows:
            row.leased_by, row.leased_until = owner, now + LEASE
        return rows

    def renew(self, row_ids: Sequence[int], owner: str, now: datetime) -> None:
        """Keeps the leases of what is still being handled."""
        self._session.exec(
            update(Inbox)
            .where(col(Inbox.id).in_(row_ids), col(Inbox.leased_by) == owner)
            .values(leased_until=now + LEASE)
        )

    def held(self, row_ids: Sequence[int], owner: str) -> set[int]:
        """Which of the updates are still leased by an owner, locked until the step commits."""
        rows = select(Inbox.id).where(
            col(Inbox.id).in_(row_ids), col(Inbox.leased_by) == owner, col(Inbox.state) == NEW
        )
        return {row_id for row_id in self._session.exec(rows.with_for_update()) if row_id is not None}

    def done(self, row_ids: Collection[int], now: datetime) -> None:
        """The updates are handled."""
        self._session.exec(
            update(Inbox)
            .where(col(Inbox.id).in_(row_ids))
            .values(state=InboxState.DONE, done_at=now, leased_until=None)
        )

    def later(self, row_id: int, error: str, not_before: datetime, *, failed: bool) -> None:
        """Another try, not before a moment; the conversation waits. A try counts only if it failed by itself."""
        tries = Inbox.tries + 1 if failed else Inbox.tries
        self._set(row_id, tries=tries, error=error, not_before=not_before, leased_until=None)

    def aside(self, row_id: int, error: str) -> None:
        """Out of the way, for an operator; the conversation goes on."""
        self._set(row_id, state=InboxState.ASIDE, error=error, leased_until=None)

    def release_all(self) -> None:
        """Drops every lease: the only process of a database starts, so nobody works on anything."""
        self._session.exec(update(Inbox).where(col(Inbox.state) == NEW).values(leased_until=None))

    def set_aside(self) -> Sequence[Inbox]:
        """All that wait for an operator, oldest first."""
        return self._session.exec(
            select(Inbox).where(col(Inbox.state) == InboxState.ASIDE).order_by(col(Inbox.id))
        ).all()

    def retry(self, update_ids: Sequence[int] | None) -> int:
        """Puts updates (None: all that were set aside) back in line; returns how many."""
        chosen = update(Inbox).where(col(Inbox.state) == InboxState.ASIDE)
        if update_ids is not None:
            chosen = chosen.where(col(Inbox.update_id).in_(update_ids))
        result = self._session.exec(chosen.values(state=InboxState.NEW, tries=0, error=None, not_before=None))
        return int(result.rowcount)

    def waiting(self) -> int:
        """How many updates are not handled yet."""
        return self._session.exec(select(func.count()).where(col(Inbox.state) == NEW)).one()

    def forget(self, before: datetime) -> None:
        """Deletes what was handled before a moment."""
        self._session.exec(delete(Inbox).where(col(Inbox.state) == InboxState.DONE, col(Inbox.done_at) < before))

    def _set(self, row_id: int, **values: object) -> None:
        self._session.exec(update(Inbox).where(col(Inbox.id) == row_id).values(**values))
