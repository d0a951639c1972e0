"""What was asked and how it was decided, without who asked."""

from datetime import datetime

from sqlalchemy import Text
from sqlmodel import Field, SQLModel

from bot.storage.columns import SEQUENCE, UtcDateTime


class Question(SQLModel, table=True):
    """`decision` is `answer`, `suggest` or `none`; `entry_id` the best match, `score` its probability."""

    id: int | None = Field(default=None, primary_key=True, sa_type=SEQUENCE)
    text: str = Field(sa_type=Text)
    decision: str
    entry_id: str | None = None
    score: float | None = None
    at: datetime = Field(sa_type=UtcDateTime, index=True)
