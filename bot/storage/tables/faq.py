"""The FAQ's versions, and changes that wait for an admin's word."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Text
from sqlmodel import Field, SQLModel

from bot.storage.columns import BIG, SEQUENCE, UtcDateTime


class FaqVersion(SQLModel, table=True):
    """The whole file as it was in force; the newest is in force now.

    `id` counts 1, 2, 3, … without gaps, so that the key itself decides which of two editors was first. `digest` is
    that of the text; `source` is `file` or `chat`; `author` is an admin's id; `note` says what came with it:
    `{"added", "changed", "removed"}` in entries, `{"restored"}` an earlier version's id.
    """

    __tablename__ = "faq_version"

    id: int = Field(primary_key=True, sa_type=BIG, sa_column_kwargs={"autoincrement": False})
    text: str = Field(sa_type=Text)
    digest: str
    author: int | None = Field(default=None, sa_type=BIG)
    source: str
    note: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
    at: datetime = Field(sa_type=UtcDateTime)


class FaqDraft(SQLModel, table=True):
    """A whole file that an admin may put in force; `base` is the version that it was made from.

    `edit` is the change by itself, where it is one that can be made again on a newer version; `note` as above.
    """

    __tablename__ = "faq_draft"

    id: int | None = Field(default=None, primary_key=True, sa_type=SEQUENCE)
    text: str = Field(sa_type=Text)
    base: int = Field(sa_type=BIG)
    edit: dict[str, Any] | None = Field(default=None, sa_type=JSON)
    note: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
    author: int = Field(sa_type=BIG)
    at: datetime = Field(sa_type=UtcDateTime, index=True)


class FaqFile(SQLModel, table=True):
    """A file that versions were read from, by its path.

    `known` are the digests of what was read from it last and of what was written into it since; `refused` that of a
    content that could not be used.
    """

    __tablename__ = "faq_file"

    path: str = Field(primary_key=True)
    known: list[str] = Field(default_factory=list, sa_type=JSON)
    refused: str | None = None
