"""Waiting for what the bot shows in a chat."""

from collections.abc import Callable
from dataclasses import dataclass, field

from bot.playground.chats import Chat
from bot.playground.seen import Seen, Wanted, tail
from bot.playground.world import World

PATIENCE = 15.0  # seconds


@dataclass
class Watch:
    """What the bot has shown in a chat (new messages and edits alike) and which of it a test has already expected."""

    world: World
    chat: Chat
    expected: set[int] = field(default_factory=set)

    async def expect(
        self,
        wanted: Wanted,
        timeout: float,  # noqa: ASYNC109 - a test says how long it waits
        thread: int | None = None,
    ) -> Seen:
        """Wait for the first thing not yet expected that fits; AssertionError with the chat's end if none comes."""
        found = await self.world.bus.wait_for(self.chat.id, self._search(wanted, thread), timeout)
        if found is None:
            what = repr(wanted) if isinstance(wanted, str) else "such a message"
            raise AssertionError(f"the bot has not shown {what} in {timeout:g}s;{tail(self.chat)}")
        return found

    def _search(self, wanted: Wanted, thread: int | None) -> Callable[[], Seen | None]:
        """Make a search that looks at each thing once, however often it is asked."""
        position = 0

        def look() -> Seen | None:
            nonlocal position
            while position < len(self.chat.sent):
                number, position = position, position + 1
                if number not in self.expected and self._fits(number, wanted, thread):
                    self.expected.add(number)
                    sent = self.chat.sent[number]
                    return Seen(self.chat, self.chat.messages.get(sent.message_id, sent.snapshot))
            return None

        return look

    def _fits(self, number: int, wanted: Wanted, thread: int | None) -> bool:
        seen = Seen(self.chat, self.chat.sent[number].snapshot)
        return (thread is None or seen.thread == thread) and seen.fits(wanted)

    async def expect_nothing(self, wanted: Wanted, seconds: float) -> None:
        """Make sure that for so long nothing that fits comes (nor has come unexpected)."""
        if found := await self.world.bus.wait_for(self.chat.id, self._search(wanted, None), seconds):
            raise AssertionError(f"the bot should not have shown: {found}{tail(self.chat)}")

    def catch_up(self) -> None:
        """Take all that came until now as expected."""
        self.expected.update(range(len(self.chat.sent)))
