"""Somebody edits what they wrote to a ticket.

The ticket keeps the latest wording and when it was edited, and the copy on the other side follows. Only messages that
went into a ticket do: an edit sends nothing that was kept back before, neither a note made an ordinary message nor one
that was removed. Words that no longer fit into a caption follow their file, those that fit again return to it. Places,
contacts and what is copied as a whole stay as they were.
"""

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from itertools import zip_longest

from pydantic import BaseModel
from sqlmodel import Session

from bot.storage.content import AMENDABLE, Content, leading
from bot.storage.tables import Author, Ticket, TicketMessage
from bot.storage.tickets import Tickets, content_of
from bot.tickets.changes import Way
from bot.tickets.find import any_ticket
from bot.tickets.kinds import pass_to_desk, pass_to_subscriber
from bot.tickets.message import Said
from bot.tickets.say import say


class Outcome(StrEnum):
    """FOREIGN: no message of a ticket; REMOVED: it was taken back before."""

    FOREIGN = "foreign"
    REMOVED = "removed"
    KEPT = "kept"


class Edited(BaseModel):
    """What an edit came to."""

    outcome: Outcome


def edit(session: Session, said: Said, now: datetime) -> Edited:
    """Brings a stored message, and its copy, up to date; `said` is the message as it reads now."""
    stored = Tickets(session).written(said.chat_id, said.message_id)
    if not stored:
        return Edited(outcome=Outcome.FOREIGN)
    ticket = any_ticket(session, stored[0].ticket_id)
    standing = [message for message in stored if message.removed_at is None]
    if not standing:
        return Edited(outcome=Outcome.REMOVED)
    headed = _headed(session, standing[0])
    for message, part in zip_longest(standing, said.content.sendable()):
        if message is None:
            _add(session, ticket, standing[0], part, now)
        elif part is None:
            message.removed_at = now
            session.add(message)
            Way(session, ticket, message.author).remove([message], now)
        else:
            _change(session, ticket, message, part, now)
    session.flush()
    _move_header(session, ticket, standing[0], headed, now)
    return Edited(outcome=Outcome.KEPT)


def _change(session: Session, ticket: Ticket, message: TicketMessage, content: Content, now: datetime) -> None:
    before = content_of(message)
    if content == before or content.kind not in AMENDABLE:
        return
    replaced = (content.kind, content.file_id, content.spoiler) != (before.kind, before.file_id, before.spoiler)
    message.content = content.model_dump(mode="json")
    message.edited_at = now
    session.add(message)
    Way(session, ticket, message.author).amend(message, now, replaced=replaced)


def _add(session: Session, ticket: Ticket, file: TicketMessage, words: Content, now: datetime) -> None:
    """Words too long for a caption now answer their file."""
    said = Said(words, file.source_chat_id, file.source_message_id, reply_to=file.source_message_id)
    message_id = say(session, file.ticket_id, said, file.author, (file.author_id, file.author_name), now)
    if file.author is Author.AGENT:
        pass_to_subscriber(session, ticket, message_id, None, now)
    else:
        pass_to_desk(session, file.ticket_id, message_id, None, now)


def _headed(session: Session, message: TicketMessage) -> int | None:
    """The part of the album that carries the header."""
    parts: Sequence[TicketMessage] = Tickets(session).album_of(message)
    return parts[leading([content_of(part) for part in parts])].id


def _move_header(session: Session, ticket: Ticket, message: TicketMessage, before: int | None, now: datetime) -> None:
    """An album's header stands where its caption does, also when that moves to another part."""
    after = _headed(session, message)
    if after == before:
        return
    for part in Tickets(session).album_of(message):
        if part.id in (before, after):
            Way(session, ticket, message.author).amend(part, now)
