"""Stores a message of a ticket and where it already stands: on the screen of the one who wrote it."""

from datetime import datetime

from sqlmodel import Session

from bot.storage.desk import Placements
from bot.storage.tables import Author, TicketMessage
from bot.storage.tickets import Tickets
from bot.tickets.message import Said


def say(session: Session, ticket_id: int, said: Said, author: Author, by: tuple[int | None, str], now: datetime) -> int:
    """Adds a message with what it answers; returns its id. `by` is the author's id and name."""
    placements = Placements(session)
    answered = placements.of(said.chat_id, said.reply_to) if said.reply_to is not None else None
    same = answered is not None and answered.ticket_id == ticket_id
    message = Tickets(session).say(
        TicketMessage(
            ticket_id=ticket_id,
            author=author,
            author_id=by[0],
            author_name=by[1],
            content=said.content.model_dump(mode="json"),
            source_chat_id=said.chat_id,
            source_message_id=said.message_id,
            album=said.album,
            reply_to_id=answered.ticket_message_id if same and answered is not None else None,
            at=now,
        )
    )
    assert message.id is not None  # noqa: S101 - it has just been stored
    placements.add(said.chat_id, [said.message_id], ticket_id, [message.id])
    return message.id
