"""Looks out for edits on disk: the FAQ's file goes into the versions, words are read anew.

Who edits a file is told what is wrong with it; one that can't be used changes nothing. What a passing fault of the
database cut off is looked at again the next time.
"""

import asyncio
from collections.abc import Collection
from pathlib import Path

import structlog
from sqlmodel import Session

from bot import clock
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
PATIENCE = 20
"""So many times; a file that never rests is read as it is."""

log = structlog.get_logger(__name__)


class Lookout:
    """Of one process: what it saw last."""

    def __init__(
        self, database: Database, files: Files, press: Press, alarms: Alarms, admin_ids: Collection[int]
    ) -> None:
        self._database = database
        self._files = files
        self._press = press
        self._alarms = alarms
        self._admin_ids = admin_ids
        self._signatures: dict[Path, Signature] = {}
        self._digest = ""  # of the FAQ's file

    async def open(self) -> tuple[Problem, ...]:
        """Reads everything; what is wrong with the FAQ's file. Raises `FileInvalid` for the other two."""
        self._signatures = await asyncio.to_thread(self._look)
        await self._press.read_words()
        return await self._take_file(fresh=False)

    async def look(self) -> None:
        """Reads what changed."""
        before, now = self._signatures, await asyncio.to_thread(self._look)
        if now == before:
            return
        now = await self._at_rest(now)
        faq, *words = self._files.all
        if now[faq] != before[faq]:
            await self._take_file(fresh=True)
        if any(now[path] != before[path] for path in words):
            await self._read_words()
        self._signatures = now

    async def write(self, version: FaqVersion) -> bool:
        """Writes a version into the file; False if somebody changed that meanwhile, or it can't be written."""
        key = self._files.faq.key
        known = await self._database.read(lambda session: list(FaqFiles(session).known(key)))
        if not await asyncio.to_thread(self._files.faq.write, version.text, known):
            return False
        await self._database.write(lambda session: written(session, key, version.text))
        self._digest = version.digest
        return True

    def _look(self) -> dict[Path, Signature]:
        return {path: signature_of(path) for path in self._files.all}

    async def _at_rest(self, now: dict[Path, Signature]) -> dict[Path, Signature]:
        for _ in range(PATIENCE):
            await asyncio.sleep(SETTLED)
            before, now = now, await asyncio.to_thread(self._look)
            if now == before:
                break
        return now

    async def _take_file(self, *, fresh: bool) -> tuple[Problem, ...]:
        """Makes the file's content a version, if it is news and can be used; what is wrong with it if it can't."""
        path, key = self._files.faq.path, self._files.faq.key
        try:
            raw = await asyncio.to_thread(self._files.faq.read)
        except OSError as error:
            reason = error.strerror or type(error).__name__
            unreadable = Problem(str(path), 1, 1, "unreadable", {"reason": reason})
            return await self._refuse(Content(key, "", fresh), [unreadable])
        digest = digest_of(raw)
        problems = await self._take(Content(key, digest, fresh and digest != self._digest), raw)
        self._digest = digest
        return problems

    async def _take(self, content: Content, raw: bytes) -> tuple[Problem, ...]:
        known, newest = await self._database.read(lambda session: (FaqFiles(session).known(content.path), _of(session)))
        if newest is not None and newest.digest == content.digest:
            await self._database.write(lambda session: acquaint(session, content))
        if not is_news(content, known, newest):
            return ()
        edition = await self._press.edition(raw, str(self._files.faq.path))
        if not edition.is_usable:
            return await self._refuse(content, edition.problems)
        before = (await self._press.edition(newest.text)).entries if newest else ()
        note, text = difference(before, edition.entries).counts(), raw.decode("utf-8-sig")
        await self._database.write(lambda session: take_in(session, content, text, note, self._alarms, clock.now()))
        log.info("the FAQ's file was read", **note)
        return ()

    async def _read_words(self) -> None:
        """With a mistake in them the old ones stay."""
        try:
            await self._press.read_words()
        except FileInvalid as error:
            path = Path(error.problems[0].file)
            digest = digest_of(str(await asyncio.to_thread(signature_of, path)))
            await self._refuse(Content(str(path), digest, fresh=True), error.problems)

    async def _refuse(self, content: Content, problems: Collection[Problem]) -> tuple[Problem, ...]:
        """Tells admins, and whoever asked."""
        log.warning("a file can't be used", file=content.path, problems=len(problems))
        told = tuple(problems)
        await self._database.write(lambda session: refuse(session, content, told, self._admin_ids, clock.now()))
        return told


def _of(session: Session) -> FaqVersion | None:
    return FaqVersions(session).newest()
