"""A group as its people know it: topics, members, rights, and the day it grows into a supergroup."""

from collections.abc import Mapping

from bot.playground.actor import Actor
from bot.playground.chats import SUPERGROUP, Chat, Json, Topic
from bot.playground.forum import close_topic, delete_topic, edit_topic, open_topic, reopen_topic
from bot.playground.members import member
from bot.playground.membership import change_member
from bot.playground.posting import compose, from_person, service
from bot.playground.rooms import Room
from bot.playground.seen import Seen
from bot.playground.world import TELEGRAM, World

OWNER: Json = {"id": 1000000001, "is_bot": False, "first_name": "Хозяйка", "language_code": "ru"}


class Group(Room):
    """A group, supergroup or forum that the bot may be in; made by `Playground.group`."""

    def __init__(self, world: World, chat: Chat) -> None:
        super().__init__(world, chat)
        world.users.setdefault(OWNER["id"], OWNER)
        chat.members.setdefault(OWNER["id"], member(OWNER, "creator"))

    def messages(self, thread: int | None = None) -> list[Seen]:
        """What stands there now, or in one topic."""
        return self.seen(thread)

    @property
    def topics(self) -> list[Topic]:
        """All topics ever opened, the deleted ones too."""
        return list(self.chat.topics.values())

    def topic(self, name: str) -> Topic:
        """Find the newest living topic with `name` in its title."""
        found = [topic for topic in self.topics if name in topic.name and not topic.deleted]
        if not found:
            raise AssertionError(f"no topic {name!r} among {[topic.name for topic in self.topics]}")
        return found[-1]

    async def expect_topic(self, name: str = "", timeout: float = 5.0) -> Topic:  # noqa: ASYNC109 - a test says how long it waits
        """Wait until there is a living topic with `name` in its title."""

        def look() -> Topic | None:
            living = (topic for topic in reversed(self.topics) if name in topic.name and not topic.deleted)
            return next(living, None)

        found = await self.world.bus.wait_for(self.id, look, timeout)
        return found or self.topic(name)

    def open_topic(self, name: str) -> Topic:
        return open_topic(self.world, self.chat, OWNER, name)

    def rename_topic(self, topic_id: int, name: str) -> None:
        edit_topic(self.world, self.chat, OWNER, self.chat.topics[topic_id], {"name": name})

    def close_topic(self, topic_id: int) -> None:
        close_topic(self.world, self.chat, OWNER, self.chat.topics[topic_id])

    def reopen_topic(self, topic_id: int) -> None:
        reopen_topic(self.world, self.chat, OWNER, self.chat.topics[topic_id])

    def delete_topic(self, topic_id: int) -> None:
        delete_topic(self.world, self.chat, self.chat.topics[topic_id])

    def join(self, person: Actor, status: str = "member") -> None:
        change_member(self.world, self.chat, person.user, status, by=person.user)

    def leave(self, person: Actor) -> None:
        change_member(self.world, self.chat, person.user, "left", by=person.user)

    def kick(self, person: Actor) -> None:
        change_member(self.world, self.chat, person.user, "kicked", by=OWNER)

    def set_bot(self, status: str, rights: Mapping[str, bool] | None = None) -> None:
        """Make the bot "administrator" (with these rights, or nearly all), "member", "left" or "kicked"."""
        change_member(self.world, self.chat, self.world.me_as_sender(), status, by=OWNER, rights=rights)

    def set_forum(self, *, on: bool) -> None:
        """Switch topics on or off. Nobody is told."""
        self.chat.is_forum = on

    def promote_bot(self, rights: Mapping[str, bool] | None = None) -> None:
        self.set_bot("administrator", rights)

    def demote_bot(self) -> None:
        self.set_bot("member")

    def post_from_channel(self, title: str, text: str) -> Seen:
        """A post of the linked channel appears in its discussion group by itself."""
        channel = self.chat.linked_channel or {"id": self.id - 777, "title": title, "type": "channel"}
        self.chat.linked_channel = channel
        origin = {"type": "channel", "chat": channel, "message_id": 1, "date": self.world.date()}
        content = {
            "sender_chat": channel,
            "forward_origin": origin,
            "is_automatic_forward": True,
            "text": text,
        }
        message = compose(self.world, self.chat, TELEGRAM, content)
        return Seen(self.chat, from_person(self.world, self.chat, message))

    def upgrade(self, new_id: int | None = None, *, forum: bool = False) -> "Group":
        """Turn a plain group into a supergroup with a new id; the old one refuses calls and names the new."""
        old = self.chat
        target = Chat(new_id or -1_000_000_000_000 - abs(old.id), SUPERGROUP, dict(old.names), is_forum=forum)
        target.members = dict(old.members)
        self.world.chats[target.id] = target
        service(self.world, old, OWNER, {"migrate_to_chat_id": target.id})
        old.migrated_to = target.id
        service(self.world, target, OWNER, {"migrate_from_chat_id": old.id})
        return Group(self.world, target)
