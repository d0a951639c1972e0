"""Who was to be told what, for which day."""

from datetime import date, datetime

from sqlmodel import Field, SQLModel

from bot.storage.columns import SEQUENCE, UtcDateTime


class Notice(SQLModel, table=True):
    """The key is the promise: one notice per kind, subject (`contract:chat`) and day."""

    kind: str = Field(primary_key=True)
    subject: str = Field(primary_key=True)
    due_on: date = Field(primary_key=True)
    planned_at: datetime = Field(sa_type=UtcDateTime)
    outbox_id: int | None = Field(default=None, sa_type=SEQUENCE)
