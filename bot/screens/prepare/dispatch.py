"""Finds who prepares a row by its kind; implements delivery's `Prepare`."""

from collections.abc import Awaitable, Callable

from sqlmodel import Session

from bot import clock
from bot.faq.versions.on_disk import FAQ_REFUSED
from bot.notices.dispatch import PAYMENT
from bot.screens.prepare.changes import ChangeRows
from bot.screens.prepare.faq import FaqRows
from bot.screens.prepare.house import House
from bot.screens.prepare.reactions import ReactionRows
from bot.screens.prepare.reminders import ReminderRows
from bot.screens.prepare.suggestions import SuggestionRows
from bot.screens.prepare.tickets import TicketRows
from bot.screens.prepare.undelivered import UndeliveredRemarks
from bot.storage.outbox import DESK
from bot.storage.tables import Outbox
from bot.telegram.alarms import ALERT, APOLOGY
from bot.telegram.parcel import Parcel, Skip
from bot.telegram.rebuild import Call, Place
from bot.telegram.remedies import UNDELIVERED
from bot.tickets import kinds
from bot.tickets.changes import EDIT_FOR_DESK, EDIT_FOR_SUBSCRIBER, REMOVE
from bot.tickets.suggest import FAQ_SUGGESTED
from bot.tickets.undelivered import RETURNED, not_delivered

AT_MOST_ONCE = frozenset({PAYMENT})
"""Better a reminder missed, and counted, than one told twice."""

FOR_SUBSCRIBER = frozenset({kinds.TO_SUBSCRIBER, kinds.CLAIMED, kinds.SOLVED})
"""What a card has to tell of if it doesn't arrive."""
DROPPED_IF_REFUSED = frozenset({kinds.REACTION})
"""A side that doesn't see a reaction lacks no words."""


class Preparing:
    """Everything that can be in the outbox."""

    def __init__(
        self,
        tickets: TicketRows,
        reactions: ReactionRows,
        reminders: ReminderRows,
        suggestions: SuggestionRows,
        house: House,
        faq: FaqRows,
        changes: ChangeRows,
        remarks: UndeliveredRemarks,
    ) -> None:
        self._tickets = tickets
        self._by_kind: dict[str, Callable[[Outbox, Place], Awaitable[Parcel | Skip]]] = {
            kinds.CARD: tickets.card_refresh,
            kinds.TO_DESK: tickets.to_desk,
            kinds.TO_SUBSCRIBER: tickets.to_subscriber,
            EDIT_FOR_DESK: changes.edit_for_desk,
            EDIT_FOR_SUBSCRIBER: changes.edit_for_subscriber,
            REMOVE: changes.removal,
            kinds.CLAIMED: tickets.announcement,
            kinds.SOLVED: tickets.announcement,
            kinds.REOPENED: tickets.desk_remark,
            kinds.REACTION: reactions.shown,
            UNDELIVERED: remarks.refused,
            RETURNED: remarks.returned,
            PAYMENT: reminders.payment,
            FAQ_SUGGESTED: suggestions.suggested,
            APOLOGY: house.apology,
            ALERT: house.alert,
            FAQ_REFUSED: faq.refused,
        }

    def place_of(self, row: Outbox) -> Place | None:
        """The chat that a row names; None for the desk, which finds the ticket's topic."""
        if "chat_id" in row.facts:
            return Place(row.facts["chat_id"], row.facts.get("thread_id"))
        assert row.lane == DESK  # noqa: S101 - what names no chat is about a ticket
        return None

    def may_repeat(self, row: Outbox) -> bool:
        """Words of a ticket must arrive, even twice; a reminder must not come twice."""
        return row.kind not in AT_MOST_ONCE

    def may_drop(self, row: Outbox) -> bool:
        """Reactions are no words of anybody's."""
        return row.kind in DROPPED_IF_REFUSED

    def not_delivered(self, session: Session, row: Outbox, why: str) -> None:
        """The ticket's card shows it, and what a block kept back can be sent again."""
        if row.kind in FOR_SUBSCRIBER:
            not_delivered(session, row.facts["ticket_id"], row.facts.get("message_ids", []), why, clock.now())

    async def parcel(self, row: Outbox, place: Place) -> Parcel | Skip:
        """The call for a row, or why there is none any more."""
        return await self._by_kind[row.kind](row, place)

    async def card(self, ticket_id: int, place: Place) -> Call:
        """A ticket's card as a new message."""
        return await self._tickets.new_card(ticket_id, place)

    async def title(self, ticket_id: int) -> str:
        """A ticket's topic title."""
        return await self._tickets.title(ticket_id)
