"""Who writes to us, which contracts they see, and where their next message goes."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON
from sqlmodel import Field, SQLModel

from bot.storage.columns import BIG, SEQUENCE, UtcDateTime


class Person(SQLModel, table=True):
    """A private chat.

    `language` is what the person chose, else None and Telegram's own decides; `phone` is the person's own, in E.164,
    once they signed in with it.
    """

    chat_id: int = Field(primary_key=True, sa_type=BIG)
    name: str
    username: str | None = None
    language: str | None = None
    telegram_language: str | None = None
    phone: str | None = None
    reminders: bool = True
    blocked_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    first_seen: datetime = Field(sa_type=UtcDateTime)


class Link(SQLModel, table=True):
    """A chat that may see a contract; many to many."""

    chat_id: int = Field(primary_key=True, sa_type=BIG)
    contract: str = Field(primary_key=True, index=True)
    linked_at: datetime = Field(sa_type=UtcDateTime, index=True)


class Conversation(SQLModel, table=True):
    """The ticket that a chat's messages go to until a moment; `confirmed` once the person was told so."""

    chat_id: int = Field(primary_key=True, sa_type=BIG)
    ticket_id: int
    until: datetime = Field(sa_type=UtcDateTime)
    confirmed: bool = False


class Kept(SQLModel, table=True):
    """What was sent without a ticket; `parts` are `{"content", "message_id"}`, several for an album."""

    id: int | None = Field(default=None, primary_key=True, sa_type=SEQUENCE)
    chat_id: int = Field(sa_type=BIG, index=True)
    album: str | None = None
    parts: list[dict[str, Any]] = Field(sa_type=JSON)
    at: datetime = Field(sa_type=UtcDateTime)
