"""An agent's reply is suggested as an answer of the FAQ.

Any member of the agents' group may suggest one; it is the reply they point at, or else the ticket's latest, and it has
to hold words. Every admin hears of it, once per reply; only an admin may decline it, for all of them.
"""

from collections.abc import Collection
from datetime import datetime

from pydantic import BaseModel
from sqlmodel import Session

from bot.errors import Refusal
from bot.faq.rights import require_admin
from bot.storage.learning import Suggestions
from bot.storage.outbox import OutboxRows, private
from bot.storage.tables import TicketMessage
from bot.storage.tickets import Tickets, content_of
from bot.tickets.agent import Agent
from bot.tickets.find import any_ticket

FAQ_SUGGESTED = "faq_suggested"
"""An outbox row's kind: an admin hears of a suggestion."""


class NothingToSuggest(Refusal):
    """The ticket has no reply with words, or the message pointed at isn't one."""


class NobodyDecides(Refusal):
    """The installation has no admins."""


class SuggestionGone(Refusal):
    """There is no such suggestion."""


class Suggested(BaseModel):
    """The suggestion's number; `again` if the reply was suggested before."""

    suggestion_id: int
    again: bool


def suggest(
    session: Session,
    ticket_id: int,
    agent: Agent,
    message_id: int | None,
    admin_ids: Collection[int],
    now: datetime,
) -> Suggested:
    """Suggests the reply `message_id`, or the latest for None.

    Raises `TicketNotFound`, `NothingToSuggest`, `NobodyDecides`.
    """
    any_ticket(session, ticket_id)
    if not admin_ids:
        raise NobodyDecides
    reply = _reply(session, ticket_id, message_id)
    suggestions = Suggestions(session)
    again = not suggestions.add(ticket_id, reply.id or 0, agent.name, now)
    suggestion = suggestions.of_message(reply.id or 0)
    assert suggestion is not None  # noqa: S101 - it stands there, or did before
    assert suggestion.id is not None  # noqa: S101 - a stored suggestion has its number
    if not again:
        for admin_id in sorted(admin_ids):
            facts = {"chat_id": admin_id, "suggestion_id": suggestion.id}
            lane = private(admin_id)
            OutboxRows(session).add(FAQ_SUGGESTED, facts, conversation=lane, lane=lane, now=now)
    return Suggested(suggestion_id=suggestion.id, again=again)


def decline(session: Session, suggestion_id: int, person_id: int, admin_ids: Collection[int]) -> None:
    """An admin says no. Raises `NotAdmin`, `SuggestionGone`."""
    require_admin(person_id, admin_ids)
    suggestion = Suggestions(session).of(suggestion_id)
    if suggestion is None:
        raise SuggestionGone
    Suggestions(session).decline(suggestion, person_id)


def _reply(session: Session, ticket_id: int, message_id: int | None) -> TicketMessage:
    replies = Tickets(session).replies(ticket_id, message_id)
    reply = next((reply for reply in replies if content_of(reply).text.strip()), None)
    if reply is None:
        raise NothingToSuggest
    return reply
