"""Reactions: which there are, who may set which, and what the bot is told (core.telegram.org/bots/api#reactiontype)."""

from collections.abc import Sequence

from bot.playground.chats import Chat, Json
from bot.playground.errors import bad_request
from bot.playground.members import PRESENT
from bot.playground.posting import SERVICE
from bot.playground.world import World

# the emoji that may be a reaction, https://core.telegram.org/bots/api#reactiontypeemoji
EMOJI = (
    "👍 👎 ❤ 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 💩 🙏 👌 🕊 🤡 🥱 🥴 😍 🐳 ❤‍🔥 🌚 🌭 💯 🤣 ⚡ 🍌 🏆 💔 🤨 😐 🍓 🍾 💋 "
    "🖕 😈 😴 😭 🤓 👻 👨‍💻 👀 🎃 🙈 😇 😨 🤝 ✍ 🤗 🫡 🎅 🎄 ☃ 💅 🤪 🗿 🆒 💘 🙉 🦄 😘 💊 🙊 😎 👾 🤷‍♂ 🤷 🤷‍♀ 😡"
)
EMOJI_REACTIONS = frozenset(EMOJI.split())
MOST_OF_A_PERSON = 3  # with Telegram Premium; without, one


def set_by_bot(world: World, chat: Chat, message_id: int, wanted: Sequence[Json]) -> None:
    """A bot sets one at most, nothing paid, and custom emoji only where the message has them already."""
    message = chat.messages.get(message_id)
    if message is None:
        raise bad_request("message to react not found")
    if len(wanted) > 1:
        raise bad_request("REACTIONS_TOO_MANY")
    is_service = any(kind in message for kind in SERVICE)
    if is_service or not all(_bot_may(chat, message_id, reaction) for reaction in wanted):
        raise bad_request("REACTION_INVALID")
    _set(world, chat, message_id, world.bot_id, wanted)


def _bot_may(chat: Chat, message_id: int, reaction: Json) -> bool:
    if reaction["type"] == "custom_emoji":
        return any(reaction in there for (message, _), there in chat.reactions.items() if message == message_id)
    return reaction["type"] == "emoji" and reaction["emoji"] in EMOJI_REACTIONS and is_allowed(chat, reaction)


def is_allowed(chat: Chat, reaction: Json) -> bool:
    """Whether the chat's administrators let people set it; all of them unless they chose."""
    chosen = chat.extra.get("available_reactions")
    return chosen is None or reaction in chosen


def set_by_person(world: World, chat: Chat, message_id: int, user: Json, new: Sequence[Json], *, hidden: bool) -> None:
    """A person's reactions take the place of earlier ones; the bot hears of it in private, or as administrator.

    `hidden`: an anonymous administrator, whom Telegram shows as the group.
    """
    _check_may_react(chat, message_id, user["id"], new)
    old = chat.reactions.get((message_id, user["id"]), [])
    if old == list(new):
        return
    if chat.is_private or chat.status_of(world.bot_id) == "administrator":
        who = {"actor_chat": chat.wire()} if hidden else {"user": user}
        change = {"old_reaction": old, "new_reaction": list(new), "date": world.date()}
        update = {"chat": chat.wire(), "message_id": message_id, **who, **change}
        world.updates.put("message_reaction", update)
    _set(world, chat, message_id, user["id"], new)


def _check_may_react(chat: Chat, message_id: int, user_id: int, new: Sequence[Json]) -> None:
    """A phone wouldn't let a person do these things, so a test that tries is wrong."""
    if message_id not in chat.messages:
        raise ValueError(f"there is no message {message_id}")
    if not chat.is_private and chat.status_of(user_id) not in PRESENT:
        raise ValueError("only members of a group react in it")
    if len(new) > MOST_OF_A_PERSON:
        raise ValueError(f"a person sets at most {MOST_OF_A_PERSON} reactions")
    for reaction in new:
        if reaction["type"] == "emoji" and not (reaction["emoji"] in EMOJI_REACTIONS and is_allowed(chat, reaction)):
            raise ValueError(f"nobody can react with {reaction['emoji']} here")


def _set(world: World, chat: Chat, message_id: int, user_id: int, new: Sequence[Json]) -> None:
    chat.reactions[message_id, user_id] = list(new)
    world.bus.publish("reaction", chat_id=chat.id, message_id=message_id, user_id=user_id, reaction=list(new))
