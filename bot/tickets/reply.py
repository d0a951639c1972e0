"""An agent writes to the subscriber.

The first one is the ticket's first response. The ticket comes into the subscriber's conversation: what they write next
goes to it.
"""

from datetime import datetime

from pydantic import BaseModel
from sqlmodel import Session

from bot.storage.people import Conversations
from bot.storage.tables import Author, TicketStatus
from bot.tickets.agent import Agent
from bot.tickets.find import any_ticket
from bot.tickets.kinds import pass_to_subscriber, show_card
from bot.tickets.message import Said
from bot.tickets.open import IN_CONVERSATION
from bot.tickets.say import say


class Replied(BaseModel):
    """The message's id in the ticket."""

    message_id: int


def reply_to_subscriber(session: Session, ticket_id: int, agent: Agent, said: Said, now: datetime) -> Replied:
    """Adds an agent's message and passes it on. Raises `TicketNotFound`."""
    ticket = any_ticket(session, ticket_id)
    message_id = say(session, ticket_id, said, Author.AGENT, (agent.id, agent.name), now)
    if ticket.first_response_at is None:
        ticket.first_response_at = now
        session.add(ticket)
    if ticket.status is TicketStatus.NEW:
        ticket.status = TicketStatus.OPEN
        session.add(ticket)
        show_card(session, ticket_id, now)
    pass_to_subscriber(session, ticket, message_id, said.album, now)
    Conversations(session).start(ticket.chat_id, ticket_id, now + IN_CONVERSATION, confirmed=False)
    return Replied(message_id=message_id)
