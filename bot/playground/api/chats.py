"""What a chat is and who is in it; pins, reactions, leaving."""

from typing import Any

from aiogram.methods import (
    GetChat,
    GetChatAdministrators,
    GetChatMember,
    GetChatMemberCount,
    LeaveChat,
    PinChatMessage,
    SetMessageReaction,
    UnpinAllChatMessages,
    UnpinChatMessage,
)

from bot.playground.api.registry import Call, handles, plain_list
from bot.playground.chats import Chat, Json
from bot.playground.errors import bad_request
from bot.playground.members import PRESENT, member
from bot.playground.membership import change_member
from bot.playground.posting import service, without_reply
from bot.playground.reactions import set_by_bot
from bot.playground.world import World


@handles(GetChat)
def get_chat(call: Call[GetChat]) -> Json:
    chat = _known(call.world, call.method.chat_id)
    info: Json = {
        **chat.wire(),
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(
            (
                "unlimited_gifts",
                "limited_gifts",
                "unique_gifts",
                "premium_subscription",
                "gifts_from_channels",
            ),
            False,
        ),
        **chat.extra,
    }
    if chat.pinned and (pinned := chat.messages.get(chat.pinned[-1])):
        info["pinned_message"] = without_reply(pinned)
    if chat.linked_channel:
        info["linked_chat_id"] = chat.linked_channel["id"]
    if username := chat.names.get("username"):
        info["active_usernames"] = [username]
    return info


def _known(world: World, chat_id: int | str) -> Chat:
    """Find a chat to read about: a person who never wrote is unknown to the bot."""
    chat = world.find_chat(chat_id)
    if chat.is_private and not chat.started:
        raise bad_request("chat not found")
    return chat if chat.is_private or chat.migrated_to else world.writable(chat_id)


@handles(GetChatMember)
def get_chat_member(call: Call[GetChatMember]) -> Json:
    chat, user_id = _known(call.world, call.method.chat_id), call.method.user_id
    user = call.world.users.get(user_id)
    if user is None:
        raise bad_request("PARTICIPANT_ID_INVALID")
    if chat.is_private:
        if user_id not in {chat.id, call.world.bot_id}:
            raise bad_request("member not found")
        return member(user, "member")
    return chat.members.get(user_id) or member(user, "left")


@handles(GetChatAdministrators)
def get_chat_administrators(call: Call[GetChatAdministrators]) -> list[Json]:
    """Other bots are left out, this one isn't; an anonymous administrator is named."""
    chat = _known(call.world, call.method.chat_id)
    if chat.is_private:
        raise bad_request("there are no administrators in the private chat")
    return [person for person in chat.members.values() if person["status"] in {"creator", "administrator"}]


@handles(GetChatMemberCount)
def get_chat_member_count(call: Call[GetChatMemberCount]) -> int:
    chat = _known(call.world, call.method.chat_id)
    return 2 if chat.is_private else sum(person["status"] in PRESENT for person in chat.members.values())


@handles(LeaveChat)
def leave_chat(call: Call[LeaveChat]) -> bool:
    chat = call.world.writable(call.method.chat_id)
    if chat.is_private:
        raise bad_request("chat not found")
    me = call.world.me_as_sender()
    change_member(call.world, chat, me, "left", by=me)
    return True


@handles(PinChatMessage)
def pin_chat_message(call: Call[PinChatMessage]) -> bool:
    chat = _pinning(call)
    message = chat.messages.get(call.method.message_id)
    if message is None:
        raise bad_request("message to pin not found")
    if message["message_id"] not in chat.pinned:
        chat.pinned.append(message["message_id"])
        pinned = {"pinned_message": without_reply(message)}
        service(call.world, chat, call.world.me_as_sender(), pinned, thread=chat.topic_of(message))
    return True


@handles(UnpinChatMessage)
def unpin_chat_message(call: Call[UnpinChatMessage]) -> bool:
    chat = _pinning(call)
    number = call.method.message_id or (chat.pinned[-1] if chat.pinned else None)
    if number not in chat.pinned:
        raise bad_request("message to unpin not found")
    chat.pinned.remove(number)
    call.world.bus.publish("unpinned", chat_id=chat.id, message_id=number)
    return True


@handles(UnpinAllChatMessages)
def unpin_all_chat_messages(call: Call[UnpinAllChatMessages]) -> bool:
    _pinning(call).pinned.clear()
    return True


def _pinning(call: Call[Any]) -> Chat:
    chat = call.world.writable(call.method.chat_id)
    if not chat.is_private and not call.world.may(chat, "can_pin_messages"):
        raise bad_request("not enough rights to manage pinned messages in the chat")
    return chat


@handles(SetMessageReaction)
def set_message_reaction(call: Call[SetMessageReaction]) -> bool:
    method, world = call.method, call.world
    set_by_bot(world, world.writable(method.chat_id), method.message_id, plain_list(method.reaction) or [])
    return True
