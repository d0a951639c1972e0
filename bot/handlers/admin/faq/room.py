"""The FAQ's room: what is in force, its history, and files both ways."""

from zoneinfo import ZoneInfo

from aiogram import Bot, F, Router
from aiogram.fsm.context import FSMContext
from aiogram.types import BufferedInputFile, CallbackQuery
from aiogram_dialog import DialogManager
from dishka.integrations.aiogram import FromDishka, inject

from bot import clock
from bot.handlers.admin.faq import dialog
from bot.handlers.admin.faq.lookup import Lookup
from bot.handlers.admin.faq.propose import Proposals
from bot.handlers.admin.faq.upload import file_name
from bot.handlers.caller import Caller
from bot.screens import versions
from bot.screens.callbacks import AdminGo, AdminVersion
from bot.screens.screen import Screen, acknowledge, show
from bot.storage.database import Database
from bot.storage.faq_versions import FaqVersions
from bot.storage.people import People
from bot.storage.tables import FaqVersion
from bot.texts import Texts

router = Router(name="faq room")


class Archive:
    """Versions, for one reader."""

    def __init__(self, database: Database, texts: Texts, zone: ZoneInfo, proposals: Proposals, lookup: Lookup) -> None:
        self._database = database
        self._texts = texts
        self._zone = zone
        self._proposals = proposals
        self._finder = lookup

    async def room(self) -> Screen:
        """What is in force."""
        newest = await self._proposals.newest()
        entries = await self._finder.entries()
        hidden = sum(entry.hidden for entry in entries)
        return versions.room(self._texts, await self._told(newest), newest, len(entries), hidden)

    async def history(self) -> Screen:
        """The last versions."""
        found = await self._database.read(lambda session: FaqVersions(session).history())
        return versions.history(self._texts, await self._told(*found), found)

    async def one(self, version: FaqVersion) -> Screen:
        """One of them."""
        newest = await self._proposals.newest()
        in_force = version.id == newest.id
        return versions.one(self._texts, await self._told(version), version, in_force=in_force)

    async def of(self, number: int) -> FaqVersion | None:
        """A version, while it is kept; 0 is the one in force."""
        if number == 0:
            return await self._proposals.newest()
        return await self._database.read(lambda session: FaqVersions(session).of(number))

    def gone(self) -> Screen:
        """It is kept no longer."""
        return Screen(self._texts.html("version-gone"), [versions.back(self._texts)])

    async def _told(self, *found: FaqVersion) -> versions.Told:
        authors = [version.author for version in found if version.author is not None]
        people = await self._database.read(lambda session: People(session).of_chats(authors))
        names = {chat_id: person.name for chat_id, person in people.items()}
        return versions.Told(self._texts, self._zone, clock.now(), names)


@router.callback_query(AdminGo.filter(F.to == "faq"))
@inject
async def room(callback: CallbackQuery, archive: FromDishka[Archive]) -> None:
    """What is in force."""
    await show(callback, await archive.room())


@router.callback_query(AdminGo.filter(F.to == "history"))
@inject
async def history(callback: CallbackQuery, archive: FromDishka[Archive]) -> None:
    """The last versions."""
    await show(callback, await archive.history())


@router.callback_query(AdminGo.filter(F.to == "upload"))
@inject
async def upload(
    _: CallbackQuery, dialog_manager: DialogManager, state: FSMContext, proposals: FromDishka[Proposals]
) -> None:
    """Waits for a file."""
    await dialog.start_upload(dialog_manager, state, (await proposals.newest()).id)


@router.callback_query(AdminVersion.filter(F.what == "show"))
@inject
async def version(callback: CallbackQuery, callback_data: AdminVersion, archive: FromDishka[Archive]) -> None:
    """One version."""
    found = await archive.of(callback_data.version)
    await show(callback, archive.gone() if found is None else await archive.one(found))


@router.callback_query(AdminVersion.filter(F.what == "file"))
@inject
async def download(
    callback: CallbackQuery,
    callback_data: AdminVersion,
    bot: Bot,
    texts: Texts,
    caller: FromDishka[Caller],
    archive: FromDishka[Archive],
) -> None:
    """The file of a version, below."""
    found = await archive.of(callback_data.version)
    if found is None:
        await show(callback, archive.gone())
        return
    document = BufferedInputFile(found.text.encode(), file_name(found.id))
    caption = texts.html("faq-file-caption", version=str(found.id))
    await bot.send_document(caller.chat_id, document, caption=caption)


@router.callback_query(AdminVersion.filter(F.what == "restore"))
@inject
async def restore(
    callback: CallbackQuery,
    callback_data: AdminVersion,
    archive: FromDishka[Archive],
    proposals: FromDishka[Proposals],
) -> None:
    """An earlier version as the next one, once its difference was seen and confirmed."""
    found = await archive.of(callback_data.version)
    if found is None:
        await show(callback, archive.gone())
        return
    await acknowledge(callback)
    await proposals.propose(found.text, (await proposals.newest()).id, note={"restored": found.id})
