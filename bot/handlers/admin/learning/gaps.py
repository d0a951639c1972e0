"""The gaps of the FAQ in groups of alike questions."""

import asyncio
from collections.abc import Awaitable

from aiogram import F, Router
from aiogram.types import CallbackQuery
from dishka.integrations.aiogram import FromDishka, inject

from bot.faq.learning.board import PERIODS
from bot.handlers.admin.learning.blackboard import Blackboard
from bot.screens import learning
from bot.screens.callbacks import AdminGo, Gaps
from bot.screens.screen import Screen, show
from bot.texts import Texts

SOON = 0.7
"""Seconds for which nobody minds looking at the button they pressed."""

router = Router(name="gaps")


@router.callback_query(AdminGo.filter(F.to == "gaps"))
@inject
async def open_gaps(callback: CallbackQuery, texts: Texts, blackboard: FromDishka[Blackboard]) -> None:
    """Those of the week, as they are now."""
    days = PERIODS[0]
    await patiently(callback, learning.looking(texts, days), blackboard.gaps(days, 0, anew=True))


@router.callback_query(Gaps.filter())
@inject
async def turn(callback: CallbackQuery, callback_data: Gaps, texts: Texts, blackboard: FromDishka[Blackboard]) -> None:
    """Another page, or another period."""
    days = callback_data.days
    await patiently(callback, learning.looking(texts, days), blackboard.gaps(days, callback_data.page))


async def patiently(callback: CallbackQuery, meanwhile: Screen, work: Awaitable[Screen]) -> None:
    """Shows what work comes to; if it takes a moment, something else meanwhile."""
    task = asyncio.ensure_future(work)
    await asyncio.wait({task}, timeout=SOON)
    if not task.done():
        await show(callback, meanwhile)
    await show(callback, await task)
