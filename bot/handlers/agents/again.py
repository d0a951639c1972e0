"""An agent sends once more what a block kept from the subscriber: the button under the remark."""

from aiogram import F, Router
from aiogram.types import CallbackQuery
from dishka.integrations.aiogram import FromDishka, inject

from bot import clock
from bot.handlers.agents.identify import agent_of
from bot.screens.callbacks import DeskAction
from bot.screens.screen import Toast
from bot.storage.once import Once
from bot.telegram.members import Members
from bot.texts import Texts
from bot.tickets.undelivered import send_again

router = Router(name="sending again")


@router.callback_query(DeskAction.filter(F.what == "again"))
@inject
async def press(
    callback: CallbackQuery,
    callback_data: DeskAction,
    texts: Texts,
    once: FromDishka[Once],
    members: FromDishka[Members],
) -> Toast:
    """All that waits, whichever remark was pressed."""
    agent = await agent_of(callback, members)
    done = await once(send_again, callback_data.ticket_id, agent, clock.now())
    return Toast(texts.plain("desk-done-again", count=done.count))
