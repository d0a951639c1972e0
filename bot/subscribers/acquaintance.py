"""Remembers who writes: the name agents see, the language, and that the chat can be written to again."""

from datetime import datetime

from bot.storage.tables import Person


def acquainted(known: Person | None, seen: Person) -> Person | None:
    """The person to store, or None if nothing has changed; choices made earlier stay."""
    if known is None:
        return seen
    fresh = known.model_copy(
        update={
            "name": seen.name,
            "username": seen.username,
            "telegram_language": seen.telegram_language,
            "blocked_at": None,
        }
    )
    return None if fresh == known else fresh


def seen(chat_id: int, name: str, username: str | None, language: str | None, now: datetime) -> Person:
    """A person as Telegram shows them now."""
    return Person(chat_id=chat_id, name=name, username=username, telegram_language=language, first_seen=now)
