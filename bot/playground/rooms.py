"""A chat as people look at it: what stands there now, and waiting for what comes."""

from bot.playground.chats import Chat
from bot.playground.seen import Seen, Wanted, tail
from bot.playground.watching import PATIENCE, Watch
from bot.playground.world import World


class Room:
    """A private chat with the bot, or (`Group`) a group that it is in."""

    def __init__(self, world: World, chat: Chat) -> None:
        self.world = world
        self.chat = chat
        self._watch = Watch(world, chat)

    @property
    def id(self) -> int:
        return self.chat.id

    @property
    def reply_keyboard(self) -> list[list[str]]:
        """The texts of the buttons in place of the phone's own keyboard, row by row."""
        rows = (self.chat.keyboard or {}).get("keyboard", [])
        return [[str(button["text"]) for button in row] for row in rows]

    def message(self, message_id: int) -> Seen:
        return Seen(self.chat, self.chat.messages[message_id])

    def seen(self, thread: int | None = None) -> list[Seen]:
        """All messages that stand there now, or those of one topic."""
        seen = [Seen(self.chat, message) for message in self.chat.messages.values()]
        return [message for message in seen if thread is None or message.thread == thread]

    async def expect(
        self,
        wanted: Wanted = None,
        timeout: float = PATIENCE,  # noqa: ASYNC109 - a test says how long it waits
        *,
        thread: int | None = None,
    ) -> Seen:
        """Wait for the next thing by the bot, sent or edited, that a test hasn't expected yet and that fits.

        `wanted`: a part of its text or caption, or a predicate on `Seen`. AssertionError after `timeout` seconds.
        """
        return await self._watch.expect(wanted, timeout, thread)

    async def expect_nothing(self, wanted: Wanted = None, seconds: float = 0.3) -> None:
        await self._watch.expect_nothing(wanted, seconds)

    async def expect_reactions(self, message: Seen, *emoji: str, timeout: float = PATIENCE) -> None:  # noqa: ASYNC109 - a test says how long it waits
        """Wait until a message carries these reactions and no others. AssertionError after `timeout` seconds."""

        def look() -> bool | None:
            return sorted(message.reactions) == sorted(emoji) or None

        if not await self.world.bus.wait_for(self.id, look, timeout):
            raise AssertionError(f"reactions {message.reactions} instead of {list(emoji)} on {message}")

    def catch_up(self) -> None:
        """Forget what the bot showed until now: `expect` looks only at what comes later."""
        self._watch.catch_up()

    def __str__(self) -> str:
        return tail(self.chat, most=len(self.chat.messages))


class PrivateChat(Room):
    @property
    def messages(self) -> list[Seen]:
        """What the person sees now: edits and deletions applied."""
        return self.seen()
