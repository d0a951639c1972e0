"""Taking messages back: https://core.telegram.org/bots/api#deletemessage."""

from aiogram.methods import DeleteMessage, DeleteMessages

from bot.playground.api.registry import Call, handles
from bot.playground.chats import SUPERGROUP, Chat, Json
from bot.playground.errors import bad_request
from bot.playground.posting import delete
from bot.playground.world import World

DELETABLE_SECONDS = 48 * 60 * 60
MOST_AT_ONCE = 100


@handles(DeleteMessage)
def delete_message(call: Call[DeleteMessage]) -> bool:
    chat = call.world.writable(call.method.chat_id)
    message = chat.messages.get(call.method.message_id)
    if message is None:
        raise bad_request("message to delete not found")
    _check(call.world, chat, message)
    delete(call.world, chat, [message["message_id"]])
    return True


@handles(DeleteMessages)
def delete_messages(call: Call[DeleteMessages]) -> bool:
    """Messages that aren't found are skipped."""
    ids = call.method.message_ids
    if not ids:
        raise bad_request("message identifiers are not specified")
    if len(ids) > MOST_AT_ONCE:
        raise bad_request("too many message identifiers specified")
    chat = call.world.writable(call.method.chat_id)
    found = [number for number in ids if number in chat.messages]
    for number in found:
        _check(call.world, chat, chat.messages[number])
    delete(call.world, chat, found)
    return True


def _check(world: World, chat: Chat, message: Json) -> None:
    """A bot may delete its own, anything in a private chat, and others' with the right; for 48 hours."""
    own = message["from"]["id"] == world.bot_id
    right = world.may(chat, "can_delete_messages")
    if not (own or chat.is_private or right) or "supergroup_chat_created" in message:
        raise bad_request("message can't be deleted")
    moderated = chat.kind == SUPERGROUP and right
    if not moderated and world.now() - message["date"] > DELETABLE_SECONDS:
        raise bad_request("message can't be deleted for everyone")
