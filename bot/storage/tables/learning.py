"""What the FAQ could learn, and what admins said about it."""

from datetime import datetime

from sqlmodel import Field, SQLModel

from bot.storage.columns import BIG, SEQUENCE, UtcDateTime


class GapDismissal(SQLModel, table=True):
    """A group of questions that isn't for the FAQ, by the key of its central wording; `count` is how many they were."""

    __tablename__ = "gap_dismissal"

    key: str = Field(primary_key=True)
    count: int
    by_id: int = Field(sa_type=BIG)
    at: datetime = Field(sa_type=UtcDateTime)


class FaqSuggestion(SQLModel, table=True):
    """An agent's reply that could become an answer of the FAQ; `declined_by` is the admin who said no."""

    __tablename__ = "faq_suggestion"

    id: int | None = Field(default=None, primary_key=True, sa_type=SEQUENCE)
    ticket_id: int = Field(foreign_key="ticket.id", sa_type=SEQUENCE)
    message_id: int = Field(foreign_key="ticket_message.id", unique=True, sa_type=SEQUENCE)
    by_name: str
    at: datetime = Field(sa_type=UtcDateTime)
    declined_by: int | None = Field(default=None, sa_type=BIG)
