"""An agent writes to the subscriber.

The first one is the ticket's first response. The ticket comes into the subscriber's conversation: what they write next
goes to it.
"""

from datetime import datetime

from pydantic import BaseModel
from sqlmodel import Session

from bot.storage.people import Conversations
from bot.storage.tables import Author, Ticket, TicketStatus
from bot.tickets.agent import Agent
from bot.tickets.find import any_ticket
from bot.tickets.kinds import is_withheld, pass_to_subscriber, show_card
from bot.tickets.message import Said
from bot.tickets.open import IN_CONVERSATION
from bot.tickets.say import say


class Replied(BaseModel):
    """The message's id in the ticket; None if it stays among agents."""

    message_id: int | None


def reply_to_subscriber(session: Session, ticket_id: int, agent: Agent, said: Said, now: datetime) -> Replied:
    """Adds an agent's message and passes it on. Raises `TicketNotFound`."""
    ticket = any_ticket(session, ticket_id)
    if said.album is not None and is_withheld(session, ticket, said.album):
        return Replied(message_id=None)
    message_ids = []
    for part in said.parts():
        message_ids.append(say(session, ticket_id, part, Author.AGENT, (agent.id, agent.name), now))
        pass_to_subscriber(session, ticket, message_ids[-1], part.album, now)
    if ticket.first_response_at is None or ticket.status is TicketStatus.NEW:
        _first_response(session, ticket, now)
    Conversations(session).start(ticket.chat_id, ticket_id, now + IN_CONVERSATION, confirmed=False)
    return Replied(message_id=message_ids[0])


def _first_response(session: Session, ticket: Ticket, now: datetime) -> None:
    """The promise of an answer is kept, and the card shows it."""
    ticket.first_response_at = ticket.first_response_at or now
    if ticket.status is TicketStatus.NEW:
        ticket.status = TicketStatus.OPEN
    session.add(ticket)
    show_card(session, ticket.id or 0, now)
