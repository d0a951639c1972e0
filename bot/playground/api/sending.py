"""What all sending methods share: where to, in reply to what, with which keyboard."""

from dataclasses import dataclass
from typing import Any

from aiogram.types import ReplyParameters

from bot.playground.api.registry import Call, given, plain
from bot.playground.chats import Chat, Json
from bot.playground.errors import bad_request
from bot.playground.keyboards import check_markup
from bot.playground.posting import compose, from_bot, show_keyboard
from bot.playground.text.formatting import formatted
from bot.playground.world import World

GENERAL_TOPIC = 1


@dataclass
class Place:
    """A checked place for a message to be sent."""

    chat: Chat
    thread: int | None = None
    reply_to: int | None = None
    extra: Json | None = None  # quote or external_reply


def place_of(call: Call[Any], cost: int = 1) -> Place:
    """Check where a message is to go: chat, rights, topic, the message replied to, pace."""
    method, world = call.method, call.world
    if getattr(method, "business_connection_id", None):
        raise bad_request("business connection not found")
    chat = world.writable(method.chat_id)
    thread = check_topic(chat, getattr(method, "message_thread_id", None))
    place = Place(chat, thread)
    _check_reply(world, place, _reply_of(method))
    if refusal := world.flood.refusal(chat.id, cost):
        raise refusal
    return place


def check_topic(chat: Chat, thread: int | None) -> int | None:
    """Check that a topic takes messages. A closed one refuses the bot whatever its rights: it can be reopened."""
    if not thread:
        return None
    topic = chat.topics.get(thread)
    if thread == GENERAL_TOPIC or topic is None or topic.deleted:
        raise bad_request("message thread not found")
    if topic.closed:
        raise bad_request("TOPIC_CLOSED")
    return thread


def _reply_of(method: Any) -> ReplyParameters | None:
    if reply := given(getattr(method, "reply_parameters", None)):
        return reply if isinstance(reply, ReplyParameters) else None
    if old := getattr(method, "reply_to_message_id", None):
        allow = getattr(method, "allow_sending_without_reply", None)
        return ReplyParameters(message_id=old, allow_sending_without_reply=allow)
    return None


def _check_reply(world: World, place: Place, reply: ReplyParameters | None) -> None:
    if reply is None or not reply.message_id:
        return
    source = place.chat
    if reply.chat_id is not None and str(reply.chat_id) != str(place.chat.id):
        source = world.find_chat(reply.chat_id)
    message = source.messages.get(reply.message_id)
    if message is None:
        if given(reply.allow_sending_without_reply) and source is place.chat:
            return
        raise bad_request("message to be replied not found")
    place.extra = _quote(message, reply)
    if source is not place.chat or (place.thread and source.topic_of(message) != place.thread):
        place.extra |= {"external_reply": _external(source, message)}
        return
    place.reply_to = reply.message_id
    if place.chat.is_forum and place.thread is None:
        place.thread = check_topic(place.chat, source.topic_of(message))


def _quote(message: Json, reply: ReplyParameters) -> Json:
    if not reply.quote:
        return {}
    entities = [plain(entity) or {} for entity in reply.quote_entities or []]
    quote, _ = formatted(reply.quote, given(reply.quote_parse_mode), entities)
    if quote not in (message.get("text") or message.get("caption") or ""):
        raise bad_request("QUOTE_TEXT_INVALID")
    return {"quote": {"text": quote, "position": reply.quote_position or 0, "is_manual": True}}


def _external(source: Chat, message: Json) -> Json:
    origin = {"type": "user", "sender_user": message["from"], "date": message["date"]}
    return {"origin": origin, "chat": source.wire(), "message_id": message["message_id"]}


def send(call: Call[Any], content: Json, place: Place | None = None) -> Json:
    """Check the place, put the message there and show it; the result of the call."""
    place = place or place_of(call)
    content = content | apply_markup(call.world, place.chat, plain(given(getattr(call.method, "reply_markup", None))))
    if given(getattr(call.method, "protect_content", None)):
        content["has_protected_content"] = True
    return post(call.world, place, content)


def post(world: World, place: Place, content: Json) -> Json:
    message = compose(
        world,
        place.chat,
        world.me_as_sender(),
        {**content, **(place.extra or {})},
        thread=place.thread,
        reply_to=place.reply_to,
    )
    return from_bot(world, place.chat, message)


def apply_markup(world: World, chat: Chat, markup: Json | None) -> Json:
    """Check a keyboard; an inline one becomes part of the message, another one stays with the chat."""
    if markup is None:
        return {}
    checked = check_markup(markup, chat)
    if checked is None:
        return {}
    if "inline_keyboard" in checked:
        return {"reply_markup": checked}
    show_keyboard(world, chat, None if checked.get("remove_keyboard") else checked)
    return {}
