"""`/admin`: how the installation is doing, for admins only."""

from aiogram import Router
from aiogram.filters import Command, Filter
from aiogram.types import Message
from dishka import AsyncContainer
from dishka.integrations.aiogram import FromDishka, inject
from sqlmodel import Session

from bot.faq.library import Library
from bot.screens.screen import Screen, say
from bot.settings import Settings
from bot.storage.database import Database
from bot.storage.inbox import InboxRows
from bot.storage.outbox import OutboxRows
from bot.texts import Texts

router = Router(name="admin")


class FromAdmin(Filter):
    """One of `ADMIN_IDS`; to others the command doesn't exist."""

    async def __call__(self, message: Message, dishka_container: AsyncContainer) -> bool:
        """Compares the sender."""
        settings = await dishka_container.get(Settings)
        return message.from_user is not None and message.from_user.id in settings.admin_ids


@router.message(Command("admin"), FromAdmin())
@inject
async def status(message: Message, texts: Texts, database: FromDishka[Database], library: FromDishka[Library]) -> None:
    """Questions known, messages waiting, updates set aside."""

    def count(session: Session) -> tuple[int, int]:
        return OutboxRows(session).depth(), len(InboxRows(session).set_aside())

    waiting, aside = await database.read(count)
    entries = len(library.book.catalogue.entries)
    await say(message, Screen(texts.html("admin", entries=entries, waiting=waiting, aside=aside)))
