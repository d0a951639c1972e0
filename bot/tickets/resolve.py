"""An agent says that a ticket is solved, or that it isn't after all.

Only a named member of the group may. The subscriber is told, and can simply write to reopen it: the solved ticket
stays in conversation.
"""

from datetime import datetime

from pydantic import BaseModel
from sqlmodel import Session

from bot.storage.people import Conversations
from bot.storage.tables import TicketStatus
from bot.storage.tickets import Tickets
from bot.tickets.agent import Agent
from bot.tickets.errors import TicketAlreadySolved, TicketNotSolved
from bot.tickets.find import any_ticket
from bot.tickets.kinds import SOLVED, show_card, tell_subscriber
from bot.tickets.open import IN_CONVERSATION


class Changed(BaseModel):
    """The ticket whose status is another now."""

    ticket_id: int


def resolve(session: Session, ticket_id: int, agent: Agent, now: datetime) -> Changed:
    """Marks a ticket solved. Raises `AgentUnnamed`, `TicketNotFound`, `TicketAlreadySolved`."""
    agent_id = agent.named()
    ticket = any_ticket(session, ticket_id)
    if ticket.status is TicketStatus.SOLVED:
        raise TicketAlreadySolved(ticket_id)
    ticket.status = TicketStatus.SOLVED
    ticket.solved_at = now
    session.add(ticket)
    Tickets(session).record(ticket_id, "solved", now, agent_id, agent.name)
    tell_subscriber(session, SOLVED, ticket, now)
    show_card(session, ticket_id, now)
    Conversations(session).start(ticket.chat_id, ticket_id, now + IN_CONVERSATION, confirmed=False)
    return Changed(ticket_id=ticket_id)


def reopen_by_agent(session: Session, ticket_id: int, agent: Agent, now: datetime) -> Changed:
    """Opens a solved ticket again. Raises `AgentUnnamed`, `TicketNotFound`, `TicketNotSolved`."""
    agent_id = agent.named()
    ticket = any_ticket(session, ticket_id)
    if ticket.status is not TicketStatus.SOLVED:
        raise TicketNotSolved(ticket_id)
    ticket.status = TicketStatus.OPEN
    ticket.solved_at = None
    session.add(ticket)
    Tickets(session).record(ticket_id, "reopened", now, agent_id, agent.name)
    show_card(session, ticket_id, now)
    return Changed(ticket_id=ticket_id)
