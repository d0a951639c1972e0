"""The Bot API's methods, one file per family. Importing this package registers them all."""

from bot.playground.api import (
    chats,
    copying,
    deleting,
    editing,
    extras,
    me,
    media,
    messages,
    payments,
    polling,
    queries,
    topics,
)

__all__ = [
    "chats",
    "copying",
    "deleting",
    "editing",
    "extras",
    "me",
    "media",
    "messages",
    "payments",
    "polling",
    "queries",
    "topics",
]
