"""What must reach someone: in order within a conversation, one message at a time in flight per lane."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import func, or_, update
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, delete, select

from bot.storage.tables import Outbox, OutboxState

LEASE = timedelta(seconds=30)
UNSENT = (OutboxState.WAITING, OutboxState.SENDING)

DESK = "desk"
"""The lane of the agents' group."""


def private(chat_id: int) -> str:
    """The lane, and the conversation, of a private chat."""
    return f"chat:{chat_id}"


class OutboxRows:
    """The outbox, in one session."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(
        self,
        kind: str,
        facts: dict[str, Any],
        *,
        conversation: str,
        lane: str,
        now: datetime,
        album: str | None = None,
        due_at: datetime | None = None,
        bulk: bool = False,
    ) -> Outbox:
        """Queues a message; it has an id afterwards."""
        row = Outbox(
            kind=kind,
            facts=facts,
            conversation=conversation,
            lane=lane,
            album=album,
            bulk=bulk,
            created_at=now,
            due_at=due_at or now,
        )
        self._session.add(row)
        self._session.flush()
        return row

    def open_album(self, conversation: str, album: str) -> Outbox | None:
        """The row that still takes parts of a media group, if it hasn't left."""
        return self._session.exec(
            select(Outbox)
            .where(
                Outbox.conversation == conversation,
                Outbox.album == album,
                col(Outbox.state) == OutboxState.WAITING,
                col(Outbox.leased_until).is_(None),
            )
            .with_for_update()
        ).first()

    def has_album(self, conversation: str, album: str, state: OutboxState) -> bool:
        """Whether a media group has a row in a state."""
        found = select(Outbox.id).where(
            Outbox.conversation == conversation, Outbox.album == album, col(Outbox.state) == state
        )
        return self._session.exec(found).first() is not None

    def all_waiting(self, kind: str, conversation: str) -> Sequence[Outbox]:
        """Rows of a kind that haven't left yet, locked until the step commits."""
        return self._session.exec(
            select(Outbox)
            .where(
                Outbox.kind == kind,
                Outbox.conversation == conversation,
                col(Outbox.state) == OutboxState.WAITING,
                col(Outbox.leased_until).is_(None),
            )
            .with_for_update()
        ).all()

    def waiting(self, kind: str, conversation: str) -> Outbox | None:
        """The first row of a kind that hasn't left yet."""
        return next(iter(self.all_waiting(kind, conversation)), None)

    def claim(self, owner: str, limit: int, now: datetime) -> Sequence[Outbox]:
        """Leases the first due row of each conversation, one per lane; conversation before bulk."""
        earlier, busy = aliased(Outbox), aliased(Outbox)
        heads = (
            select(Outbox)
            .where(
                col(Outbox.state).in_(UNSENT),
                col(Outbox.due_at) <= now,
                or_(col(Outbox.leased_until).is_(None), col(Outbox.leased_until) < now),
                ~select(earlier.id)
                .where(
                    earlier.conversation == Outbox.conversation,
                    col(earlier.state).in_(UNSENT),
                    col(earlier.id) < col(Outbox.id),
                )
                .exists(),
                ~select(busy.id)
                .where(busy.lane == Outbox.lane, col(busy.state).in_(UNSENT), col(busy.leased_until) >= now)
                .exists(),
            )
            .order_by(col(Outbox.bulk), col(Outbox.due_at), col(Outbox.id))
            .limit(limit * 4)
            .with_for_update(skip_locked=True, of=Outbox)
        )
        first_of_lane: dict[str, Outbox] = {}
        for row in self._session.exec(heads):
            first_of_lane.setdefault(row.lane, row)
        rows = list(first_of_lane.values())[:limit]
        for row in rows:
            row.leased_by, row.leased_until = owner, now + LEASE
        return rows

    def renew(self, row_ids: Sequence[int], owner: str, now: datetime) -> None:
        """Keeps the leases of what is still on its way."""
        self._session.exec(
            update(Outbox)
            .where(col(Outbox.id).in_(row_ids), col(Outbox.leased_by) == owner)
            .values(leased_until=now + LEASE)
        )

    def sending(self, row_id: int) -> None:
        """The call is about to be made; after a crash nobody knows whether it was."""
        self._set(row_id, state=OutboxState.SENDING)

    def done(self, row_id: int, state: OutboxState, now: datetime, reason: str | None = None) -> None:
        """The end of a row: sent, skipped, failed or unknown."""
        self._set(row_id, state=state, done_at=now, error=reason, leased_until=None)

    def later(self, row_id: int, due_at: datetime, error: str | None, *, failed: bool) -> None:
        """Another try at a moment; a try counts only if it failed by itself."""
        tries = Outbox.tries + 1 if failed else Outbox.tries
        self._set(row_id, state=OutboxState.WAITING, due_at=due_at, error=error, tries=tries, leased_until=None)

    def release_all(self) -> None:
        """Drops every lease: the only process of a database starts, so nothing is being sent."""
        self._session.exec(update(Outbox).where(col(Outbox.state).in_(UNSENT)).values(leased_until=None))

    def next_due(self) -> datetime | None:
        """When the earliest unsent row is due."""
        return self._session.exec(select(func.min(Outbox.due_at)).where(col(Outbox.state).in_(UNSENT))).one()

    def depth(self) -> int:
        """How many messages have not left."""
        return self._session.exec(select(func.count()).where(col(Outbox.state).in_(UNSENT))).one()

    def forget(self, before: datetime) -> None:
        """Deletes what ended before a moment."""
        self._session.exec(delete(Outbox).where(~col(Outbox.state).in_(UNSENT), col(Outbox.done_at) < before))

    def _set(self, row_id: int, **values: object) -> None:
        self._session.exec(update(Outbox).where(col(Outbox.id) == row_id).values(**values))
