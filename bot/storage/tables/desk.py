"""Where tickets stand in the agents' group, and which message there or in a private chat belongs to which ticket."""

from sqlmodel import Field, SQLModel

from bot.storage.columns import BIG, SEQUENCE


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
