"""Keeps the book in force the newest there is.

In force is the newest version in the database, on every replica. The files on disk are looked at when they change; a
new book is made beside the old one, which answers until then. A file that can't be used changes nothing.
"""

import asyncio
import gc
from collections.abc import Collection
from pathlib import Path

import structlog
from sqlmodel import Session

from bot import clock
from bot.faq.catalogue.load import CatalogueInvalid
from bot.faq.library import Library
from bot.faq.versions.compare import difference
from bot.faq.versions.on_disk import Content, acquaint, is_news, refuse, take_in, written
from bot.faq.versions.press import Files, Press
from bot.faq.versions.source import Signature, signature_of
from bot.storage.database import Database
from bot.storage.faq_versions import FaqFiles, FaqVersions, digest_of
from bot.storage.tables import FaqVersion
from bot.telegram.alarms import Alarms
from bot.yamlfiles import FileInvalid, Problem

SETTLED = 0.1
"""Seconds for which a file must stay the same before it is read: an editor may be in the middle of it."""

log = structlog.get_logger(__name__)


class Renewal:
    """Opened once; then `tick` looks for what is new."""

    def __init__(
        self, database: Database, files: Files, press: Press, alarms: Alarms, admin_ids: Collection[int]
    ) -> None:
        self._database = database
        self._files = files
        self._press = press
        self._alarms = alarms
        self._admin_ids = admin_ids
        self._library: Library | None = None
        self._signatures: dict[Path, Signature] = {}
        self._digest = ""  # of the file as this process saw it last
        self._unusable = 0
        self._lock = asyncio.Lock()

    async def open(self) -> Library:
        """The newest version's book; a file that is news becomes a version first.

        Raises `CatalogueInvalid` where nothing can be used, and `FileInvalid` for the other two files.
        """
        async with self._lock:
            self._signatures = await asyncio.to_thread(self._look)
            await self._press.read_words()
            problems = await self._take_file(fresh=False)
            newest = await self._database.read(_newest)
            if newest is None:
                raise CatalogueInvalid(problems)
            book = await self._press.book(await self._press.edition(newest.text))
            self._library = Library(book, newest.id)
            await asyncio.to_thread(_settle_memory)
            return self._library

    async def tick(self) -> None:
        """Takes in what changed on disk and in the database; nothing, where the library was never opened here."""
        if self._library is None:
            return
        async with self._lock:
            renewed = await self._look_at_files()
            await self._catch_up(self._library, renewed=renewed)

    async def write_back(self, version: int) -> bool:
        """Writes a version into the file, if it is in force and nobody changed the file meanwhile."""

        def look(session: Session) -> tuple[FaqVersion | None, list[str]]:
            return _newest(session), list(FaqFiles(session).known(self._files.faq.key))

        async with self._lock:
            newest, known = await self._database.read(look)
            if self._library is None or newest is None or newest.id != version:
                return False
            if not await asyncio.to_thread(self._files.faq.write, newest.text, known):
                return False
            await self._database.write(lambda session: written(session, self._files.faq.key, newest.text))
            self._digest = newest.digest
            return True

    async def _look_at_files(self) -> bool:
        """Reads what changed; whether the words did, which go into the book as well."""
        before, now = self._signatures, await asyncio.to_thread(self._look)
        if now == before:
            return False
        while (settled := await self._look_later()) != now:
            now = settled
        faq, *words = self._files.all
        if now[faq] != before[faq]:
            await self._take_file(fresh=True)
        renewed = any(now[path] != before[path] for path in words) and await self._read_words()
        self._signatures = now
        return renewed

    def _look(self) -> dict[Path, Signature]:
        return {path: signature_of(path) for path in self._files.all}

    async def _look_later(self) -> dict[Path, Signature]:
        await asyncio.sleep(SETTLED)
        return await asyncio.to_thread(self._look)

    async def _take_file(self, *, fresh: bool) -> tuple[Problem, ...]:
        """Makes the file's content a version, if it is news and can be used; what is wrong with it if it can't."""
        path, key = self._files.faq.path, self._files.faq.key
        try:
            raw = await asyncio.to_thread(self._files.faq.read)
        except OSError as error:
            reason = error.strerror or type(error).__name__
            return await self._refuse(
                Content(key, "", fresh), [Problem(str(path), 1, 1, "unreadable", {"reason": reason})]
            )
        digest = digest_of(raw)
        content = Content(key, digest, fresh and digest != self._digest)
        self._digest = digest
        known, newest = await self._database.read(lambda session: (FaqFiles(session).known(key), _newest(session)))
        if newest is not None and newest.digest == digest:
            await self._database.write(lambda session: acquaint(session, content))
        if not is_news(content, known, newest):
            return ()
        edition = await self._press.edition(raw, str(path))
        if not edition.is_usable:
            return await self._refuse(content, edition.problems)
        before = (await self._press.edition(newest.text)).entries if newest else ()
        note, text = difference(before, edition.entries).counts(), raw.decode("utf-8-sig")
        await self._database.write(lambda session: take_in(session, content, text, note, self._alarms, clock.now()))
        log.info("the FAQ's file was read", **note)
        return ()

    async def _refuse(self, content: Content, problems: Collection[Problem]) -> tuple[Problem, ...]:
        """Tells admins, and whoever asked."""
        log.warning("a file can't be used", file=content.path, problems=len(problems))
        told = tuple(problems)
        await self._database.write(lambda session: refuse(session, content, told, self._admin_ids, clock.now()))
        return told

    async def _read_words(self) -> bool:
        """Whether there are new ones; with a mistake in them the old ones stay."""
        try:
            await self._press.read_words()
        except FileInvalid as error:
            path = Path(error.problems[0].file)
            digest = digest_of(str(signature_of(path)))
            await self._refuse(Content(str(path), digest, fresh=True), error.problems)
            return False
        return True

    async def _catch_up(self, library: Library, *, renewed: bool) -> None:
        """Makes the newest version's book, if it isn't the one in force."""
        newest_id = await self._database.read(lambda session: FaqVersions(session).newest_id())
        if not renewed and newest_id in {library.version, self._unusable}:
            return
        newest = await self._database.read(_newest)
        if newest is None:
            return
        try:
            book = await self._press.book(await self._press.edition(newest.text))
        except CatalogueInvalid as error:
            self._unusable = newest.id
            log.warning("a version can't be used, as if made by a newer bot", version=newest.id, why=str(error))
            return
        library.put(book, newest.id)
        await asyncio.to_thread(_settle_memory)
        log.info("another FAQ is in force", version=newest.id, entries=len(book.catalogue.entries))


def _newest(session: Session) -> FaqVersion | None:
    return FaqVersions(session).newest()


def _settle_memory() -> None:
    """What a book holds lives as long as it: walking it time and again would cost the collector much.

    A frozen book that nobody holds still goes at once, since nothing in it holds itself.
    """
    gc.collect()
    gc.freeze()
