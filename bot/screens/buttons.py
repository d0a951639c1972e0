"""Buttons that many screens share."""

from collections.abc import Callable

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton

from bot.screens.callbacks import Go
from bot.texts import Texts

BUTTON_LIMIT = 60
"""Characters that a phone shows on a button of full width."""


def button(text: str, to: CallbackData) -> InlineKeyboardButton:
    """One button."""
    return InlineKeyboardButton(text=text, callback_data=to.pack())


def go(texts: Texts, to: str) -> InlineKeyboardButton:
    """To a screen of the menu, by its own name."""
    return button(texts.plain(f"go-{to.replace('_', '-')}"), Go(to=to))


def home(texts: Texts) -> list[InlineKeyboardButton]:
    """The way back that every screen has."""
    return [go(texts, "home")]


def turns(page: int, last: int, to: Callable[[int], CallbackData]) -> list[InlineKeyboardButton]:
    """To the pages before and after, where there are any."""
    back = [button("‹", to(page - 1))] if page > 0 else []
    return [*back, button("›", to(page + 1))] if page < last else back


def shortened(text: str, limit: int = BUTTON_LIMIT) -> str:
    """Text in one line, short enough for a button or a list."""
    return excerpt(" ".join(text.split()), limit)


def excerpt(text: str, limit: int) -> str:
    """The beginning of a text, with its own lines."""
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"
