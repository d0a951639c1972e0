"""What was asked, how it was decided and what followed, without who asked."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import JSON, Text
from sqlmodel import Field, SQLModel

from bot.storage.columns import SEQUENCE, UtcDateTime, enum_column


class Followed(StrEnum):
    """What followed last.

    PICKED: one of the questions offered for want of an answer; NEXT: another one, after an answer didn't help; HELPED
    and NOT_HELPED: the person said so; TICKET: it went to a person.
    """

    SILENCE = ""
    PICKED = "picked"
    HELPED = "helped"
    NOT_HELPED = "not_helped"
    NEXT = "next"
    TICKET = "ticket"


class Question(SQLModel, table=True):
    """`decision` is `answer`, `suggest`, `none` or a kind of small talk; `text` is without personal data.

    `entry_id` is the best match, `score` its probability. `candidates` are the matches, best first, of which the
    first `offered` were shown; `chosen_id` is the one that the person picked, `rejected` those that didn't help.
    `token` is random, and stands on the buttons under the answer: what follows finds the question by it.
    """

    id: int | None = Field(default=None, primary_key=True, sa_type=SEQUENCE)
    token: str | None = Field(default=None, unique=True)
    text: str = Field(sa_type=Text)
    language: str | None = None
    decision: str
    entry_id: str | None = None
    score: float | None = None
    candidates: list[str] = Field(default_factory=list, sa_type=JSON)
    offered: int = 0
    chosen_id: str | None = None
    rejected: list[str] = Field(default_factory=list, sa_type=JSON)
    followed: Followed = Field(default=Followed.SILENCE, sa_type=enum_column(Followed))
    at: datetime = Field(sa_type=UtcDateTime, index=True)
