"""The subscriber picks the ticket that their next messages go to, or none."""

from datetime import datetime

from pydantic import BaseModel
from sqlmodel import Session

from bot.storage.people import Conversations
from bot.tickets.find import own_ticket
from bot.tickets.open import IN_CONVERSATION


class Chosen(BaseModel):
    """The ticket now in conversation."""

    ticket_id: int


def choose_ticket(session: Session, ticket_id: int, chat_id: int, now: datetime) -> Chosen:
    """One's own ticket comes into conversation. Raises `TicketNotFound`."""
    own_ticket(session, ticket_id, chat_id)
    Conversations(session).start(chat_id, ticket_id, now + IN_CONVERSATION, confirmed=False)
    return Chosen(ticket_id=ticket_id)


def ask_something_else(session: Session, chat_id: int) -> None:
    """No ticket is in conversation: what comes next is a question."""
    Conversations(session).end(chat_id)
