"""Rows of the outbox that change what stands on the other side already.

Each names one message by `message_ids`, as the rows that brought it do, and goes the same way behind them. What has not
left yet needs no row: it leaves as it is now, or not at all.
"""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlmodel import Session

from bot.storage.outbox import DESK, OutboxRows, about_ticket, private
from bot.storage.tables import Author, Ticket, TicketMessage
from bot.tickets.kinds import TO_DESK, TO_SUBSCRIBER

EDIT_FOR_DESK = "ticket_edit_to_desk"
EDIT_FOR_SUBSCRIBER = "ticket_edit_to_subscriber"
REMOVE = "ticket_removal"
"""Takes an agent's message off the subscriber's screen."""


class Way:
    """The way of a ticket's message to the other side."""

    def __init__(self, session: Session, ticket: Ticket, author: Author) -> None:
        self._outbox = OutboxRows(session)
        self._session = session
        facts: dict[str, Any] = {"ticket_id": ticket.id}
        if author is Author.AGENT:
            self._kind, self._edit = TO_SUBSCRIBER, EDIT_FOR_SUBSCRIBER
            self._conversation = self._lane = private(ticket.chat_id)
            facts["chat_id"] = ticket.chat_id
        else:
            self._kind, self._edit = TO_DESK, EDIT_FOR_DESK
            self._conversation, self._lane = about_ticket(ticket.id or 0), DESK
        self._facts = facts

    def amend(self, message: TicketMessage, now: datetime, *, replaced: bool = False) -> None:
        """The copy shall show the message as it is now; edits that haven't left yet are one."""
        if self._has_not_left(message.id):
            return
        for row in self._outbox.all_waiting(self._edit, self._conversation):
            if row.facts["message_ids"] == [message.id]:
                row.facts = row.facts | {"replaced": row.facts["replaced"] or replaced}
                self._session.add(row)
                return
        self._add(self._edit, {"message_ids": [message.id], "replaced": replaced}, now)

    def remove(self, messages: Collection[TicketMessage], now: datetime) -> bool:
        """The copies shall go; True if none of the messages had left, and now none will."""
        ids = {message.id for message in messages}
        unsent = set()
        for row in self._outbox.all_waiting(self._kind, self._conversation):
            held_back = ids.intersection(row.facts["message_ids"])
            if held_back:
                unsent |= held_back
                self._leave_out(row.facts["message_ids"], held_back, row, now)
        for message in messages:
            if message.id not in unsent:
                self._add(REMOVE, {"message_ids": [message.id], "refusal": "removal"}, now)
        return unsent == ids

    def _leave_out(self, message_ids: list[int], held_back: Collection[int | None], row: Any, now: datetime) -> None:
        rest = [message_id for message_id in message_ids if message_id not in held_back]
        if not rest:
            self._outbox.drop(row, now, "removed")
            return
        row.facts = row.facts | {"message_ids": rest}
        self._session.add(row)

    def _has_not_left(self, message_id: int | None) -> bool:
        rows = self._outbox.all_waiting(self._kind, self._conversation)
        return any(message_id in row.facts["message_ids"] for row in rows)

    def _add(self, kind: str, facts: dict[str, Any], now: datetime) -> None:
        self._outbox.add(kind, self._facts | facts, conversation=self._conversation, lane=self._lane, now=now)
