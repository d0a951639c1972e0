"""The list of commands that Telegram shows behind "/"."""

from collections.abc import Mapping
from contextlib import suppress

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest, TelegramNotFound
from aiogram.types import BotCommand, BotCommandScopeAllPrivateChats, BotCommandScopeChat

from bot.texts import LANGUAGES, Texts

PRIVATE = ("faq", "ticket", "tickets", "balance", "tariff", "pay", "services", "settings", "login", "logout", "help")
ADMIN = (*PRIVATE, "admin")
AGENTS = ("claim", "resolve", "reopen", "card", "faq")
AMONG_AGENTS = {"faq": "desk-faq"}
"""Commands that do something else in the group."""


def commands(texts: Texts, names: tuple[str, ...], other: Mapping[str, str] | None = None) -> list[BotCommand]:
    """Commands with what they do."""
    return [
        BotCommand(command=name, description=texts.plain(f"command-{(other or {}).get(name, name)}")) for name in names
    ]


async def show_commands(bot: Bot, texts: Texts, chat_id: int, *, admin: bool) -> None:
    """One chat's list, in the language that was chosen there; nothing where the bot was never started."""
    scope = BotCommandScopeChat(chat_id=chat_id)
    with suppress(TelegramBadRequest, TelegramNotFound):  # a menu is no reason to fail
        await bot.set_my_commands(commands(texts, ADMIN if admin else PRIVATE), scope=scope)


async def publish_commands(bot: Bot, default: Texts, desk_chat_id: int | None, admins: Mapping[int, Texts]) -> None:
    """Everybody's list: in the provider's language, in each other one for those who use it, and the agents' own.

    `admins` are their chats with their languages.
    """
    scope = BotCommandScopeAllPrivateChats()
    await bot.set_my_commands(commands(default, PRIVATE), scope=scope)
    for language in LANGUAGES:
        await bot.set_my_commands(commands(Texts(language), PRIVATE), scope=scope, language_code=language)
    for chat_id, texts in admins.items():
        await show_commands(bot, texts, chat_id, admin=True)
    if desk_chat_id is not None:
        group = BotCommandScopeChat(chat_id=desk_chat_id)
        await bot.set_my_commands(commands(default, AGENTS, AMONG_AGENTS), scope=group)
