"""Compares a text with the FAQ in force, beside everything else and with progress."""

import asyncio
from datetime import timedelta

from bot import clock
from bot.faq.book import Book
from bot.faq.library import Library
from bot.faq.versions.compare import Comparison, Shift, difference, questions, shifts
from bot.faq.versions.press import Edition, Press
from bot.handlers.admin.faq.progress import Progress
from bot.storage.database import Database
from bot.storage.questions import Questions
from bot.texts import Texts

LATELY = timedelta(days=90)
MOST_LATELY = 500
"""Questions of subscribers that are tried on both."""
LOOK_EVERY = 0.5


class Comparing:
    """What an edition would change."""

    def __init__(self, database: Database, library: Library, press: Press, texts: Texts) -> None:
        self._database = database
        self._library = library
        self._press = press
        self._texts = texts

    async def __call__(self, before: Edition, after: Edition, progress: Progress) -> Comparison:
        """By entries, and by known questions. Raises `CatalogueInvalid`."""
        found = difference(before.entries, after.entries)
        if not (found.added or found.changed or found.removed or found.moved):
            return Comparison(found)
        book = await self._press.book(after)
        since = clock.now() - LATELY
        asked = await self._database.read(lambda session: Questions(session).latest(since, MOST_LATELY))
        known = questions(found, book, [question.text for question in asked])
        tried = [0]

        def work(old: Book) -> tuple[Shift, ...]:
            return tuple(shifts(found, old, book, known, lambda number: tried.__setitem__(0, number)))

        working = asyncio.create_task(asyncio.to_thread(work, self._library.book))
        while not (await asyncio.wait({working}, timeout=LOOK_EVERY))[0]:
            await progress.say(self._texts.html("draft-comparing", tried=tried[0], asked=len(known)))
        return Comparison(found, working.result(), len(known))
