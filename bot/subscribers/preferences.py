"""What a person chose for themselves."""

from sqlmodel import Session

from bot.storage.people import People
from bot.texts import Language


def choose_language(session: Session, chat_id: int, language: Language) -> None:
    """The bot speaks this language from now on, whatever Telegram says."""
    People(session).choose_language(chat_id, language)


def allow_reminders(session: Session, chat_id: int, *, allowed: bool) -> None:
    """Whether payment reminders may come."""
    People(session).allow_reminders(chat_id, allowed=allowed)
