"""The ground under all that a person does: where, and in whose name."""

from typing import TypedDict, Unpack

from bot.playground.chats import Chat, Json
from bot.playground.members import PRESENT
from bot.playground.posting import compose, from_person
from bot.playground.rooms import PrivateChat, Room
from bot.playground.seen import Seen
from bot.playground.world import ANONYMOUS, World


class Place(TypedDict, total=False):
    """Where a person writes; without `chat`, in the private chat with the bot."""

    chat: Room | None
    thread: int | None
    reply_to: Seen | int | None
    anonymous: bool


class Actor:
    """A person's account and the private chat with the bot; `role` is only a label on the page."""

    def __init__(self, world: World, user: Json, phone: str | None = None, role: str | None = None) -> None:
        self.world = world
        self.user = user
        self.phone = phone
        self.role = role
        self.chat = PrivateChat(world, world.add_person(user))

    @property
    def id(self) -> int:
        return int(self.user["id"])

    def post(self, content: Json, **place: Unpack[Place]) -> Seen:
        """Put a message into a chat (a reply goes where the original is) and let the bot know, if it may see it."""
        chat = self._room(place).chat
        reply = place.get("reply_to")
        reply_id = reply.id if isinstance(reply, Seen) else reply
        thread = place.get("thread") or chat.topic_of(chat.messages.get(reply_id or 0, {}))
        self._check_may_write(chat, thread)
        sender = self.user
        if place.get("anonymous"):
            sender, content = ANONYMOUS, {**content, "sender_chat": chat.wire()}
        message = compose(
            self.world,
            chat,
            sender,
            content,
            thread=thread,
            reply_to=reply_id,
        )
        return Seen(chat, from_person(self.world, chat, message))

    def _room(self, place: Place) -> Room:
        return place.get("chat") or self.chat

    def _check_may_write(self, chat: Chat, thread: int | None) -> None:
        """A phone wouldn't let a person do these things, so a test that tries is wrong."""
        if chat.is_private:
            if chat.blocked:
                raise ValueError("whoever blocked the bot can't write to it: unblock_bot() first")
            chat.started = True
            return
        if chat.migrated_to:
            raise ValueError("the group has become a supergroup: write there")
        if chat.status_of(self.id) not in PRESENT:
            raise ValueError(f"{self.user['first_name']} is not in the group")
        if thread is not None and thread not in chat.topics:
            raise ValueError(f"there is no topic {thread}")
        if thread is not None and chat.topics[thread].closed and not chat.has_right(self.id, "can_manage_topics"):
            raise ValueError("only those who manage topics can write in a closed one")
