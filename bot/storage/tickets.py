"""Tickets with their messages and history."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import update
from sqlmodel import Session, col, select

from bot.storage.content import Content
from bot.storage.tables import Author, Ticket, TicketEvent, TicketMessage, TicketStatus

FIRST_TOO_LARGE = 2**63
"""Numbers come from people and from buttons; the databases hold 64 bits and fail at more."""


class Tickets:
    """Tickets, in one session."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def of(self, ticket_id: int) -> Ticket | None:
        """A ticket by its number."""
        return self._session.get(Ticket, ticket_id) if ticket_id < FIRST_TOO_LARGE else None

    def held(self, ticket_id: int) -> Ticket | None:
        """A ticket by its number, locked until the step commits."""
        return self._session.get(Ticket, ticket_id, with_for_update=True) if ticket_id < FIRST_TOO_LARGE else None

    def of_draft(self, draft: str) -> Ticket | None:
        """The ticket that a dialog opened, if it did."""
        return self._session.exec(select(Ticket).where(Ticket.draft == draft)).first()

    def of_chat(self, chat_id: int, limit: int) -> Sequence[Ticket]:
        """A subscriber's tickets: unsolved first, then the newest."""
        return self._session.exec(
            select(Ticket)
            .where(Ticket.chat_id == chat_id)
            .order_by(col(Ticket.status) == TicketStatus.SOLVED, col(Ticket.id).desc())
            .limit(limit)
        ).all()

    def add(self, ticket: Ticket) -> Ticket:
        """Adds a ticket; it has a number afterwards."""
        self._session.add(ticket)
        self._session.flush()
        return ticket

    def take(self, ticket_id: int, agent_id: int, agent_name: str) -> bool:
        """Gives an unclaimed ticket to an agent; False if another was faster."""
        result = self._session.exec(
            update(Ticket)
            .where(col(Ticket.id) == ticket_id, col(Ticket.agent_id).is_(None))
            .values(agent_id=agent_id, agent_name=agent_name)
        )
        return int(result.rowcount) == 1

    def record(self, ticket_id: int, kind: str, now: datetime, by_id: int | None, by_name: str | None) -> None:
        """Adds a line to a ticket's history."""
        self._session.add(TicketEvent(ticket_id=ticket_id, kind=kind, by_id=by_id, by_name=by_name, at=now))

    def history(self, ticket_id: int) -> Sequence[TicketEvent]:
        """What happened to a ticket, in order."""
        return self._session.exec(
            select(TicketEvent).where(TicketEvent.ticket_id == ticket_id).order_by(col(TicketEvent.id))
        ).all()

    def say(self, message: TicketMessage) -> TicketMessage:
        """Adds a message; it has an id afterwards."""
        self._session.add(message)
        self._session.flush()
        return message

    def message(self, message_id: int) -> TicketMessage | None:
        """A message of a ticket by its id."""
        return self._session.get(TicketMessage, message_id)

    def written(self, chat_id: int, message_id: int) -> Sequence[TicketMessage]:
        """What a message on its writer's screen became: itself, or a file and the words that its caption couldn't hold.

        In order; none if it belongs to no ticket.
        """
        return self._session.exec(
            select(TicketMessage)
            .where(TicketMessage.source_chat_id == chat_id, TicketMessage.source_message_id == message_id)
            .order_by(col(TicketMessage.id))
        ).all()

    def album_of(self, message: TicketMessage) -> Sequence[TicketMessage]:
        """All parts of a message's album that weren't removed; the message alone if it is part of none."""
        if message.album is None:
            return [message]
        return self._session.exec(
            select(TicketMessage)
            .where(
                TicketMessage.ticket_id == message.ticket_id,
                TicketMessage.album == message.album,
                col(TicketMessage.removed_at).is_(None),
            )
            .order_by(col(TicketMessage.id))
        ).all()

    def replies(self, ticket_id: int, message_id: int | None = None) -> Sequence[TicketMessage]:
        """What agents wrote, the latest first; only the one with an id, if there is one given."""
        written = select(TicketMessage).where(
            TicketMessage.ticket_id == ticket_id,
            col(TicketMessage.author) == Author.AGENT,
            col(TicketMessage.removed_at).is_(None),
        )
        if message_id is not None:
            written = written.where(TicketMessage.id == message_id)
        return self._session.exec(written.order_by(col(TicketMessage.id).desc())).all()

    def first_words(self, ticket_id: int) -> str:
        """What the subscriber opened the ticket with: the description, or else the first message with words."""
        ticket = self.of(ticket_id)
        if ticket is not None and ticket.description.strip():
            return ticket.description
        sent = self._session.exec(
            select(TicketMessage)
            .where(
                TicketMessage.ticket_id == ticket_id,
                col(TicketMessage.author) == Author.SUBSCRIBER,
                col(TicketMessage.removed_at).is_(None),
            )
            .order_by(col(TicketMessage.id))
        )
        return next((content.text for content in map(content_of, sent) if content.text.strip()), "")

    def files(self, ticket_id: int) -> int:
        """How many files the subscriber sent."""
        sent = self._session.exec(
            select(TicketMessage).where(
                TicketMessage.ticket_id == ticket_id, col(TicketMessage.author) == Author.SUBSCRIBER
            )
        )
        return sum(content_of(message).is_media for message in sent)

    def messages(self, message_ids: Sequence[int]) -> list[TicketMessage]:
        """Messages by ids, in the order in which they were written."""
        return list(
            self._session.exec(
                select(TicketMessage).where(col(TicketMessage.id).in_(message_ids)).order_by(col(TicketMessage.id))
            )
        )


def content_of(message: TicketMessage) -> Content:
    """What a stored message holds."""
    return Content.model_validate(message.content)
