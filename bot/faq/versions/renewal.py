"""Keeps the book in force the newest there is.

In force is the newest version in the database, on every replica, with the synonyms and the small talk on disk. A new
book is made beside the old one, which answers until then.
"""

import asyncio
import gc

import structlog
from sqlmodel import Session

from bot.faq.catalogue.load import CatalogueInvalid
from bot.faq.library import Library
from bot.faq.versions.lookout import Lookout
from bot.faq.versions.press import Press, Words
from bot.storage.database import Database
from bot.storage.faq_versions import FaqVersions
from bot.storage.tables import FaqVersion

log = structlog.get_logger(__name__)


class Renewal:
    """Opened once; then `tick` looks for what is new."""

    def __init__(self, database: Database, press: Press, lookout: Lookout) -> None:
        self._database = database
        self._press = press
        self._lookout = lookout
        self._library: Library | None = None
        self._tried: tuple[int, Words] | None = None  # of which version, with which words a book was made last
        self._lock = asyncio.Lock()

    async def open(self) -> Library:
        """The newest version's book; a file that is news becomes a version first.

        Raises `CatalogueInvalid` where nothing can be used, and `FileInvalid` for the other two files.
        """
        async with self._lock:
            problems = await self._lookout.open()
            newest = await self._database.read(_newest)
            if newest is None:
                raise CatalogueInvalid(problems)
            words = self._press.words
            book = await self._press.book(await self._press.edition(newest.text))
            self._library, self._tried = Library(book, newest.id), (newest.id, words)
            await asyncio.to_thread(_settle_memory)
            return self._library

    async def tick(self) -> None:
        """Takes in what changed on disk and in the database; nothing, where the library was never opened here."""
        if self._library is None:
            return
        async with self._lock:
            await self._lookout.look()
            await self._catch_up(self._library)

    async def write_back(self, version: int) -> bool:
        """Writes a version into the file, if it is in force and nobody changed the file meanwhile."""
        async with self._lock:
            newest = await self._database.read(_newest)
            if self._library is None or newest is None or newest.id != version:
                return False
            return await self._lookout.write(newest)

    async def _catch_up(self, library: Library) -> None:
        """Makes the newest version's book with the newest words, if it isn't the one in force."""
        words = self._press.words
        newest_id = await self._database.read(lambda session: FaqVersions(session).newest_id())
        if (newest_id, words) == self._tried:
            return
        newest = await self._database.read(_newest)
        if newest is None:
            return
        try:
            book = await self._press.book(await self._press.edition(newest.text))
        except CatalogueInvalid as error:
            log.warning("a version can't be used, as if made by a newer bot", version=newest.id, why=str(error))
        else:
            library.put(book, newest.id)
            await asyncio.to_thread(_settle_memory)
            log.info("another FAQ is in force", version=newest.id, entries=len(book.catalogue.entries))
        self._tried = newest.id, words


def _newest(session: Session) -> FaqVersion | None:
    return FaqVersions(session).newest()


def _settle_memory() -> None:
    """What a book holds lives as long as it: walking it time and again would cost the collector much.

    A frozen book that nobody holds still goes at once, since nothing in it holds itself.
    """
    gc.collect()
    gc.freeze()
