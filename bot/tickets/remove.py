"""An agent takes back what they wrote to a subscriber.

Only one's own, and only a named member of the group can own anything. An album goes as a whole, and so does a file
with the words that its caption couldn't hold. What hasn't left yet never will. What has is removed from the
subscriber's screen within 48 hours of being written; later Telegram doesn't let the bot. The ticket keeps it, marked.
"""

from datetime import datetime, timedelta

from pydantic import BaseModel
from sqlmodel import Session

from bot.errors import Refusal
from bot.storage.desk import Placements
from bot.storage.tables import Author, TicketMessage
from bot.storage.tickets import Tickets
from bot.tickets.agent import Agent
from bot.tickets.changes import Way
from bot.tickets.find import any_ticket

DELETABLE = timedelta(hours=48)
"""For so long a bot may delete what it sent (core.telegram.org/bots/api#deletemessage)."""


class NothingToRemove(Refusal):
    """The message pointed at never went to a subscriber."""


class NotYourMessage(Refusal):
    """Somebody else wrote it."""


class TooLateToRemove(Refusal):
    """The subscriber has had it for more than 48 hours."""


class Removed(BaseModel):
    """`again` if it was removed before; `unsent` if the subscriber never saw it."""

    ticket_id: int
    again: bool = False
    unsent: bool = False


def remove(session: Session, chat_id: int, message_id: int, agent: Agent, now: datetime) -> Removed:
    """Takes back a message of the group.

    Raises `NothingToRemove`, `AgentUnnamed`, `NotYourMessage`, `TooLateToRemove`.
    """
    stored = Tickets(session).written(chat_id, message_id)
    if not stored or stored[0].author is not Author.AGENT:
        raise NotYourMessage if _shows_anothers(session, chat_id, message_id) else NothingToRemove
    if stored[0].author_id != agent.named():
        raise NotYourMessage
    ticket = any_ticket(session, stored[0].ticket_id)
    messages = _whole(session, [message for message in stored if message.removed_at is None])
    if not messages:
        return Removed(ticket_id=stored[0].ticket_id, again=True)
    for message in messages:
        message.removed_at = now
        session.add(message)
    unsent = Way(session, ticket, Author.AGENT).remove(messages, now)
    if not unsent and now - stored[0].at > DELETABLE:
        raise TooLateToRemove  # and nothing of it is stored
    return Removed(ticket_id=stored[0].ticket_id, unsent=unsent)


def _shows_anothers(session: Session, chat_id: int, message_id: int) -> bool:
    placement = Placements(session).of(chat_id, message_id)
    return placement is not None and placement.ticket_message_id is not None


def _whole(session: Session, messages: list[TicketMessage]) -> list[TicketMessage]:
    """The messages with all parts of their albums."""
    found = {part.id: part for message in messages for part in Tickets(session).album_of(message)}
    return list(found.values())
