"""The rival: a bare aiogram echo bot."""

import asyncio
import os

from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import Message

dispatcher = Dispatcher()


@dispatcher.message()
async def echo(message: Message) -> None:
    """Says the same."""
    await message.answer(message.text or "")


if __name__ == "__main__":
    session = AiohttpSession(api=TelegramAPIServer.from_base(os.environ["TELEGRAM_API_URL"]))
    asyncio.run(dispatcher.start_polling(Bot(os.environ["BOT_TOKEN"], session=session), handle_signals=False))
