"""Agents' replies that could become answers."""

from aiogram import F, Router
from aiogram.types import CallbackQuery
from dishka.integrations.aiogram import FromDishka, inject

from bot import clock
from bot.conversation.lessons import Lessons
from bot.screens import suggestion
from bot.screens.callbacks import AdminGo
from bot.screens.screen import show
from bot.texts import Texts

router = Router(name="suggested")


@router.callback_query(AdminGo.filter(F.to == "suggested"))
@inject
async def waiting(callback: CallbackQuery, texts: Texts, lessons: FromDishka[Lessons]) -> None:
    """Those that nobody decided on."""
    await show(callback, suggestion.waiting(texts, await lessons.waiting(clock.now())))
