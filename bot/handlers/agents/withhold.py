"""An album belongs together: a note or a command in its caption keeps all of it among agents."""

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import BaseMiddleware
from aiogram.types import Message, TelegramObject
from dishka import AsyncContainer

from bot import clock
from bot.handlers.agents.filters import ticket_of
from bot.storage.database import Database
from bot.storage.once import Once
from bot.tickets.kinds import withhold_album


class Withhold(BaseMiddleware):
    """Stands before the handlers of notes and commands."""

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:
        """Withholds the album of the message, if it is part of one."""
        if isinstance(event, Message) and event.media_group_id is not None:
            container: AsyncContainer = data["dishka_container"]
            once, database = await container.get(Once), await container.get(Database)
            ticket_id = await ticket_of(event, database)
            if ticket_id is not None:
                await once(withhold_album, ticket_id, event.media_group_id, clock.now())
        return await handler(event, data)
