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

log = structlog.get_logger(__name__)


def arrivals(updates: Iterable[Any]) -> list[Arrival]:
    """Raw updates as rows for the inbox; what has no `update_id` can't even be acknowledged, and is only logged."""
    found = []
    for update in updates:
        if isinstance(update, dict) and isinstance(update.get("update_id"), int):
            payload = json.dumps(update, ensure_ascii=False)
            found.append(Arrival(update["update_id"], conversation_of(update), payload))
        else:
            log.error("update without update_id ignored")
    return found


def conversation_of(update: dict[str, Any]) -> str:
    """`chat:<id>`, `chat:<id>:<thread>` for a topic, or the update by itself where nobody can be told."""
    try:
        return _conversation_of(update)
    except (KeyError, TypeError, AttributeError):
        return f"update:{update['update_id']}"


def _conversation_of(update: dict[str, Any]) -> str:
    kind = next(name for name in update if name != "update_id") if len(update) > 1 else ""
    event = update[kind]
    message = event.get("message", event)
    if not isinstance(message, dict) or "chat" not in message:
        # someone's private chat has that person's id
        return f"chat:{int(event['from']['id'])}"
    chat_id = int(message["chat"]["id"])
    if message.get("is_topic_message"):
        return f"chat:{chat_id}:{int(message['message_thread_id'])}"
    return f"chat:{chat_id}"


def private_chat_of(conversation: str) -> int | None:
    """The person of a private conversation; None for groups, topics and lone updates."""
    kind, _, number = conversation.partition(":")
    if kind != "chat" or not number.isdigit():  # a group's id is negative, a topic has two numbers
        return None
    return int(number)
