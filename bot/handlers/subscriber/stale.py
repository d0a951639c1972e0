"""Buttons of another time: answered with a word and a fresh screen."""

import structlog
from aiogram import Router
from aiogram.filters import ExceptionTypeFilter
from aiogram.types import CallbackQuery, ErrorEvent
from aiogram_dialog import DialogManager, ShowMode
from aiogram_dialog.api.exceptions import OutdatedIntent, UnknownIntent, UnknownState
from dishka.integrations.aiogram import FromDishka, inject

from bot.handlers.subscriber.menu import Menu
from bot.screens.screen import Toast, acknowledge, show
from bot.texts import Texts

router = Router(name="stale buttons")
log = structlog.get_logger(__name__)


@router.error(ExceptionTypeFilter(UnknownIntent, OutdatedIntent, UnknownState))
@inject
async def old_window(event: ErrorEvent, dialog_manager: DialogManager, texts: Texts, menu: FromDishka[Menu]) -> None:
    """A window of a dialog that has gone on or ended: the present one, or the first screen, takes its place."""
    log.info("old window", why=type(event.exception).__name__)
    callback = event.update.callback_query
    if callback is None:
        return
    await acknowledge(callback, Toast(texts.plain("screen-outdated")))
    if dialog_manager.has_context():
        await dialog_manager.show(ShowMode.SEND)
    else:
        await dialog_manager.reset_stack(remove_keyboard=False)
        await show(callback, menu.home())


@router.callback_query()
@inject
async def unknown_button(callback: CallbackQuery, texts: Texts, menu: FromDishka[Menu]) -> Toast:
    """A button that nobody knows any more, or never did."""
    await show(callback, menu.home())
    return Toast(texts.plain("screen-outdated"))
