"""Which conversation a raw update belongs to. Nothing else of it is looked at before it is stored."""

import json
from collections.abc import Iterable
from typing import Any

import structlog

from bot.storage.inbox import Arrival

ALLOWED_UPDATES = (
    "message",
    "edited_message",
    "callback_query",
    "inline_query",
    "chosen_inline_result",
    "message_reaction",
    "my_chat_member",
    "chat_member",
    "pre_checkout_query",
)
LARGEST_ID = 2**63 - 1
"""What a column holds; Telegram's own ids have at most 52 bits (core.telegram.org/bots/api#user)."""

log = structlog.get_logger(__name__)


def arrivals(updates: Iterable[Any]) -> list[Arrival]:
    """Raw updates as rows for the inbox; what has no `update_id` can't even be acknowledged, and is only logged.

    The payload is plain ASCII: half of a surrogate pair is legal in JSON, but no database takes it as text.
    """
    found = []
    for update in updates:
        if isinstance(update, dict) and _is_id(update.get("update_id")):
            found.append(Arrival(update["update_id"], conversation_of(update), json.dumps(update)))
        else:
            log.error("update without update_id ignored")
    return found


def conversation_of(update: dict[str, Any]) -> str:
    """`chat:<id>`, `chat:<id>:<thread>` for a topic, or the update by itself where nobody can be told."""
    event = next((value for name, value in update.items() if name != "update_id"), None)
    numbers = _place(event) if isinstance(event, dict) else ()
    if not numbers or not all(map(_is_id, numbers)):
        return f"update:{update['update_id']}"
    return ":".join(("chat", *map(str, numbers)))


def _place(event: dict[str, Any]) -> tuple[Any, ...]:
    """The chat's id, and the topic's; nothing where there is neither chat nor person."""
    message = event.get("message", event)
    if not isinstance(message, dict) or not isinstance(message.get("chat"), dict):
        sender = event.get("from")  # someone's private chat has that person's id
        return (sender.get("id"),) if isinstance(sender, dict) else ()
    chat_id = message["chat"].get("id")
    return (chat_id, message.get("message_thread_id")) if message.get("is_topic_message") else (chat_id,)


def _is_id(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and abs(value) <= LARGEST_ID


def private_chat_of(conversation: str) -> int | None:
    """The person of a private conversation; None for groups, topics and lone updates."""
    kind, _, number = conversation.partition(":")
    if kind != "chat" or not number.isdigit():  # a group's id is negative, a topic has two numbers
        return None
    return int(number)
