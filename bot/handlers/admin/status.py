"""`/admin`: how the installation is doing, and the way to everything that admins do."""

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager
from dishka.integrations.aiogram import FromDishka, inject
from sqlmodel import Session

from bot.faq.library import Library
from bot.handlers.admin.filters import FromAdmin
from bot.handlers.subscriber.drafts import put_aside
from bot.screens import admin
from bot.screens.callbacks import AdminGo
from bot.screens.screen import Screen, say, show
from bot.storage.database import Database
from bot.storage.inbox import InboxRows
from bot.storage.outbox import OutboxRows
from bot.texts import Texts

router = Router(name="admin")


@router.message(Command("admin"), FromAdmin())
@inject
async def status(
    message: Message,
    dialog_manager: DialogManager,
    state: FSMContext,
    texts: Texts,
    database: FromDishka[Database],
    library: FromDishka[Library],
) -> None:
    """Questions known, messages waiting, updates set aside."""
    await put_aside(dialog_manager, state)
    await say(message, await _status(texts, database, library))


@router.callback_query(AdminGo.filter(F.to == "state"))
@inject
async def refresh(
    callback: CallbackQuery, texts: Texts, database: FromDishka[Database], library: FromDishka[Library]
) -> None:
    """The same as it is now."""
    await show(callback, await _status(texts, database, library))


async def _status(texts: Texts, database: Database, library: Library) -> Screen:
    def count(session: Session) -> tuple[int, int]:
        return OutboxRows(session).depth(), len(InboxRows(session).set_aside())

    waiting, aside = await database.read(count)
    return admin.menu(texts, entries=len(library.book.catalogue.entries), waiting=waiting, aside=aside)
