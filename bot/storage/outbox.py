"""What must reach someone: in order within a conversation, one message at a time in flight per lane."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import func, or_, update
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, delete, select
from sqlmodel.sql.expression import SelectOfScalar

from bot.storage.tables import Outbox, OutboxState

LEASE = timedelta(seconds=30)

DESK = "desk"
"""The lane of the agents' group."""


def about_ticket(ticket_id: int) -> str:
    """The conversation about one ticket in the agents' group."""
    return f"ticket:{ticket_id}"


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
        return self._session.exec(_not_left(conversation).where(Outbox.album == album)).first()

    def has_album(self, conversation: str, album: str, state: OutboxState) -> bool:
        """Whether a media group has a row in a state."""
        found = select(Outbox.id).where(
            Outbox.conversation == conversation, Outbox.album == album, col(Outbox.state) == state
        )
        return self._session.exec(found).first() is not None

    def all_waiting(self, kind: str, conversation: str) -> Sequence[Outbox]:
        """Rows of a kind that haven't left yet, locked until the step commits."""
        return self._session.exec(_not_left(conversation).where(Outbox.kind == kind)).all()

    def waiting(self, kind: str, conversation: str) -> Outbox | None:
        """The first row of a kind that hasn't left yet."""
        return next(iter(self.all_waiting(kind, conversation)), None)

    def claim(self, owner: str, limit: int, now: datetime) -> Sequence[Outbox]:
        """Leases the first due row of each conversation, one per lane; conversation before bulk."""
        earlier, busy = aliased(Outbox), aliased(Outbox)
        heads = (
            select(Outbox)
            .where(
                col(Outbox.done_at).is_(None),
                col(Outbox.due_at) <= now,
                or_(col(Outbox.leased_until).is_(None), col(Outbox.leased_until) < now),
                ~select(earlier.id)
                .where(
                    earlier.conversation == Outbox.conversation,
                    col(earlier.done_at).is_(None),
                    col(earlier.id) < col(Outbox.id),
                )
                .exists(),
                ~select(busy.id)
                .where(busy.lane == Outbox.lane, col(busy.done_at).is_(None), col(busy.leased_until) >= now)
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

    def sending(self, row_id: int, owner: str) -> bool:
        """The call is about to be made; after a crash nobody knows whether it was. False if the lease is lost."""
        return self._set(row_id, owner, state=OutboxState.SENDING)

    def done(self, row_id: int, owner: str, state: OutboxState, now: datetime, reason: str | None = None) -> None:
        """The end of a row, for its holder: sent, skipped, failed or unknown."""
        self._set(row_id, owner, state=state, done_at=now, error=reason, leased_until=None)

    def later(self, row_id: int, owner: str, due_at: datetime, error: str, *, tries: int = 0, mends: int = 0) -> None:
        """Another try at a moment, for its holder; `tries` and `mends` are added to what was counted."""
        self._set(
            row_id,
            owner,
            state=OutboxState.WAITING,
            due_at=due_at,
            error=error,
            tries=Outbox.tries + tries,
            mends=Outbox.mends + mends,
            leased_until=None,
        )

    def drop(self, row: Outbox, now: datetime, reason: str) -> None:
        """Ends a row that nobody holds and nobody needs any more."""
        row.state, row.done_at, row.error = OutboxState.SKIPPED, now, reason
        self._session.add(row)

    def release_all(self) -> None:
        """Drops every lease: the only process of a database starts, so nothing is being sent."""
        self._session.exec(update(Outbox).where(col(Outbox.done_at).is_(None)).values(leased_until=None))

    def depth(self) -> int:
        """How many messages have not left."""
        return self._session.exec(select(func.count()).where(col(Outbox.done_at).is_(None))).one()

    def forget(self, before: datetime) -> None:
        """Deletes what ended before a moment."""
        self._session.exec(delete(Outbox).where(col(Outbox.done_at) < before))

    def _set(self, row_id: int, owner: str, **values: object) -> bool:
        changed = self._session.exec(
            update(Outbox)
            .where(col(Outbox.id) == row_id, col(Outbox.leased_by) == owner, col(Outbox.done_at).is_(None))
            .values(**values)
        )
        return int(changed.rowcount) == 1


def _not_left(conversation: str) -> SelectOfScalar[Outbox]:
    """Rows of a conversation that nobody sends yet, in order and locked; found by the index over what is unsent."""
    return (
        select(Outbox)
        .where(
            Outbox.conversation == conversation,
            col(Outbox.done_at).is_(None),
            col(Outbox.state) == OutboxState.WAITING,
            col(Outbox.leased_until).is_(None),
        )
        .order_by(col(Outbox.id))
        .with_for_update()
    )
