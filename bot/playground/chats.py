"""Chats, topics and what is in them."""

import json
from dataclasses import dataclass, field
from typing import Any

Json = dict[str, Any]

TOPIC_COLOR = 0x6FB9F0
PRIVATE, GROUP, SUPERGROUP, CHANNEL = "private", "group", "supergroup", "channel"


def snapshot(message: Json) -> Json:
    """Copy a message as it is now; by way of JSON, which is several times faster than `deepcopy`."""
    return dict(json.loads(json.dumps(message)))


@dataclass
class Topic:
    """A forum topic; its id is the id of the service message that opened it."""

    id: int
    name: str
    icon_color: int = TOPIC_COLOR
    icon_custom_emoji_id: str | None = None
    closed: bool = False
    deleted: bool = False

    @property
    def icon(self) -> str | None:
        """Id of the custom emoji before its name."""
        return self.icon_custom_emoji_id

    def wire(self) -> Json:
        topic: Json = {"message_thread_id": self.id, "name": self.name, "icon_color": self.icon_color}
        if self.icon_custom_emoji_id:
            topic["icon_custom_emoji_id"] = self.icon_custom_emoji_id
        return topic


@dataclass
class Sent:
    """Something the bot put before people's eyes: a new message or a new look of an old one."""

    message_id: int
    snapshot: Json
    edited: bool


@dataclass
class Chat:
    """A chat as Telegram's servers know it. `messages` holds what is visible now, by id."""

    id: int
    kind: str
    names: Json  # title and username, or a person's names, as in the Bot API's Chat
    is_forum: bool = False
    messages: dict[int, Json] = field(default_factory=dict)
    last_id: int = 0
    topics: dict[int, Topic] = field(default_factory=dict)
    members: dict[int, Json] = field(default_factory=dict)  # ChatMember by user id
    pinned: list[int] = field(default_factory=list)
    reactions: dict[tuple[int, int], list[Json]] = field(default_factory=dict)  # (message, user)
    started: bool = False  # private: the person has written first, so the bot may write
    blocked: bool = False  # private: the person has blocked the bot
    deactivated: bool = False  # private: the person's account is gone
    keyboard: Json | None = None  # the reply keyboard (or forced reply) that people have before them
    migrated_to: int | None = None
    linked_channel: Json | None = None
    extra: Json = field(default_factory=dict)  # description, permissions and the like, for getChat
    sent: list[Sent] = field(default_factory=list)

    @property
    def is_private(self) -> bool:
        return self.kind == PRIVATE

    def wire(self) -> Json:
        chat: Json = {"id": self.id, **self.names, "type": self.kind}
        if self.is_forum:
            chat["is_forum"] = True
        return chat

    def next_id(self) -> int:
        self.last_id += 1
        return self.last_id

    def topic_of(self, message: Json) -> int | None:
        """Id of the topic that the message stands in; None in General and outside of forums."""
        return message.get("message_thread_id") if message.get("is_topic_message") else None

    def status_of(self, user_id: int) -> str:
        return str(self.members.get(user_id, {}).get("status", "left"))

    def has_right(self, user_id: int, right: str) -> bool:
        member = self.members.get(user_id, {})
        return member.get("status") == "creator" or bool(member.get(right))
