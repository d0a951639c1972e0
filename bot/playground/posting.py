"""How messages come to stand in a chat, change and vanish, whoever wrote them."""

from bot.playground.chats import SUPERGROUP, Chat, Json, Sent, snapshot
from bot.playground.members import PRESENT
from bot.playground.world import World

SERVICE = (
    "new_chat_members",
    "left_chat_member",
    "new_chat_title",
    "pinned_message",
    "forum_topic_created",
    "forum_topic_edited",
    "forum_topic_closed",
    "forum_topic_reopened",
    "migrate_to_chat_id",
    "migrate_from_chat_id",
    "group_chat_created",
    "supergroup_chat_created",
)


def compose(
    world: World,
    chat: Chat,
    sender: Json,
    content: Json,
    *,
    thread: int | None = None,
    reply_to: int | None = None,
) -> Json:
    """Put a message into a chat and give it as the Bot API shows it; nobody is told yet.

    `content` holds the rest of the Message: text or media, sender_chat, markup. `thread` is a forum topic.
    """
    message: Json = {
        "message_id": chat.next_id(),
        "from": sender,
        "chat": chat.wire(),
        "date": world.date(),
    }
    replied = chat.messages.get(reply_to) if reply_to else None
    if chat.is_forum and thread:
        message |= {"message_thread_id": thread, "is_topic_message": True}
        replied = replied or chat.messages.get(thread)
    elif replied and chat.kind == SUPERGROUP and not chat.is_forum:
        message["message_thread_id"] = replied.get("message_thread_id", replied["message_id"])
    if replied:
        message["reply_to_message"] = without_reply(replied)
    message |= content
    chat.messages[message["message_id"]] = message
    return message


def without_reply(message: Json) -> Json:
    """Telegram shows a replied message without what it replied to in its turn."""
    return {key: value for key, value in message.items() if key != "reply_to_message"}


def from_person(world: World, chat: Chat, message: Json) -> Json:
    """Tell the bot (if it may see it) and everyone watching of a message by a person."""
    if bot_sees(world, chat, message):
        world.updates.put("channel_post" if chat.kind == "channel" else "message", snapshot(message))
    world.bus.publish("message", chat_id=chat.id, message=message)
    return message


def from_bot(world: World, chat: Chat, message: Json) -> Json:
    """Show people a message by the bot."""
    chat.sent.append(Sent(message["message_id"], snapshot(message), edited=False))
    world.bus.publish("message", chat_id=chat.id, message=message)
    return message


def service(world: World, chat: Chat, sender: Json, content: Json, *, thread: int | None = None) -> Json:
    """Put a service message into the chat; bots get those too, their own as well."""
    message = compose(world, chat, sender, content, thread=thread)
    return from_person(world, chat, message)


def show_keyboard(world: World, chat: Chat, keyboard: Json | None) -> None:
    """Put a reply keyboard (or a forced reply) before people, or take it away."""
    chat.keyboard = keyboard
    world.bus.publish("keyboard", chat_id=chat.id, keyboard=keyboard)


def edited_by_bot(world: World, chat: Chat, message: Json) -> Json:
    message["edit_date"] = world.date()
    chat.sent.append(Sent(message["message_id"], snapshot(message), edited=True))
    world.bus.publish("edited", chat_id=chat.id, message=message)
    return message


def edited_by_person(world: World, chat: Chat, message: Json) -> Json:
    message["edit_date"] = world.date()
    if bot_sees(world, chat, message):
        world.updates.put("edited_message", snapshot(message))
    world.bus.publish("edited", chat_id=chat.id, message=message)
    return message


def delete(world: World, chat: Chat, message_ids: list[int]) -> None:
    """Take messages away for everyone. Bots are never told."""
    for message_id in message_ids:
        if chat.messages.pop(message_id, None):
            world.bus.publish("deleted", chat_id=chat.id, message_id=message_id)
        if message_id in chat.pinned:
            chat.pinned.remove(message_id)


def bot_sees(world: World, chat: Chat, message: Json) -> bool:
    """Say whether the bot gets the message: https://core.telegram.org/bots/features#privacy-mode."""
    if chat.is_private:
        return not chat.blocked
    status = chat.status_of(world.bot_id)
    if status not in PRESENT:
        return False
    if status == "administrator" or world.me.get("can_read_all_group_messages"):
        return True
    return _meant_for_bot(world, message)


def _meant_for_bot(world: World, message: Json) -> bool:
    if any(key in message for key in SERVICE):
        return True
    if message.get("reply_to_message", {}).get("from", {}).get("id") == world.bot_id:
        return True
    if message.get("via_bot", {}).get("id") == world.bot_id:
        return True
    return _command_for_bot(world, message)


def _command_for_bot(world: World, message: Json) -> bool:
    text = message.get("text") or message.get("caption") or ""
    first = text.split(maxsplit=1)[0] if text.strip() else ""
    if not first.startswith("/"):
        return False
    _, _, addressee = first.partition("@")
    return not addressee or addressee.lower() == str(world.me["username"]).lower()
