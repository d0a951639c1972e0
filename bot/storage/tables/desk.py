"""Where tickets stand in the agents' group, and which message there or in a private chat belongs to which ticket."""

from datetime import datetime

from sqlalchemy import JSON
from sqlmodel import Field, SQLModel

from bot.storage.columns import BIG, SEQUENCE, UtcDateTime


class DeskTopic(SQLModel, table=True):
    """A ticket's topic and card; `thread_id` stays None in a group without topics."""

    __tablename__ = "desk_topic"

    ticket_id: int = Field(primary_key=True, foreign_key="ticket.id", sa_type=SEQUENCE)
    chat_id: int = Field(sa_type=BIG)
    thread_id: int | None = Field(default=None, sa_type=BIG, index=True)
    title: str | None = None
    card_message_id: int | None = Field(default=None, sa_type=BIG)


class Placement(SQLModel, table=True):
    """A message on some screen that belongs to a ticket; `ticket_message_id` is None for cards and announcements."""

    chat_id: int = Field(primary_key=True, sa_type=BIG)
    message_id: int = Field(primary_key=True, sa_type=BIG)
    ticket_id: int = Field(foreign_key="ticket.id", index=True, sa_type=SEQUENCE)
    ticket_message_id: int | None = Field(default=None, index=True, sa_type=SEQUENCE)


class Reaction(SQLModel, table=True):
    """What somebody has set on a ticket's message as a chat shows it; `actor_id` may be a group's own id."""

    ticket_message_id: int = Field(primary_key=True, foreign_key="ticket_message.id", sa_type=SEQUENCE)
    chat_id: int = Field(primary_key=True, sa_type=BIG)
    actor_id: int = Field(primary_key=True, sa_type=BIG)
    emoji: str
    at: datetime = Field(sa_type=UtcDateTime)


class Undelivered(SQLModel, table=True):
    """What Telegram refused to bring to a ticket's subscriber; no `message_ids` for an announcement.

    `why` is `blocked`, `gone` or `refused`; `delivered_at` is when something of the ticket arrived again, `again_at`
    when an agent sent the messages once more.
    """

    id: int | None = Field(default=None, primary_key=True, sa_type=SEQUENCE)
    ticket_id: int = Field(foreign_key="ticket.id", index=True, sa_type=SEQUENCE)
    message_ids: list[int] = Field(sa_type=JSON)
    why: str
    at: datetime = Field(sa_type=UtcDateTime)
    delivered_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    again_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
