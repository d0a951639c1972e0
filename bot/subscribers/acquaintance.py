"""Remembers who writes: the name agents see, the language, and that the chat can be written to again."""

from datetime import datetime

from sqlmodel import Session

from bot.storage.people import People
from bot.storage.tables import Person


def remember(session: Session, seen: Person) -> None:
    """Stores a person as Telegram shows them now; what they chose, perhaps in this very update, stays."""
    fresh = acquainted(People(session).of(seen.chat_id), seen)
    if fresh is not None:
        People(session).save(fresh)


def acquainted(known: Person | None, seen: Person) -> Person | None:
    """The person to store, or None if nothing has changed; choices made earlier stay."""
    if known is None:
        return seen
    shown = {
        "name": seen.name,
        "username": seen.username,
        "telegram_language": seen.telegram_language,
        "blocked_at": None,
    }
    before = known.model_dump()
    after = before | shown
    return None if after == before else Person(**after)


def seen(chat_id: int, name: str, username: str | None, language: str | None, now: datetime) -> Person:
    """A person as Telegram shows them now."""
    return Person(chat_id=chat_id, name=name, username=username, telegram_language=language, first_seen=now)
