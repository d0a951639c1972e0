"""Rows of the outbox that tickets make. Each carries `ticket_id`; messages carry `message_ids` too."""

from datetime import datetime, timedelta
from typing import Any

from sqlmodel import Session

from bot.storage.desk import DeskTopics
from bot.storage.outbox import DESK, OutboxRows, about_ticket, private
from bot.storage.tables import OutboxState, Ticket
from bot.tickets.find import any_ticket

CARD = "ticket_card"
"""The card and the topic's title show what the ticket is now; makes both where they are missing."""
TO_DESK = "ticket_to_desk"
TO_SUBSCRIBER = "ticket_to_subscriber"
CLAIMED = "ticket_claimed"
SOLVED = "ticket_solved"
REOPENED = "ticket_reopened"
"""The subscriber wrote to a solved ticket; agents are told in its topic."""
REACTION = "ticket_reaction"
"""What one side has set on a message is set on the other side's."""

ALBUM_SETTLES = timedelta(seconds=1)
"""Parts of an album come as separate updates; it leaves a quiet second after the last."""


def show_card(session: Session, ticket_id: int, now: datetime) -> None:
    """Brings the card up to date; refreshes that have not left yet are one."""
    outbox = OutboxRows(session)
    conversation = about_ticket(ticket_id)
    if outbox.waiting(CARD, conversation) is None:
        outbox.add(CARD, {"ticket_id": ticket_id}, conversation=conversation, lane=DESK, now=now)


def tell_desk(session: Session, kind: str, ticket_id: int, now: datetime) -> None:
    """Says something in the ticket's topic."""
    OutboxRows(session).add(kind, {"ticket_id": ticket_id}, conversation=about_ticket(ticket_id), lane=DESK, now=now)


def tell_subscriber(session: Session, kind: str, ticket: Ticket, now: datetime) -> None:
    """Says something to the subscriber."""
    lane = private(ticket.chat_id)
    facts = {"ticket_id": ticket.id, "chat_id": ticket.chat_id}
    OutboxRows(session).add(kind, facts, conversation=lane, lane=lane, now=now)


def pass_to_desk(session: Session, ticket_id: int, message_id: int, album: str | None, now: datetime) -> None:
    """A subscriber's message goes to the ticket's topic; parts of one album go together."""
    facts: dict[str, Any] = {"ticket_id": ticket_id}
    _pass(session, TO_DESK, facts, message_id, album, about_ticket(ticket_id), DESK, now)


def pass_to_subscriber(session: Session, ticket: Ticket, message_id: int, album: str | None, now: datetime) -> None:
    """An agent's message goes to the subscriber; parts of one album go together."""
    lane = private(ticket.chat_id)
    facts: dict[str, Any] = {"ticket_id": ticket.id, "chat_id": ticket.chat_id}
    _pass(session, TO_SUBSCRIBER, facts, message_id, album, lane, lane, now)


def withhold_album(session: Session, ticket_id: int, album: str, now: datetime) -> None:
    """An album whose caption is a note or a command stays among agents: its parts so far, and those to come."""
    ticket = any_ticket(session, ticket_id)
    outbox = OutboxRows(session)
    lane = private(ticket.chat_id)
    row = outbox.open_album(lane, album)
    if row is None:
        facts = {"ticket_id": ticket_id, "chat_id": ticket.chat_id, "message_ids": []}
        row = outbox.add(TO_SUBSCRIBER, facts, conversation=lane, lane=lane, now=now, album=album)
    assert row.id is not None  # noqa: S101 - a stored row has its key
    outbox.drop(row, now, "for agents")


def is_withheld(session: Session, ticket: Ticket, album: str) -> bool:
    """Whether an album is for agents only."""
    return OutboxRows(session).has_album(private(ticket.chat_id), album, OutboxState.SKIPPED)


def _pass(
    session: Session,
    kind: str,
    facts: dict[str, Any],
    message_id: int,
    album: str | None,
    conversation: str,
    lane: str,
    now: datetime,
) -> None:
    outbox = OutboxRows(session)
    row = outbox.open_album(conversation, album) if album else None
    if row is not None:
        row.facts = row.facts | {"message_ids": [*row.facts["message_ids"], message_id]}
        row.due_at = now + ALBUM_SETTLES
        session.add(row)
        return
    outbox.add(
        kind,
        facts | {"message_ids": [message_id]},
        conversation=conversation,
        lane=lane,
        now=now,
        album=album,
        due_at=now + ALBUM_SETTLES if album else now,
    )


def show_card_anew(session: Session, ticket_id: int, now: datetime) -> None:
    """Posts the card once more; from now on that one follows the ticket. Raises `TicketNotFound`."""
    any_ticket(session, ticket_id)
    DeskTopics(session).drop_card(ticket_id)
    show_card(session, ticket_id, now)
