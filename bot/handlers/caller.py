"""Who is calling, in which language, and what of them is remembered."""

from dataclasses import dataclass

from aiogram.types import Update, User

from bot.storage.tables import Person
from bot.texts import Language
from bot.texts.choice import language_of

GROUP_ANONYMOUS_BOT = 1087968824
"""Telegram's stand-in for an administrator who hides behind the group (core.telegram.org/bots/api#message)."""


@dataclass(frozen=True, slots=True)
class Caller:
    """The person behind an update; `chat_id` is their private chat."""

    chat_id: int
    name: str
    username: str | None
    language: Language
    telegram_language: str | None


def user_of(update: Update) -> User | None:
    """The person who caused an update, if Telegram names one."""
    user: User | None = getattr(update.event, "from_user", None) or getattr(update.event, "user", None)
    return user


def caller_of(user: User, known: Person | None, default: Language) -> Caller:
    """A person with the language they chose, else Telegram's where we speak it, else the provider's."""
    return Caller(
        chat_id=user.id,
        name=user.full_name,
        username=user.username,
        language=language_of(known.language if known else None, user.language_code, default),
        telegram_language=user.language_code,
    )
