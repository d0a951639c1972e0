"""What changes on the other side: edits of tickets' messages, and their removal."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from aiogram.methods import DeleteMessage, DeleteMessages
from sqlmodel import Session

from bot.screens.prepare.readers import Readers
from bot.screens.prepare.tickets import TicketRows
from bot.storage.content import Content, leading
from bot.storage.database import Database
from bot.storage.desk import Placements
from bot.storage.tables import Outbox, Placement, TicketMessage
from bot.storage.tickets import Tickets, content_of
from bot.telegram.amend import amended
from bot.telegram.parcel import Parcel, Skip
from bot.telegram.rebuild import Place, one
from bot.texts import Texts


@dataclass(frozen=True, slots=True)
class Copied:
    """A message as it is now, where it stands, and whether it carries its album's header."""

    message: TicketMessage
    copies: Sequence[Placement]
    headed: bool

    @property
    def content(self) -> Content:
        """The latest wording."""
        return content_of(self.message)


class ChangeRows:
    """Reads what a message has become and makes calls of it."""

    def __init__(self, database: Database, tickets: TicketRows, readers: Readers) -> None:
        self._database = database
        self._tickets = tickets
        self._readers = readers

    async def edit_for_desk(self, row: Outbox, place: Place) -> Parcel | Skip:
        """A subscriber's latest wording."""
        copied = await self._copied(row)
        header = await self._tickets.writers_name(row.facts["ticket_id"], place)
        return self._edit(row, place, copied, header, self._readers.desk)

    async def edit_for_subscriber(self, row: Outbox, place: Place) -> Parcel | Skip:
        """An agent's latest wording."""
        copied = await self._copied(row)
        header = await self._tickets.agents_name(copied.message, place)
        return self._edit(row, place, copied, header, await self._readers.of(place.chat_id))

    async def removal(self, row: Outbox, place: Place) -> Parcel | Skip:
        """Every copy goes."""
        copies = (await self._copied(row)).copies
        ids = [copy.message_id for copy in copies if copy.chat_id == place.chat_id]
        if not ids:
            return Skip("never delivered")
        one_by_one = DeleteMessage(chat_id=place.chat_id, message_id=ids[0])
        return Parcel(one_by_one if len(ids) == 1 else DeleteMessages(chat_id=place.chat_id, message_ids=ids))

    def _edit(self, row: Outbox, place: Place, copied: Copied, header: str, texts: Texts) -> Parcel | Skip:
        """The newest copy is edited; where it can't be, the new wording answers it, marked as an edit."""
        message = copied.message
        if message.removed_at is not None:
            return Skip("removed")
        if not copied.copies:
            return Skip("never delivered")
        shown = [copy.message_id for copy in copied.copies if copy.chat_id == place.chat_id]
        beside = replace(place, reply_to=shown[-1], quote=None) if shown else place
        mark = texts.plain("edited-under", header=header) if header else texts.plain("edited")
        anew = one(copied.content, beside, mark)
        above = header if copied.headed else ""
        replaced = row.facts["replaced"]
        call = amended(copied.content, place.chat_id, shown[-1], above, replaced=replaced) if shown else None
        return Parcel(call or anew, message.ticket_id, [message.id or 0], instead=anew)

    async def _copied(self, row: Outbox) -> Copied:
        def read(session: Session) -> Copied:
            message = Tickets(session).message(row.facts["message_ids"][0])
            assert message is not None  # noqa: S101 - tickets' messages are never deleted
            parts = Tickets(session).album_of(message)
            headed = not parts or parts[leading([content_of(part) for part in parts])].id == message.id
            return Copied(message, Placements(session).copies(message), headed)

        return await self._database.read(read)
