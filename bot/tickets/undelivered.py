"""What did not reach the subscriber, and why.

Agents are told beside the message, and the card shows it until something of the ticket arrives again. When a subscriber
who had blocked the bot lets it in again, the card says so, and any member of the agents' group may send what was
refused meanwhile once more: all of it in order, each message once. While the bot is still blocked nothing is sent.
"""

from datetime import datetime
from typing import Literal

from pydantic import BaseModel
from sqlmodel import Session

from bot.errors import Refusal
from bot.storage.outbox import DESK, OutboxRows, about_ticket, private
from bot.storage.people import People
from bot.storage.tables import Ticket
from bot.storage.tickets import Tickets
from bot.storage.undelivered import UndeliveredRows
from bot.tickets.agent import Agent
from bot.tickets.find import any_ticket
from bot.tickets.kinds import TO_SUBSCRIBER, show_card

RETURNED = "ticket_returned"
"""An outbox row's kind: agents hear that a subscriber lets the bot in again."""

Why = Literal["blocked", "gone", "refused", "back"]


class StillBlocked(Refusal):
    """The subscriber hasn't let the bot in again."""


class NothingToSendAgain(Refusal):
    """Nothing was refused, or it was sent again already."""


class SentAgain(BaseModel):
    """How many messages are on their way once more."""

    count: int


class Trouble(BaseModel):
    """What keeps words from the subscriber, and how many messages wait to be sent again."""

    why: Why
    count: int


def not_delivered(session: Session, ticket_id: int, message_ids: list[int], why: str, now: datetime) -> None:
    """Keeps what was refused, and has the card say so."""
    UndeliveredRows(session).add(ticket_id, message_ids, why, now)
    show_card(session, ticket_id, now)


def delivered(session: Session, ticket_id: int, chat_id: int, now: datetime) -> None:
    """Something of the ticket arrived, so the subscriber can be written to."""
    if UndeliveredRows(session).delivered(ticket_id, now):
        People(session).mark_blocked(chat_id, None)
        show_card(session, ticket_id, now)


def trouble(session: Session, ticket: Ticket) -> Trouble | None:
    """What a card has to say; None if the last words arrived, as far as we know."""
    ticket_id = ticket.id or 0
    refused = UndeliveredRows(session).since_delivery(ticket_id)
    if not refused:
        return None
    count = waiting(session, ticket_id)
    why = refused[-1].why
    if why == "blocked" and not is_blocked(session, ticket.chat_id):
        return Trouble(why="back", count=count) if count else None
    return Trouble.model_validate({"why": why, "count": count})


def waiting(session: Session, ticket_id: int) -> int:
    """How many messages could be sent again; one album is one."""
    return len(UndeliveredRows(session).to_send_again(ticket_id))


def is_blocked(session: Session, chat_id: int) -> bool:
    """Whether the subscriber keeps the bot out, as far as we know."""
    person = People(session).of(chat_id)
    return person is None or person.blocked_at is not None


def come_back(session: Session, chat_id: int, now: datetime) -> None:
    """A subscriber lets the bot in again: agents hear of it in the tickets where something was refused."""
    People(session).mark_blocked(chat_id, None)
    outbox = OutboxRows(session)
    for ticket_id in UndeliveredRows(session).tickets_of(chat_id):
        conversation = about_ticket(ticket_id)
        if outbox.waiting(RETURNED, conversation) is None:
            outbox.add(RETURNED, {"ticket_id": ticket_id}, conversation=conversation, lane=DESK, now=now)
        show_card(session, ticket_id, now)


def send_again(session: Session, ticket_id: int, agent: Agent, now: datetime) -> SentAgain:
    """What a block kept back leaves once more. Raises `TicketNotFound`, `NothingToSendAgain`, `StillBlocked`."""
    ticket = any_ticket(session, ticket_id)
    refused = UndeliveredRows(session).to_send_again(ticket_id)
    if not refused:
        raise NothingToSendAgain
    if is_blocked(session, ticket.chat_id):
        raise StillBlocked
    lane = private(ticket.chat_id)
    for row in refused:
        row.again_at = now
        session.add(row)
        facts = {"ticket_id": ticket_id, "chat_id": ticket.chat_id, "message_ids": row.message_ids}
        OutboxRows(session).add(TO_SUBSCRIBER, facts, conversation=lane, lane=lane, now=now)
    Tickets(session).record(ticket_id, "sent again", now, agent.id, agent.name)
    return SentAgain(count=len(refused))
