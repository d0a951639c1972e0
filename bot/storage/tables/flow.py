"""What flows: updates in, messages out, and what makes each happen once."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, Index, Text, text
from sqlmodel import Field, SQLModel

from bot.storage.columns import BIG, SEQUENCE, UtcDateTime, enum_column

WAITING = text("state = 'new'")
UNSENT = text("done_at IS NULL")


class InboxState(StrEnum):
    """NEW until handled; ASIDE waits for an operator."""

    NEW = "new"
    DONE = "done"
    ASIDE = "aside"


class Inbox(SQLModel, table=True):
    """An update as Telegram sent it. `id` is the order of arrival: Telegram restarts `update_id` after a quiet week."""

    __table_args__ = (Index("ix_inbox_waiting", "conversation", "id", sqlite_where=WAITING, postgresql_where=WAITING),)

    id: int | None = Field(default=None, primary_key=True, sa_type=SEQUENCE)
    update_id: int = Field(sa_type=BIG, unique=True)
    conversation: str
    payload: str = Field(sa_type=Text)
    state: InboxState = Field(default=InboxState.NEW, sa_type=enum_column(InboxState))
    received_at: datetime = Field(sa_type=UtcDateTime)
    not_before: datetime | None = Field(default=None, sa_type=UtcDateTime)
    leased_by: str | None = None
    leased_until: datetime | None = Field(default=None, sa_type=UtcDateTime)
    tries: int = 0
    error: str | None = Field(default=None, sa_type=Text)
    done_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class OutboxState(StrEnum):
    """SKIPPED: no longer wanted; FAILED: refused for good; UNKNOWN: in flight at a crash and not to be repeated."""

    WAITING = "waiting"
    SENDING = "sending"
    SENT = "sent"
    SKIPPED = "skipped"
    FAILED = "failed"
    UNKNOWN = "unknown"


class Outbox(SQLModel, table=True):
    """What must reach someone: a kind and ids, never a rendered message.

    `conversation` keeps the order; `lane` is the chat that Telegram counts (`chat:<id>` or `desk`), where one message
    at a time is in flight; `album` is set while parts of one media group may still join.
    """

    __table_args__ = (
        # the condition is spelt as claims spell it: an index is used only where they are alike
        Index("ix_outbox_unsent", "conversation", "id", sqlite_where=UNSENT, postgresql_where=UNSENT),
        Index("ix_outbox_lane", "lane", "leased_until", sqlite_where=UNSENT, postgresql_where=UNSENT),
    )

    id: int | None = Field(default=None, primary_key=True, sa_type=SEQUENCE)
    kind: str
    facts: dict[str, Any] = Field(sa_type=JSON)
    conversation: str
    lane: str
    bulk: bool = False
    album: str | None = None
    state: OutboxState = Field(default=OutboxState.WAITING, sa_type=enum_column(OutboxState))
    created_at: datetime = Field(sa_type=UtcDateTime)
    due_at: datetime = Field(sa_type=UtcDateTime)
    leased_by: str | None = None
    leased_until: datetime | None = Field(default=None, sa_type=UtcDateTime)
    tries: int = 0
    mends: int = 0
    error: str | None = Field(default=None, sa_type=Text)
    done_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class Outcome(SQLModel, table=True):
    """What a use case returned for an update; run again, the same is returned."""

    update_id: int = Field(primary_key=True, sa_type=BIG)
    use_case: str = Field(primary_key=True)
    result: Any = Field(default=None, sa_type=JSON)
    at: datetime = Field(sa_type=UtcDateTime)


class DialogState(SQLModel, table=True):
    """One key of aiogram's state storage."""

    __tablename__ = "dialog_state"

    key: str = Field(primary_key=True)
    chat_id: int = Field(sa_type=BIG, index=True)
    state: str | None = None
    data: dict[str, Any] = Field(sa_type=JSON)
    updated_at: datetime = Field(sa_type=UtcDateTime)


class Lease(SQLModel, table=True):
    """Who may do what only one may do at a time."""

    name: str = Field(primary_key=True)
    owner: str
    until: datetime = Field(sa_type=UtcDateTime)


class Memo(SQLModel, table=True):
    """A fact the installation remembers about itself, such as the group's new id."""

    key: str = Field(primary_key=True)
    value: Any = Field(default=None, sa_type=JSON)
