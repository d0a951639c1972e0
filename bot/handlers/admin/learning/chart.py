"""The share of questions answered without an agent, as a picture."""

import asyncio
from zoneinfo import ZoneInfo

from aiogram import Bot, F, Router
from aiogram.types import BufferedInputFile, CallbackQuery, InlineKeyboardMarkup
from dishka.integrations.aiogram import FromDishka, inject

from bot import clock
from bot.reports.chart import draw
from bot.reports.weekly import weeks
from bot.screens import learning
from bot.screens.callbacks import AdminGo
from bot.storage.database import Database
from bot.texts import Texts

router = Router(name="chart")


@router.callback_query(AdminGo.filter(F.to == "chart"))
@inject
async def chart(
    callback: CallbackQuery, bot: Bot, texts: Texts, database: FromDishka[Database], zone: FromDishka[ZoneInfo]
) -> None:
    """The last weeks, with their figures in words; it stands below, as pictures can't replace words."""
    found = await database.read(lambda session: weeks(session, clock.now(), zone))
    picture = BufferedInputFile(await asyncio.to_thread(draw, found, texts), "weeks.png")
    buttons = InlineKeyboardMarkup(inline_keyboard=[[learning.back(texts)]])
    caption = learning.chart_caption(texts, found)
    await bot.send_photo(callback.from_user.id, picture, caption=caption, reply_markup=buttons)
