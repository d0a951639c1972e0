"""Finds a ticket to change, and holds it until the step commits."""

from sqlmodel import Session

from bot.storage.tables import Ticket
from bot.storage.tickets import Tickets
from bot.tickets.errors import TicketNotFound


def any_ticket(session: Session, ticket_id: int) -> Ticket:
    """A ticket, for agents. Raises `TicketNotFound`."""
    ticket = Tickets(session).held(ticket_id)
    if ticket is None:
        raise TicketNotFound
    return ticket


def own_ticket(session: Session, ticket_id: int, chat_id: int) -> Ticket:
    """A subscriber's own ticket; another's is not found either. Raises `TicketNotFound`."""
    ticket = any_ticket(session, ticket_id)
    if ticket.chat_id != chat_id:
        raise TicketNotFound
    return ticket
