"""Where a private message goes that is neither a command nor a step of an open dialog: first match wins."""

from dataclasses import dataclass

from bot.storage.content import Content, ContentKind
from bot.storage.tables import Conversation


@dataclass(frozen=True, slots=True)
class ToTicket:
    """It belongs to a ticket."""

    ticket_id: int


@dataclass(frozen=True, slots=True)
class Question:
    """It is asked of the FAQ."""

    text: str


@dataclass(frozen=True, slots=True)
class Keep:
    """A file, place or contact without a ticket: kept, and the sender is asked where it belongs."""


def destination(
    content: Content, answered_ticket: int | None, conversation: Conversation | None
) -> ToTicket | Question | Keep:
    """The ticket whose message is answered, then the ticket in conversation; other words are a question."""
    if answered_ticket is not None:
        return ToTicket(answered_ticket)
    if conversation is not None:
        return ToTicket(conversation.ticket_id)
    if content.kind is ContentKind.TEXT:
        return Question(content.text)
    return Keep()
