"""Opens a ticket.

One dialog opens one ticket, however often "confirm" arrives. The ticket comes into conversation: what the subscriber
writes next goes to it. Agents get a card, then what was attached.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from pydantic import BaseModel
from sqlmodel import Session

from bot.storage.content import Content, ContentKind
from bot.storage.outbox import DESK, OutboxRows, about_ticket
from bot.storage.people import Conversations
from bot.storage.tables import Author, Ticket, TicketMessage
from bot.storage.tickets import Tickets
from bot.tickets.albums import albums
from bot.tickets.kinds import TO_DESK, show_card

IN_CONVERSATION = timedelta(hours=24)
CARD_HOLDS = 1000
"""Characters of a description that a card shows; a longer one also goes to the desk whole."""
MESSAGE_HOLDS = 2000
"""Characters that fit a message even if each takes two UTF-16 units."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """Something sent along, and the message it came in (0 where there is none)."""

    content: Content
    message_id: int


@dataclass(frozen=True, slots=True)
class Draft:
    """What the dialog gathered. `key` is the dialog's own, `answer_due` when a first answer is promised."""

    key: str
    chat_id: int
    name: str
    topic: str
    description: str
    answer_due: datetime
    contract: str | None = None
    phone: str | None = None
    attachments: Sequence[Attachment] = field(default=())


class Opened(BaseModel):
    """The ticket's number and its promise."""

    ticket_id: int
    answer_due: datetime


def open_ticket(session: Session, draft: Draft, now: datetime) -> Opened:
    """Opens the ticket of a draft, or returns the one it has opened already."""
    tickets = Tickets(session)
    ticket = tickets.of_draft(draft.key)
    if ticket is None:
        ticket = tickets.add(_ticket(draft, now))
        assert ticket.id is not None  # noqa: S101 - it has just been stored
        tickets.record(ticket.id, "opened", now, draft.chat_id, draft.name)
        show_card(session, ticket.id, now)
        _attach(session, ticket.id, draft, now)
        Conversations(session).start(draft.chat_id, ticket.id, now + IN_CONVERSATION, confirmed=False)
    assert ticket.id is not None  # noqa: S101 - a stored ticket has its number
    return Opened(ticket_id=ticket.id, answer_due=ticket.answer_due)


def _ticket(draft: Draft, now: datetime) -> Ticket:
    return Ticket(
        chat_id=draft.chat_id,
        name=draft.name,
        contract=draft.contract,
        phone=draft.phone,
        topic=draft.topic,
        description=draft.description,
        draft=draft.key,
        opened_at=now,
        answer_due=draft.answer_due,
    )


def _attach(session: Session, ticket_id: int, draft: Draft, now: datetime) -> None:
    files = [replace(part, content=content) for part in draft.attachments for content in part.content.sendable()]
    parts = [*_whole_description(draft), *files]
    for group in albums(part.content for part in parts):
        message_ids = [_say(session, ticket_id, draft, parts[position], now) for position in group]
        OutboxRows(session).add(
            TO_DESK,
            {"ticket_id": ticket_id, "message_ids": message_ids},
            conversation=about_ticket(ticket_id),
            lane=DESK,
            now=now,
        )


def _whole_description(draft: Draft) -> list[Attachment]:
    """A description that the card can't hold, as messages."""
    words = draft.description
    if len(words) <= CARD_HOLDS:
        return []
    starts = range(0, len(words), MESSAGE_HOLDS)
    return [
        Attachment(Content(kind=ContentKind.TEXT, text=words[start : start + MESSAGE_HOLDS]), 0) for start in starts
    ]


def _say(session: Session, ticket_id: int, draft: Draft, attachment: Attachment, now: datetime) -> int:
    message = Tickets(session).say(
        TicketMessage(
            ticket_id=ticket_id,
            author=Author.SUBSCRIBER,
            author_id=draft.chat_id,
            author_name=draft.name,
            content=attachment.content.model_dump(mode="json"),
            source_chat_id=draft.chat_id,
            source_message_id=attachment.message_id,
            at=now,
        )
    )
    assert message.id is not None  # noqa: S101 - it has just been stored
    return message.id
