"""The subscriber meant a message as a question, not for the ticket.

It is taken back from the desk while it hasn't left. Either way the ticket goes out of conversation, and one that this
message reopened is solved again.
"""

from datetime import datetime

from pydantic import BaseModel
from sqlmodel import Session

from bot.storage.desk import Placements
from bot.storage.outbox import OutboxRows, about_ticket
from bot.storage.people import Conversations
from bot.storage.tables import Ticket, TicketMessage, TicketStatus
from bot.storage.tickets import Tickets, content_of
from bot.tickets.errors import TicketNotFound
from bot.tickets.find import own_ticket
from bot.tickets.kinds import REOPENED, TO_DESK, show_card


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
    ticket = own_ticket(session, placement.ticket_id, chat_id)
    message = Tickets(session).message(placement.ticket_message_id)
    if message is None:
        raise TicketNotFound
    _leave(session, ticket, now)
    _close_again(session, ticket, message, now)
    return Withdrawn(
        ticket_id=placement.ticket_id,
        text=content_of(message).text,
        withdrawn=_take_back(session, message, now),
    )


def _leave(session: Session, ticket: Ticket, now: datetime) -> None:
    conversation = Conversations(session).of(ticket.chat_id, now)
    if conversation is not None and conversation.ticket_id == ticket.id:
        Conversations(session).end(ticket.chat_id)


def _close_again(session: Session, ticket: Ticket, message: TicketMessage, now: datetime) -> None:
    """A solved ticket that only this message reopened is solved again, unless something has happened since."""
    last = Tickets(session).history(message.ticket_id)[-1]
    if last.kind != "reopened" or last.at != message.at:
        return
    ticket.status, ticket.solved_at = TicketStatus.SOLVED, now
    session.add(ticket)
    Tickets(session).record(message.ticket_id, "solved", now, ticket.chat_id, ticket.name)
    outbox = OutboxRows(session)
    for row in outbox.all_waiting(REOPENED, about_ticket(message.ticket_id)):
        outbox.drop(row, now, "withdrawn")
    show_card(session, message.ticket_id, now)


def _take_back(session: Session, message: TicketMessage, now: datetime) -> bool:
    outbox = OutboxRows(session)
    for row in outbox.all_waiting(TO_DESK, about_ticket(message.ticket_id)):
        if row.facts["message_ids"] == [message.id]:
            outbox.drop(row, now, "withdrawn")
            message.removed_at = now
            session.add(message)
            return True
    return False
