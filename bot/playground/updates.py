"""The queue of updates: kept for 24 hours, or until the bot confirms them by an offset."""

import asyncio
import random
from collections import deque
from collections.abc import Callable
from typing import Any

from bot.playground.chats import Json
from bot.playground.errors import POLLED_TWICE, ApiError, conflict

KEPT_SECONDS = 24 * 60 * 60  # https://core.telegram.org/bots/api#getting-updates
MOST_AT_ONCE = 100
ONLY_WHEN_ASKED = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
FIRST_ID = 100_000_000


class Updates:
    """Pending updates with their time. Ids start anywhere and go up by one."""

    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        self._pending: deque[tuple[float, Json]] = deque()
        self._next_id = random.randrange(FIRST_ID, 9 * FIRST_ID)  # noqa: S311 - any number will do
        self._arrived = asyncio.Event()
        self._poll: asyncio.Future[ApiError | None] | None = None
        self.allowed: list[str] = []

    def put(self, kind: str, payload: Any) -> int | None:
        """Queue an update unless the bot didn't ask for its kind; return its id."""
        return self.put_raw({kind: payload}) if self.wants(kind) else None

    def put_raw(self, update: Json) -> int:
        """Queue an update as it is, even malformed; an id is added if it has none."""
        update_id = update.get("update_id", self._next_id)
        if not isinstance(update_id, int):
            raise ValueError("whatever else is wrong with an update, its update_id is a whole number")  # noqa: TRY004 - told to the page as a wrong value
        self._next_id = max(self._next_id, update_id) + 1
        self._pending.append((self._now(), {"update_id": update_id, **update}))
        self._arrived.set()
        self.end_poll(None)
        return update_id

    def wants(self, kind: str) -> bool:
        return kind in self.allowed if self.allowed else kind not in ONLY_WHEN_ASKED

    def pending(self) -> list[Json]:
        self._forget_old()
        return [update for _, update in self._pending]

    def first(self) -> Json | None:
        self._forget_old()
        return self._pending[0][1] if self._pending else None

    def confirm(self, offset: int) -> None:
        """Forget all updates before `offset`; a negative one counts from the end of the queue."""
        if offset < 0:
            while len(self._pending) > -offset:
                self._pending.popleft()
        while offset > 0 and self._pending and self._pending[0][1]["update_id"] < offset:
            self._pending.popleft()

    def clear(self) -> None:
        self._pending.clear()

    def _forget_old(self) -> None:
        limit = self._now() - KEPT_SECONDS
        while self._pending and self._pending[0][0] < limit:
            self._pending.popleft()

    async def poll(self, offset: int, limit: int, seconds: float) -> list[Json]:
        """Long polling: a newer poll ends the older one with a conflict."""
        self.end_poll(conflict(POLLED_TWICE))
        self.confirm(offset)
        if not self.pending() and seconds > 0:
            await self._wait(seconds)
        return self.pending()[:limit]

    async def _wait(self, seconds: float) -> None:
        mine = self._poll = asyncio.get_running_loop().create_future()
        try:
            async with asyncio.timeout(seconds):
                if refusal := await mine:
                    raise refusal
        except TimeoutError:
            return
        finally:
            if self._poll is mine:
                self._poll = None

    async def arrival(self) -> None:
        """Wait until there is something to send."""
        while not self.pending():
            self._arrived.clear()
            await self._arrived.wait()

    def end_poll(self, reason: ApiError | None) -> None:
        """End the poll that waits: with a refusal, or (None) to look at the queue."""
        if self._poll and not self._poll.done():
            self._poll.set_result(reason)
