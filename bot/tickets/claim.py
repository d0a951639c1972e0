"""An agent takes a ticket.

Only a named member of the group may. A claimed ticket stays with its first agent; claiming one's own again changes
nothing. The subscriber is told who has it.
"""

from datetime import datetime

from pydantic import BaseModel
from sqlmodel import Session

from bot.storage.tables import TicketStatus
from bot.storage.tickets import Tickets
from bot.tickets.agent import Agent
from bot.tickets.errors import TicketAlreadyClaimed, TicketAlreadySolved
from bot.tickets.find import any_ticket
from bot.tickets.kinds import CLAIMED, show_card, tell_subscriber


class Claimed(BaseModel):
    """`again` if the agent had it before."""

    ticket_id: int
    again: bool


def claim(session: Session, ticket_id: int, agent: Agent, now: datetime) -> Claimed:
    """Gives a ticket to an agent.

    Raises `AgentUnnamed`, `TicketNotFound`, `TicketAlreadySolved`, `TicketAlreadyClaimed`.
    """
    agent_id = agent.named()
    ticket = any_ticket(session, ticket_id)
    tickets = Tickets(session)
    if ticket.status is TicketStatus.SOLVED:
        raise TicketAlreadySolved(ticket_id)
    if ticket.agent_id == agent_id:
        return Claimed(ticket_id=ticket_id, again=True)
    if not tickets.take(ticket_id, agent_id, agent.name):
        session.refresh(ticket)
        raise TicketAlreadyClaimed(ticket_id, ticket.agent_name or "")
    session.refresh(ticket)
    ticket.status = TicketStatus.OPEN
    session.add(ticket)
    tickets.record(ticket_id, "claimed", now, agent_id, agent.name)
    tell_subscriber(session, CLAIMED, ticket, now)
    show_card(session, ticket_id, now)
    return Claimed(ticket_id=ticket_id, again=False)
