"""The subscriber meant a message as a question, not for the ticket.

It is taken back from the desk while it hasn't left; the ticket goes out of conversation either way.
"""

from datetime import datetime

from pydantic import BaseModel
from sqlmodel import Session

from bot.storage.desk import Placements
from bot.storage.outbox import OutboxRows, about_ticket
from bot.storage.people import Conversations
from bot.storage.tickets import Tickets, content_of
from bot.tickets.errors import TicketNotFound
from bot.tickets.find import own_ticket
from bot.tickets.kinds import TO_DESK


class Withdrawn(BaseModel):
    """The words to ask; `withdrawn` if agents never saw them."""

    ticket_id: int
    text: str
    withdrawn: bool


def withdraw(session: Session, chat_id: int, message_id: int, now: datetime) -> Withdrawn:
    """Takes back one's own message of a private chat. Raises `TicketNotFound`."""
    placement = Placements(session).of(chat_id, message_id)
    if placement is None or placement.ticket_message_id is None:
        raise TicketNotFound
    own_ticket(session, placement.ticket_id, chat_id)
    message = Tickets(session).message(placement.ticket_message_id)
    Conversations(session).end(chat_id)
    return Withdrawn(
        ticket_id=placement.ticket_id,
        text=content_of(message).text if message is not None else "",
        withdrawn=_take_back(session, placement.ticket_id, placement.ticket_message_id, now),
    )


def _take_back(session: Session, ticket_id: int, ticket_message_id: int, now: datetime) -> bool:
    outbox = OutboxRows(session)
    for row in outbox.all_waiting(TO_DESK, about_ticket(ticket_id)):
        if row.facts["message_ids"] == [ticket_message_id]:
            outbox.drop(row, now, "withdrawn")
            return True
    return False
