"""What agents are told of words that did not arrive, and of a subscriber who is back."""

from dataclasses import replace

from aiogram.methods import SendMessage
from aiogram.types import InlineKeyboardMarkup
from sqlmodel import Session

from bot.screens.buttons import button
from bot.screens.callbacks import DeskAction
from bot.screens.prepare.readers import Readers
from bot.storage.database import Database
from bot.storage.desk import Placements
from bot.storage.tables import Outbox
from bot.storage.tickets import Tickets
from bot.telegram.parcel import Parcel, Skip
from bot.telegram.rebuild import Place
from bot.texts import Html
from bot.tickets.undelivered import is_blocked, waiting


class UndeliveredRemarks:
    """Looks again at what could be sent once more."""

    def __init__(self, database: Database, readers: Readers) -> None:
        self._database = database
        self._readers = readers

    async def refused(self, row: Outbox, place: Place) -> Parcel:
        """Why it didn't arrive, beside the message that it is about."""
        about: int | None = row.facts.get("about")

        def read(session: Session) -> tuple[int | None, int]:
            shown = None if about is None else Placements(session).where_shown(about, place.chat_id)
            return shown, waiting(session, row.facts["ticket_id"])

        shown, count = await self._database.read(read)
        if shown is not None:
            place = replace(place, reply_to=shown)
        why = row.facts["why"]
        facts = {"number": str(row.facts["ticket_id"]), "reason": row.facts.get("reason", "")}
        words = self._readers.desk.html(f"desk-undelivered-{why}", **facts)
        return self._remark(row, place, words, again=why == "blocked" and count > 0)

    async def returned(self, row: Outbox, place: Place) -> Parcel | Skip:
        """How much the subscriber lacks."""
        ticket_id = row.facts["ticket_id"]

        def read(session: Session) -> tuple[int, bool]:
            ticket = Tickets(session).of(ticket_id)
            return waiting(session, ticket_id), ticket is None or is_blocked(session, ticket.chat_id)

        count, gone_again = await self._database.read(read)
        if gone_again or not count:
            return Skip("blocked again" if gone_again else "nothing to send again")
        words = self._readers.desk.html("desk-ticket-returned", count=count)
        return self._remark(row, place, words, again=True)

    def _remark(self, row: Outbox, place: Place, words: Html, *, again: bool) -> Parcel:
        ticket_id = row.facts["ticket_id"]
        press = button(self._readers.desk.plain("desk-again"), DeskAction(what="again", ticket_id=ticket_id))
        keyboard = InlineKeyboardMarkup(inline_keyboard=[[press]]) if again else None
        return Parcel(SendMessage(text=words, reply_markup=keyboard, **place.parameters()), ticket_id)
