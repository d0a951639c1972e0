"""The admins' first screen."""

from aiogram.types import InlineKeyboardButton

from bot.screens.buttons import button, home
from bot.screens.callbacks import AdminGo
from bot.screens.screen import Screen
from bot.texts import Texts


def to(texts: Texts, name: str) -> InlineKeyboardButton:
    """To an admin's screen, by its own name."""
    return button(texts.plain(f"admin-{name}"), AdminGo(to=name))


def menu(texts: Texts, *, entries: int, waiting: int, aside: int) -> Screen:
    """How the bot is doing, and the ways on."""
    text = texts.html("admin", entries=entries, waiting=waiting, aside=aside)
    rows = [[to(texts, "faq")], [to(texts, "gaps"), to(texts, "chart")], [to(texts, "state")], home(texts)]
    return Screen(text, rows)
