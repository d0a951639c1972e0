"""Somebody reacts to a message of a ticket, or takes the reaction back; the other side sees it.

Only words of the ticket carry reactions over: cards, announcements and notes among agents stand on one side alone.
A bot shows one reaction per message, so of several agents' the latest is shown, and after it was taken back the one
before. Changes that have not left yet are one.
"""

from datetime import datetime

from pydantic import BaseModel
from sqlmodel import Session

from bot.storage.desk import Placements
from bot.storage.outbox import DESK, OutboxRows, about_ticket, private
from bot.storage.reactions import Reactions
from bot.storage.tables import Ticket
from bot.tickets.find import any_ticket
from bot.tickets.kinds import REACTION


class Reacted(BaseModel):
    """The ticket's message that it was about; None if it was about none."""

    message_id: int | None


def react(session: Session, chat_id: int, message_id: int, actor_id: int, emoji: str | None, now: datetime) -> Reacted:
    """What somebody has on a message from now on; None: nothing. `actor_id` is a person, or a group for its own."""
    placement = Placements(session).of(chat_id, message_id)
    if placement is None or placement.ticket_message_id is None:
        return Reacted(message_id=None)
    ticket = any_ticket(session, placement.ticket_id)
    reacted = placement.ticket_message_id
    if emoji is None:
        Reactions(session).take_back(reacted, chat_id, actor_id)
    else:
        Reactions(session).put(reacted, chat_id, actor_id, emoji, now)
    _show(session, ticket, reacted, to_desk=chat_id == ticket.chat_id, now=now)
    return Reacted(message_id=reacted)


def _show(session: Session, ticket: Ticket, reacted: int, *, to_desk: bool, now: datetime) -> None:
    """Has the other side brought up to date, behind what is on its way there already."""
    facts = {"ticket_id": ticket.id, "reacted": reacted}
    if to_desk:
        lane, conversation = DESK, about_ticket(ticket.id or 0)
    else:
        lane = conversation = private(ticket.chat_id)
        facts["chat_id"] = ticket.chat_id
    outbox = OutboxRows(session)
    if all(row.facts["reacted"] != reacted for row in outbox.all_waiting(REACTION, conversation)):
        outbox.add(REACTION, facts, conversation=conversation, lane=lane, now=now)
