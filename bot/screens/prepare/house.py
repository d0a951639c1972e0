"""What the installation itself has to say: apologies and alerts."""

from aiogram.methods import SendMessage

from bot.screens.prepare.readers import Readers
from bot.storage.tables import Outbox
from bot.telegram.parcel import Parcel
from bot.telegram.rebuild import Place


class House:
    """Short words about the bot's own trouble."""

    def __init__(self, readers: Readers) -> None:
        self._readers = readers

    async def apology(self, _: Outbox, place: Place) -> Parcel:
        """A message could not be handled; it is kept, and admins know."""
        texts = await self._readers.of(place.chat_id)
        return Parcel(SendMessage(text=texts.html("apology"), **place.parameters()))

    async def alert(self, row: Outbox, place: Place) -> Parcel:
        """Something an admin has to know."""
        texts = await self._readers.of(place.chat_id)
        words = texts.html(f"alert-{row.facts['what']}", **row.facts["facts"])
        return Parcel(SendMessage(text=words, **place.parameters()))
