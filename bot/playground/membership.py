"""People and the bot come, go, rise and fall; the bot is told in my_chat_member and chat_member."""

from collections.abc import Mapping

from bot.playground.chats import Chat, Json
from bot.playground.members import PRESENT, member
from bot.playground.posting import service
from bot.playground.world import World


def change_member(
    world: World,
    chat: Chat,
    user: Json,
    status: str,
    *,
    by: Json,
    rights: Mapping[str, bool] | None = None,
) -> None:
    """Give someone another status in a group, with the service message that people see."""
    old = chat.members.get(user["id"]) or member(user, "left")
    was_there, is_there = old["status"] in PRESENT, status in PRESENT
    if was_there and not is_there:
        service(world, chat, by, {"left_chat_member": user})
    chat.members[user["id"]] = new = member(user, status, rights)
    tell_change(world, chat, by, old, new)
    if is_there and not was_there:
        service(world, chat, by, {"new_chat_members": [user], "new_chat_member": user})


def tell_change(world: World, chat: Chat, by: Json, old: Json, new: Json) -> None:
    change = {
        "chat": chat.wire(),
        "from": by,
        "date": world.date(),
        "old_chat_member": old,
        "new_chat_member": new,
    }
    if new["user"]["id"] == world.bot_id:
        world.updates.put("my_chat_member", change)
    elif chat.status_of(world.bot_id) == "administrator":
        world.updates.put("chat_member", change)
    world.bus.publish("member", chat_id=chat.id, member=new)


def block(world: World, chat: Chat, *, blocked: bool) -> None:
    """A person stops the bot in their private chat, or lets it in again."""
    if chat.blocked == blocked:
        return
    chat.blocked = blocked
    here, gone = member(world.me_as_sender(), "member"), member(world.me_as_sender(), "kicked")
    person = world.users[chat.id]
    tell_change(world, chat, person, *((here, gone) if blocked else (gone, here)))
