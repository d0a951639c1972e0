"""What Telegram refused to bring to subscribers."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import update
from sqlmodel import Session, col, select

from bot.storage.tables import Ticket, Undelivered


class UndeliveredRows:
    """Refused messages of tickets, in one session."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, ticket_id: int, message_ids: Sequence[int], why: str, now: datetime) -> None:
        """Something didn't arrive; told again after a crash, it is the same."""
        if not message_ids or all(row.message_ids != list(message_ids) for row in self.to_send_again(ticket_id)):
            self._session.add(Undelivered(ticket_id=ticket_id, message_ids=list(message_ids), why=why, at=now))
            self._session.flush()

    def since_delivery(self, ticket_id: int) -> Sequence[Undelivered]:
        """What was refused after the last thing that arrived, in order."""
        return self._session.exec(
            select(Undelivered)
            .where(Undelivered.ticket_id == ticket_id, col(Undelivered.delivered_at).is_(None))
            .order_by(col(Undelivered.id))
        ).all()

    def to_send_again(self, ticket_id: int) -> list[Undelivered]:
        """Messages that a block kept back and nobody has sent again, in order."""
        refused = self._session.exec(
            select(Undelivered)
            .where(
                Undelivered.ticket_id == ticket_id,
                Undelivered.why == "blocked",
                col(Undelivered.again_at).is_(None),
            )
            .order_by(col(Undelivered.id))
        )
        return [row for row in refused if row.message_ids]

    def delivered(self, ticket_id: int, now: datetime) -> bool:
        """Something of a ticket arrived; whether that is news."""
        changed = self._session.exec(
            update(Undelivered)
            .where(col(Undelivered.ticket_id) == ticket_id, col(Undelivered.delivered_at).is_(None))
            .values(delivered_at=now)
        )
        return int(changed.rowcount) > 0

    def tickets_of(self, chat_id: int) -> list[int]:
        """A subscriber's tickets of which nothing arrived since a block."""
        found = select(Undelivered.ticket_id).where(
            Undelivered.why == "blocked",
            col(Undelivered.delivered_at).is_(None),
            col(Undelivered.ticket_id).in_(select(Ticket.id).where(Ticket.chat_id == chat_id)),
        )
        return sorted(set(self._session.exec(found)))
