"""Facts that the installation remembers about itself, by key."""

from typing import Any

from sqlmodel import Session

from bot.storage.insert import insert_or_replace
from bot.storage.tables import Memo

DESK_CHAT = "desk_chat"
"""The group's id after Telegram turned it into a supergroup."""

LAST_POLL = "last_poll"
"""When updates were last asked for."""

ACCOUNTS_LOADED = "accounts_loaded"
"""When accounts were last imported."""


def recall(session: Session, key: str) -> Any | None:
    """The value under a key, or None."""
    memo = session.get(Memo, key)
    return None if memo is None else memo.value


def remember(session: Session, key: str, value: Any) -> None:
    """Keeps a JSON value under a key."""
    insert_or_replace(session, Memo, [{"key": key, "value": value}])
