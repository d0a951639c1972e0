"""A subscriber writes to their ticket.

Only to one's own. The first message that goes to a ticket in conversation is confirmed to the writer. A message to a
solved ticket reopens it; mere thanks don't, but agents see them.
"""

from datetime import datetime

from pydantic import BaseModel
from sqlmodel import Session

from bot.storage.people import Conversations
from bot.storage.tables import Author, Ticket, TicketStatus
from bot.storage.tickets import Tickets
from bot.tickets.find import own_ticket
from bot.tickets.kinds import REOPENED, pass_to_desk, show_card, tell_desk
from bot.tickets.message import Said
from bot.tickets.open import IN_CONVERSATION
from bot.tickets.say import say


class Written(BaseModel):
    """`confirm` if the writer has to be told where it went; `reopened` if the ticket was solved before."""

    ticket_id: int
    message_id: int
    confirm: bool
    reopened: bool


def write_to_ticket(session: Session, ticket_id: int, said: Said, now: datetime, *, thanks: bool) -> Written:
    """Adds a message and passes it to the desk. Raises `TicketNotFound` for another's ticket, too."""
    ticket = own_ticket(session, ticket_id, said.chat_id)
    reopened = ticket.status is TicketStatus.SOLVED and not thanks
    if reopened:
        reopen(session, ticket, now)
    message_ids = []
    for part in said.parts():
        message_ids.append(say(session, ticket_id, part, Author.SUBSCRIBER, (said.chat_id, ticket.name), now))
        pass_to_desk(session, ticket_id, message_ids[-1], part.album, now)
    return Written(
        ticket_id=ticket_id,
        message_id=message_ids[0],
        confirm=_confirm(session, ticket_id, said.chat_id, now, reopened=reopened),
        reopened=reopened,
    )


def reopen(session: Session, ticket: Ticket, now: datetime) -> None:
    """The subscriber isn't done with a solved ticket: it is open again, with the agent who had it."""
    assert ticket.id is not None  # noqa: S101 - a stored ticket has its number
    ticket.status = TicketStatus.OPEN
    ticket.solved_at = None
    session.add(ticket)
    Tickets(session).record(ticket.id, "reopened", now, ticket.chat_id, ticket.name)
    tell_desk(session, REOPENED, ticket.id, now)
    show_card(session, ticket.id, now)


def _confirm(session: Session, ticket_id: int, chat_id: int, now: datetime, *, reopened: bool) -> bool:
    conversations = Conversations(session)
    conversation = conversations.of(chat_id, now)
    here = conversation is not None and conversation.ticket_id == ticket_id
    if here and conversation is not None and not reopened:
        confirm = not conversation.confirmed
        conversations.start(chat_id, ticket_id, conversation.until, confirmed=True)
        return confirm
    conversations.start(chat_id, ticket_id, now + IN_CONVERSATION, confirmed=True)
    return True
