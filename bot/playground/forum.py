"""What happens to forum topics, whoever does it. A topic's id is that of its opening service message."""

from bot.playground.chats import TOPIC_COLOR, Chat, Json, Topic
from bot.playground.posting import bot_sees, compose, delete, service
from bot.playground.world import World


def open_topic(
    world: World,
    chat: Chat,
    by: Json,
    name: str,
    color: int = TOPIC_COLOR,
    icon: str | None = None,
) -> Topic:
    created: Json = {"name": name, "icon_color": color}
    if icon:
        created["icon_custom_emoji_id"] = icon
    message = compose(world, chat, by, {"forum_topic_created": created})
    message |= {"message_thread_id": message["message_id"], "is_topic_message": True}
    topic = chat.topics[message["message_id"]] = Topic(message["message_id"], name, color, icon)
    if bot_sees(world, chat, message):
        world.updates.put("message", dict(message))
    world.bus.publish("message", chat_id=chat.id, message=message)
    world.bus.publish("topic", chat_id=chat.id, topic=topic.wire())
    return topic


def edit_topic(world: World, chat: Chat, by: Json, topic: Topic, changes: Json) -> None:
    """Change `name` and/or `icon_custom_emoji_id` (an empty one removes the icon)."""
    topic.name = changes.get("name", topic.name)
    topic.icon_custom_emoji_id = changes.get("icon_custom_emoji_id", topic.icon_custom_emoji_id) or None
    _tell(world, chat, by, topic, {"forum_topic_edited": changes})


def close_topic(world: World, chat: Chat, by: Json, topic: Topic) -> None:
    topic.closed = True
    _tell(world, chat, by, topic, {"forum_topic_closed": {}})


def reopen_topic(world: World, chat: Chat, by: Json, topic: Topic) -> None:
    topic.closed = False
    _tell(world, chat, by, topic, {"forum_topic_reopened": {}})


def delete_topic(world: World, chat: Chat, topic: Topic) -> None:
    """Delete a topic with all its messages. Bots are not told."""
    topic.deleted = True
    delete(world, chat, [number for number, message in chat.messages.items() if chat.topic_of(message) == topic.id])
    world.bus.publish("topic", chat_id=chat.id, topic={**topic.wire(), "deleted": True})


def _tell(world: World, chat: Chat, by: Json, topic: Topic, content: Json) -> None:
    service(world, chat, by, content, thread=topic.id)
    world.bus.publish("topic", chat_id=chat.id, topic={**topic.wire(), "closed": topic.closed})
