"""Who is an admin. Each use case checks it as well: a filter only decides what is seen."""

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import BaseMiddleware
from aiogram.filters import Filter
from aiogram.types import CallbackQuery, Message, TelegramObject, User
from dishka import AsyncContainer

from bot.faq.rights import NotAdmin
from bot.settings import Settings

Handler = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]


class FromAdmin(Filter):
    """One of `ADMIN_IDS`; to others the command doesn't exist."""

    async def __call__(self, event: Message | CallbackQuery, dishka_container: AsyncContainer) -> bool:
        """Compares the sender."""
        return await is_admin(event.from_user, dishka_container)


class OnlyAdmins(BaseMiddleware):
    """Refuses in words whoever presses an admin's button and isn't one, or no longer."""

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        """Raises `NotAdmin`."""
        if not await is_admin(getattr(event, "from_user", None), data["dishka_container"]):
            raise NotAdmin
        return await handler(event, data)


async def is_admin(user: User | None, container: AsyncContainer) -> bool:
    """Whether a person is in the settings."""
    settings = await container.get(Settings)
    return user is not None and user.id in settings.admin_ids
