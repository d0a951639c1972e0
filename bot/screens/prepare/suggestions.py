"""Agents' suggestions on their way to the admins."""

from aiogram.methods import SendMessage

from bot.conversation.lessons import Lessons
from bot.faq.library import Library
from bot.screens.prepare.readers import Readers
from bot.screens.suggestion import suggestion
from bot.storage.tables import Outbox
from bot.telegram.parcel import Parcel, Skip
from bot.telegram.rebuild import Place


class SuggestionRows:
    """Looks at a suggestion again: another admin may have decided by now."""

    def __init__(self, lessons: Lessons, library: Library, readers: Readers) -> None:
        self._lessons = lessons
        self._library = library
        self._readers = readers

    async def suggested(self, row: Outbox, place: Place) -> Parcel | Skip:
        """The question, the reply, and what can be made of them."""
        found = await self._lessons.suggestion(row.facts["suggestion_id"])
        if found is None or found.declined:
            return Skip("declined")
        texts = await self._readers.of(place.chat_id)
        screen = suggestion(texts, found, self._library.book.catalogue)
        return Parcel(SendMessage(text=screen.text, reply_markup=screen.keyboard, **place.parameters()))
