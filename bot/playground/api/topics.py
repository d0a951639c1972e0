"""Forum topics: https://core.telegram.org/bots/api#createforumtopic."""

from typing import Any

from aiogram.methods import (
    CloseForumTopic,
    CreateForumTopic,
    DeleteForumTopic,
    EditForumTopic,
    GetForumTopicIconStickers,
    ReopenForumTopic,
    UnpinAllForumTopicMessages,
)

from bot.playground.api.registry import Call, handles
from bot.playground.chats import SUPERGROUP, TOPIC_COLOR, Chat, Json, Topic
from bot.playground.errors import bad_request
from bot.playground.forum import close_topic, delete_topic, edit_topic, open_topic, reopen_topic

LONGEST_NAME = 128  # characters
COLORS = frozenset({0x6FB9F0, 0xFFD67E, 0xCB86DB, 0x8EEE98, 0xFF93B2, 0xFB6F5F})
ICONS = {"5312536423851630001": "💡", "5312016608254762256": "⚡️", "5377498341074542641": "✍️"}
ICONS |= {"5237699328843200968": "✅", "5379748062124056162": "❗️", "5377316857231450742": "❓"}


@handles(CreateForumTopic)
def create_forum_topic(call: Call[CreateForumTopic]) -> Json:
    method, world = call.method, call.world
    chat = _forum(call, "create a topic")
    _check_name(method.name)
    if method.icon_color is not None and method.icon_color not in COLORS:
        raise bad_request("TOPIC_ICON_COLOR_INVALID")
    _check_icon(method.icon_custom_emoji_id)
    if refusal := world.flood.refusal(chat.id):
        raise refusal
    color = method.icon_color or TOPIC_COLOR
    return open_topic(world, chat, world.me_as_sender(), method.name, color, method.icon_custom_emoji_id).wire()


@handles(EditForumTopic)
def edit_forum_topic(call: Call[EditForumTopic]) -> bool:
    method = call.method
    chat, topic = _topic(call, "edit the topic")
    if method.name is not None:
        _check_name(method.name)
    _check_icon(method.icon_custom_emoji_id)
    changes = {"name": method.name, "icon_custom_emoji_id": method.icon_custom_emoji_id}
    changes = {key: value for key, value in changes.items() if value is not None}
    if all((getattr(topic, key) or "") == value for key, value in changes.items()):
        raise bad_request("TOPIC_NOT_MODIFIED")
    edit_topic(call.world, chat, call.world.me_as_sender(), topic, changes)
    return True


@handles(CloseForumTopic)
def close_forum_topic(call: Call[CloseForumTopic]) -> bool:
    chat, topic = _topic(call, "close the topic")
    if topic.closed:
        raise bad_request("TOPIC_NOT_MODIFIED")
    close_topic(call.world, chat, call.world.me_as_sender(), topic)
    return True


@handles(ReopenForumTopic)
def reopen_forum_topic(call: Call[ReopenForumTopic]) -> bool:
    chat, topic = _topic(call, "reopen the topic")
    if not topic.closed:
        raise bad_request("TOPIC_NOT_MODIFIED")
    reopen_topic(call.world, chat, call.world.me_as_sender(), topic)
    return True


@handles(DeleteForumTopic)
def delete_forum_topic(call: Call[DeleteForumTopic]) -> bool:
    chat, topic = _topic(call, "delete the topic", right="can_delete_messages")
    delete_topic(call.world, chat, topic)
    return True


@handles(UnpinAllForumTopicMessages)
def unpin_all_forum_topic_messages(call: Call[UnpinAllForumTopicMessages]) -> bool:
    chat, topic = _topic(call, "manage pinned messages in the chat", right="can_pin_messages")
    chat.pinned = [number for number in chat.pinned if chat.topic_of(chat.messages.get(number, {})) != topic.id]
    return True


@handles(GetForumTopicIconStickers)
def get_forum_topic_icon_stickers(call: Call[GetForumTopicIconStickers]) -> list[Json]:
    return [_icon(call, number, emoji) for number, emoji in ICONS.items()]


def _icon(_: Call[Any], number: str, emoji: str) -> Json:
    return {
        "file_id": f"CAACAgIAAx{number}",
        "file_unique_id": f"AgAD{number}",
        "type": "custom_emoji",
        "width": 100,
        "height": 100,
        "is_animated": True,
        "is_video": False,
        "emoji": emoji,
        "custom_emoji_id": number,
    }


def _forum(call: Call[Any], deed: str, right: str = "can_manage_topics") -> Chat:
    chat = call.world.writable(call.method.chat_id)
    if chat.kind != SUPERGROUP or not chat.is_forum:
        raise bad_request("the chat is not a forum")
    if not call.world.may(chat, right):
        raise bad_request(f"not enough rights to {deed}")
    return chat


def _topic(call: Call[Any], deed: str, right: str = "can_manage_topics") -> tuple[Chat, Topic]:
    chat = _forum(call, deed, right)
    topic = chat.topics.get(call.method.message_thread_id)
    if topic is None:
        raise bad_request("TOPIC_ID_INVALID")
    if topic.deleted:
        raise bad_request("TOPIC_DELETED")
    return chat, topic


def _check_name(name: str) -> None:
    if not name.strip() or len(name) > LONGEST_NAME:
        raise bad_request("TOPIC_TITLE_EMPTY" if not name.strip() else "TOPIC_TITLE_TOO_LONG")


def _check_icon(icon: str | None) -> None:
    if icon and icon not in ICONS:
        raise bad_request("DOCUMENT_INVALID")
