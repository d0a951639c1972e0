"""One message that tells how far slow work has come, and in the end what came of it."""

import time
from contextlib import suppress

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest, TelegramNetworkError, TelegramRetryAfter
from aiogram.types import Message

from bot.screens.screen import Screen, send
from bot.texts import Html

PAUSE = 2.0
"""Seconds between two changes: Telegram counts edits as messages."""


class Progress:
    """Made by `begin`; `end` puts the result in the message's place."""

    def __init__(self, bot: Bot, message: Message) -> None:
        self._bot = bot
        self._message = message
        self._said_at = time.monotonic()

    @classmethod
    async def begin(cls, bot: Bot, chat_id: int, words: Html) -> "Progress":
        """Says that work has begun."""
        return cls(bot, await send(bot, chat_id, Screen(words)))

    async def say(self, words: Html) -> None:
        """How far it is; not every step is worth a call, and none is worth the work."""
        if time.monotonic() - self._said_at < PAUSE:
            return
        self._said_at = time.monotonic()
        with suppress(TelegramBadRequest, TelegramRetryAfter, TelegramNetworkError):
            await self._edit(Screen(words))

    async def end(self, screen: Screen) -> None:
        """The result; as a new message if the old one has gone."""
        try:
            await self._edit(screen)
        except TelegramBadRequest:
            await send(self._bot, self._message.chat.id, screen)

    async def _edit(self, screen: Screen) -> None:
        chat_id, message_id = self._message.chat.id, self._message.message_id
        await self._bot.edit_message_text(
            screen.text, chat_id=chat_id, message_id=message_id, reply_markup=screen.keyboard
        )
