"""Puts a change of the FAQ before an admin: checked, compared, with a button to confirm it."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from aiogram import Bot
from aiogram.types import BufferedInputFile

from bot import clock
from bot.faq.catalogue.edits import Edit, as_json, edited
from bot.faq.catalogue.load import is_harmless
from bot.faq.rights import require_admin
from bot.faq.versions.press import FILE, Edition, Press
from bot.faq.versions.publish import author_of, keep_draft
from bot.handlers.admin.faq.comparing import Comparing
from bot.handlers.admin.faq.progress import Progress
from bot.handlers.caller import Caller
from bot.screens import difference, editing
from bot.screens.problems import lines
from bot.settings import Settings
from bot.storage.database import Database
from bot.storage.faq_versions import FaqVersions
from bot.storage.once import Once
from bot.storage.tables import FaqVersion
from bot.texts import Html, Texts
from bot.tickets.desk_file import DeskFile


@dataclass(frozen=True, slots=True)
class _Change:
    """What is proposed, as `Proposals.propose` takes it."""

    text: str
    base: int
    edit: Edit | None
    note: dict[str, Any]
    begun: int | None


class Proposals:
    """For the admin who is calling; everything is said in their private chat."""

    def __init__(
        self,
        bot: Bot,
        caller: Caller,
        texts: Texts,
        settings: Settings,
        database: Database,
        once: Once,
        press: Press,
        comparing: Comparing,
        desk: DeskFile,
    ) -> None:
        self._bot = bot
        self._caller = caller
        self._texts = texts
        self._settings = settings
        self._database = database
        self._once = once
        self._press = press
        self._comparing = comparing
        self._topics = tuple(topic.id for topic in desk.topics)

    async def propose(
        self,
        text: str | bytes,
        base: int,
        *,
        file: str = FILE,
        edit: Edit | None = None,
        note: Mapping[str, Any] | None = None,
        begun: int | None = None,
    ) -> None:
        """Checks a whole FAQ made from version `base`, and shows what it changes; the admin decides by buttons.

        `file` names it in problems; `edit` is the change by itself, where it is one; `note` goes with the version;
        `begun` is the version in force when the admin began, if not `base`. Raises `NotAdmin`.
        """
        require_admin(self._caller.chat_id, self._settings.admin_ids)
        progress = await Progress.begin(self._bot, self._caller.chat_id, self._texts.html("draft-checking"))
        newest = await self.newest()
        edition = await self._press.edition(text, file, self._topics)
        if not edition.is_usable:
            await self._refuse(edition, progress)
        elif edition.digest == newest.digest:
            await progress.end(editing.nothing_new(self._texts, newest.id))
        else:
            change = _Change(_decoded(text), base, edit, dict(note or {}), begun)
            step = self._compare if base == newest.id else self._stale
            await step(change, edition, newest, progress)

    async def propose_edit(self, edit: Edit, *, begun: int | None = None) -> None:
        """The same for one change, made on the newest version.

        Raises `NotAdmin`, `NoSuchEntry`, `EntryExists`, `NotEditable`.
        """
        newest = await self.newest()
        text = await asyncio.to_thread(edited, newest.text, edit)
        await self.propose(text, newest.id, edit=edit, begun=begun)

    async def newest(self) -> FaqVersion:
        """The version in force."""
        newest = await self._database.read(lambda session: FaqVersions(session).newest())
        assert newest is not None  # noqa: S101 - the first start makes version 1
        return newest

    async def _refuse(self, edition: Edition, progress: Progress) -> None:
        """What is wrong with it, as much as fits; the rest as a file."""
        screen, left = editing.refused(self._texts, edition.problems)
        await progress.end(screen)
        if left:
            text = "\n".join(line for problem in edition.problems for line in lines(problem, self._texts))
            document = BufferedInputFile(text.encode(), self._texts.plain("upload-problems-file"))
            await self._bot.send_document(self._caller.chat_id, document)

    async def _stale(self, change: _Change, _: Edition, newest: FaqVersion, progress: Progress) -> None:
        """Somebody was faster."""
        draft_id, by = await self._keep(change), await self._author(newest)
        again = change.edit is not None
        await progress.end(difference.stale(self._texts, draft_id, newest.id, by, again=again))

    async def _compare(self, change: _Change, edition: Edition, newest: FaqVersion, progress: Progress) -> None:
        """What it changes, and the buttons that decide."""
        before = await self._press.edition(newest.text)
        found = await self._comparing(before, edition, progress)
        change.note.update(found.difference.counts())
        draft_id = await self._keep(change)
        names = {entry.id: entry.question for entry in (*before.entries, *edition.entries)}
        remarks = [problem for problem in edition.problems if is_harmless(problem)]
        newer = await self._newer(newest, change.begun)
        await progress.end(difference.proposal(self._texts, draft_id, found, names, remarks, newer))

    async def _keep(self, change: _Change) -> int:
        edit = as_json(change.edit) if change.edit is not None else None
        person, now = self._caller.chat_id, clock.now()
        return await self._once(keep_draft, change.text, change.base, person, now, edit=edit, note=change.note)

    async def _newer(self, newest: FaqVersion, begun: int | None) -> Html:
        """That another version came into force while the admin was writing."""
        if begun is None or begun == newest.id:
            return Html("")
        by = await self._author(newest) or self._texts.plain("faq-by-file")
        return self._texts.html("draft-newer", version=str(newest.id), by=by)

    async def _author(self, version: FaqVersion) -> str:
        return await self._database.read(lambda session: author_of(session, version.author))


def _decoded(text: str | bytes) -> str:
    return text if isinstance(text, str) else text.decode("utf-8-sig")
