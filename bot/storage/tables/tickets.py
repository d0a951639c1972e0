"""Tickets, what was said in them, and what happened to them."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, Index
from sqlmodel import Field, SQLModel

from bot.storage.columns import BIG, SEQUENCE, UtcDateTime, enum_column


class TicketStatus(StrEnum):
    """NEW until an agent takes it or answers; SOLVED until the subscriber writes again."""

    NEW = "new"
    OPEN = "open"
    SOLVED = "solved"


class Author(StrEnum):
    """Whose words a message holds."""

    SUBSCRIBER = "subscriber"
    AGENT = "agent"


class Ticket(SQLModel, table=True):
    """`draft` names the dialog it came from, so that one dialog opens one ticket."""

    id: int | None = Field(default=None, primary_key=True, sa_type=SEQUENCE)
    chat_id: int = Field(sa_type=BIG, index=True)
    name: str
    contract: str | None = None
    phone: str | None = None
    topic: str
    description: str
    status: TicketStatus = Field(default=TicketStatus.NEW, sa_type=enum_column(TicketStatus))
    agent_id: int | None = Field(default=None, sa_type=BIG)
    agent_name: str | None = None
    draft: str = Field(unique=True)
    opened_at: datetime = Field(sa_type=UtcDateTime)
    answer_due: datetime = Field(sa_type=UtcDateTime)
    first_response_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    solved_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class TicketMessage(SQLModel, table=True):
    """One message or one part of an album; `source_*` is where it was written, `album` Telegram's media group there.

    `content` is the latest wording, `edited_at` when it last changed. `removed_at` is when its writer took it back: it
    stays here, and on no one else's screen.
    """

    __tablename__ = "ticket_message"
    __table_args__ = (Index("ix_ticket_message_source", "source_chat_id", "source_message_id"),)

    id: int | None = Field(default=None, primary_key=True, sa_type=SEQUENCE)
    ticket_id: int = Field(foreign_key="ticket.id", index=True, sa_type=SEQUENCE)
    author: Author = Field(sa_type=enum_column(Author))
    author_id: int | None = Field(default=None, sa_type=BIG)
    author_name: str
    content: dict[str, Any] = Field(sa_type=JSON)
    source_chat_id: int = Field(sa_type=BIG)
    source_message_id: int = Field(sa_type=BIG)
    reply_to_id: int | None = Field(default=None, sa_type=SEQUENCE)
    album: str | None = None
    at: datetime = Field(sa_type=UtcDateTime)
    edited_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    removed_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class TicketEvent(SQLModel, table=True):
    """What happened, when and by whom: opened, claimed, solved, reopened."""

    __tablename__ = "ticket_event"

    id: int | None = Field(default=None, primary_key=True, sa_type=SEQUENCE)
    ticket_id: int = Field(foreign_key="ticket.id", index=True, sa_type=SEQUENCE)
    kind: str
    by_id: int | None = Field(default=None, sa_type=BIG)
    by_name: str | None = None
    at: datetime = Field(sa_type=UtcDateTime)
