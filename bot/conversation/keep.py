"""Keeps what was sent without a ticket until the sender says where it belongs.

Parts of one album are kept together, and the sender is asked once. What is kept belongs to the sender alone, and goes
to a ticket once.
"""

from datetime import datetime

from pydantic import BaseModel
from sqlmodel import Session

from bot.errors import Refusal
from bot.storage.content import Content
from bot.storage.kept import KeptRows
from bot.storage.tables import Kept
from bot.tickets.message import Said
from bot.tickets.open import Attachment
from bot.tickets.write import write_to_ticket


class KeptGone(Refusal):
    """It was put into a ticket already, or it isn't this person's."""


class Stored(BaseModel):
    """`first` if the sender has to be asked; later parts of an album join silently."""

    kept_id: int
    first: bool


def keep(session: Session, said: Said, now: datetime) -> Stored:
    """Keeps one message."""
    rows = KeptRows(session)
    part = {"content": said.content.model_dump(mode="json"), "message_id": said.message_id}
    row = rows.open_album(said.chat_id, said.album) if said.album else None
    first = row is None
    if row is None:
        row = rows.add(Kept(chat_id=said.chat_id, album=said.album, parts=[part], at=now))
    else:
        row.parts = [*row.parts, part]
        session.add(row)
    assert row.id is not None  # noqa: S101 - it has just been stored
    return Stored(kept_id=row.id, first=first)


def attachments(session: Session, kept_id: int, chat_id: int) -> list[Attachment]:
    """What is kept, for a new ticket. Raises `KeptGone`."""
    row = _own(session, kept_id, chat_id)
    return [Attachment(Content.model_validate(part["content"]), part["message_id"]) for part in row.parts]


def let_go(session: Session, kept_id: int, chat_id: int) -> None:
    """It is in a new ticket's draft now. Raises `KeptGone`."""
    session.delete(_own(session, kept_id, chat_id))


def is_kept(session: Session, chat_id: int, message_id: int) -> bool:
    """Whether a message waits here."""
    return KeptRows(session).of_message(chat_id, message_id) is not None


def corrected(session: Session, chat_id: int, message_id: int, content: Content) -> None:
    """Its sender edited what is kept."""
    row = KeptRows(session).of_message(chat_id, message_id)
    if row is None:
        return
    now_reads = {"message_id": message_id, "content": content.model_dump(mode="json")}
    row.parts = [now_reads if part["message_id"] == message_id else part for part in row.parts]
    session.add(row)


class Added(BaseModel):
    """The ticket that it went to."""

    ticket_id: int


def add_to_ticket(session: Session, kept_id: int, chat_id: int, ticket_id: int, now: datetime) -> Added:
    """Puts what is kept into one's own ticket. Raises `KeptGone`, `TicketNotFound`."""
    row = _own(session, kept_id, chat_id)
    for part in row.parts:
        content = Content.model_validate(part["content"])
        said = Said(content, chat_id, part["message_id"], row.album)
        write_to_ticket(session, ticket_id, said, now, thanks=False)
    session.delete(row)
    return Added(ticket_id=ticket_id)


def _own(session: Session, kept_id: int, chat_id: int) -> Kept:
    row = KeptRows(session).of(kept_id)
    if row is None or row.chat_id != chat_id:
        raise KeptGone
    return row
