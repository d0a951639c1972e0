"""A screen: words and buttons, and the two ways to show it."""

from contextlib import suppress
from dataclasses import dataclass

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message

from bot.texts import Html

Rows = list[list[InlineKeyboardButton]]


@dataclass(frozen=True, slots=True)
class Screen:
    """Markup, rows of inline buttons under it, and pictures and files that `Illustrated` shows with it."""

    text: Html
    rows: Rows | None = None
    attachments: tuple[str, ...] = ()

    @property
    def keyboard(self) -> InlineKeyboardMarkup | None:
        """Telegram's form of the buttons."""
        return InlineKeyboardMarkup(inline_keyboard=self.rows) if self.rows else None


@dataclass(frozen=True, slots=True)
class Toast:
    """What a pressed button answers: a note on top, or with `alert` a box to close."""

    text: str
    alert: bool = False


async def say(message: Message, screen: Screen) -> Message:
    """Shows a screen as a new message."""
    return await message.answer(screen.text, reply_markup=screen.keyboard)


async def send(bot: Bot, chat_id: int, screen: Screen) -> Message:
    """Shows a screen in a chat."""
    return await bot.send_message(chat_id, screen.text, reply_markup=screen.keyboard)


async def say_below(callback: CallbackQuery, screen: Screen) -> Message:
    """Shows a screen below, in a private chat; the button's own message may be too old for Telegram to tell of."""
    assert callback.bot is not None  # noqa: S101 - an update is parsed for a bot
    return await send(callback.bot, callback.from_user.id, screen)


async def show(callback: CallbackQuery, screen: Screen) -> None:
    """Shows a screen in place of the one whose button was pressed, or as a new message where that can't be edited."""
    message = callback.message
    if isinstance(message, Message):
        try:
            await message.edit_text(screen.text, reply_markup=screen.keyboard)
        except TelegramBadRequest as error:
            if "message is not modified" not in error.message:
                await say(message, screen)
    elif message is not None and callback.bot is not None:
        await send(callback.bot, message.chat.id, screen)


async def acknowledge(callback: CallbackQuery, toast: Toast | None = None) -> None:
    """Ends a button's spinner, at once where what follows is slow; a query that is too old for it is no loss."""
    with suppress(TelegramBadRequest):
        if toast is None:
            await callback.answer()
        else:
            await callback.answer(toast.text[:TOAST_LIMIT], show_alert=toast.alert)


TOAST_LIMIT = 200
"""Characters of a callback's answer (core.telegram.org/bots/api#answercallbackquery)."""
