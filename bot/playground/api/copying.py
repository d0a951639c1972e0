"""Forwarding and copying of messages."""

from typing import Any

from aiogram.methods import CopyMessage, CopyMessages, ForwardMessage, ForwardMessages

from bot.playground.api.registry import Call, given, handles, plain, plain_list
from bot.playground.api.sending import Place, apply_markup, place_of, post
from bot.playground.chats import Chat, Json, snapshot
from bot.playground.errors import bad_request
from bot.playground.posting import SERVICE
from bot.playground.text.formatting import formatted_caption

OWN_FIELDS = (
    "message_id from sender_chat chat date edit_date message_thread_id is_topic_message reply_to_message "
    "media_group_id forward_origin reply_markup quote external_reply author_signature"
)
OWN = frozenset(OWN_FIELDS.split())  # what a copy doesn't take over
NOT_COPIED = frozenset({*SERVICE, "invoice", "successful_payment", "contact_shared"})
MOST_AT_ONCE = 100


@handles(ForwardMessage)
def forward_message(call: Call[ForwardMessage]) -> Json:
    place = place_of(call)
    message = _original(call, call.method.message_id, "message to forward not found")
    return _forward(call, place, message)


@handles(ForwardMessages)
def forward_messages(call: Call[ForwardMessages]) -> list[Json]:
    place, found = _several(call, "forward")
    return [{"message_id": _forward(call, place, message)["message_id"]} for message in found]


@handles(CopyMessage)
def copy_message(call: Call[CopyMessage]) -> Json:
    method = call.method
    place = place_of(call)
    message = _original(call, method.message_id, "message to copy not found")
    if not _copied(message):
        raise bad_request("the message can't be copied")
    content = _content(message)
    if method.caption is not None and "text" not in content:
        content = {key: value for key, value in content.items() if not key.startswith("caption")}
        content |= formatted_caption(method.caption, given(method.parse_mode), plain_list(method.caption_entities))
    content |= apply_markup(call.world, place.chat, plain(method.reply_markup))
    return {"message_id": post(call.world, place, content)["message_id"]}


@handles(CopyMessages)
def copy_messages(call: Call[CopyMessages]) -> list[Json]:
    place, found = _several(call, "copy")
    contents = [_content(message) | _album(message) for message in found if _copied(message)]
    return [{"message_id": post(call.world, place, content)["message_id"]} for content in contents]


def _several(call: Call[Any], verb: str) -> tuple[Place, list[Json]]:
    """Find the messages; those that are gone are silently left out, as Telegram does."""
    ids = call.method.message_ids
    if not ids:
        raise bad_request("message identifiers are not specified")
    if len(ids) > MOST_AT_ONCE:
        raise bad_request("too many message identifiers specified")
    if ids != sorted(set(ids)):
        raise bad_request("message identifiers must be in a strictly increasing order")
    source = _source(call)
    found = [source.messages[number] for number in ids if number in source.messages]
    if not found:
        raise bad_request(f"there are no messages to {verb}")
    return place_of(call, cost=len(found)), found


def _source(call: Call[Any]) -> Chat:
    return call.world.find_chat(call.method.from_chat_id)


def _original(call: Call[Any], message_id: int, missing: str) -> Json:
    message = _source(call).messages.get(message_id)
    if message is None:
        raise bad_request(missing)
    return message


def _forward(call: Call[Any], place: Place, message: Json) -> Json:
    if any(key in message for key in SERVICE) or message.get("has_protected_content"):
        raise bad_request("the message can't be forwarded")
    origin = message.get("forward_origin") or {
        "type": "user",
        "sender_user": message["from"],
        "date": message["date"],
    }
    return post(call.world, place, {"forward_origin": origin, **_content(message), **_album(message)})


def _copied(message: Json) -> bool:
    return not any(key in message for key in NOT_COPIED) and not message.get("has_protected_content")


def _content(message: Json) -> Json:
    return snapshot({key: value for key, value in message.items() if key not in OWN})


def _album(message: Json) -> Json:
    group = message.get("media_group_id")
    return {"media_group_id": f"{group}7"} if group else {}
