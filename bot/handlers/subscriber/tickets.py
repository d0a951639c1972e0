"""Buttons that pick a ticket or start one."""

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from dishka.integrations.aiogram import FromDishka, inject

from bot import clock
from bot.handlers.caller import Caller
from bot.handlers.subscriber import ticket_dialog
from bot.screens import tickets
from bot.screens.callbacks import NewTicket, PickTicket
from bot.screens.screen import show
from bot.storage.once import Once
from bot.texts import Texts
from bot.tickets.choose import choose_ticket
from bot.tickets.desk_file import DeskFile

router = Router(name="own tickets")


@router.callback_query(PickTicket.filter())
@inject
async def pick(
    callback: CallbackQuery,
    callback_data: PickTicket,
    texts: Texts,
    caller: FromDishka[Caller],
    once: FromDishka[Once],
) -> None:
    """What is written next goes to this ticket."""
    chosen = await once(choose_ticket, callback_data.ticket_id, caller.chat_id, clock.now())
    await show(callback, tickets.picked(texts, chosen.ticket_id))


@router.callback_query(NewTicket.filter())
@inject
async def new(
    _: CallbackQuery,
    callback_data: NewTicket,
    dialog_manager: DialogManager,
    state: FSMContext,
    desk: FromDishka[DeskFile],
) -> None:
    """The ticket dialog, with a topic where the button named one that there still is."""
    topic = callback_data.topic if desk.topic(callback_data.topic) else ""
    await ticket_dialog.start(dialog_manager, state, ticket_dialog.Beginning(topic=topic))
