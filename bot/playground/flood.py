"""Telegram's limits on sending, off until switched on: https://core.telegram.org/bots/faq#my-bot-is-hitting-limits."""

import math
from collections import deque
from collections.abc import Callable

from bot.playground.errors import ApiError, too_many


class _Window:
    """At most `most` events in any `seconds`."""

    def __init__(self, most: int, seconds: float) -> None:
        self.most = most
        self.seconds = seconds
        self.times: deque[float] = deque()

    def wait(self, now: float) -> float:
        while self.times and self.times[0] <= now - self.seconds:
            self.times.popleft()
        return self.times[0] + self.seconds - now if len(self.times) >= self.most else 0.0


class Flood:
    """30 messages a second in all; 1 a second in a private chat, after a burst of a few; 20 a minute in a group."""

    PER_SECOND = 30
    PRIVATE_BURST, PRIVATE_SECONDS = 5, 5.0
    GROUP_MOST, GROUP_SECONDS = 20, 60.0

    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        self.on = False
        self.clear()

    def clear(self) -> None:
        self._all = _Window(self.PER_SECOND, 1.0)
        self._chats: dict[int, _Window] = {}

    def refusal(self, chat_id: int, cost: int = 1) -> ApiError | None:
        """Count `cost` messages to a chat, or say how long to wait."""
        if not self.on:
            return None
        now = self._now()
        windows = (self._all, self._chat(chat_id))
        if wait := max(window.wait(now) for window in windows):
            return too_many(max(1, math.ceil(wait)))
        for window in windows:
            window.times.extend([now] * cost)
        return None

    def _chat(self, chat_id: int) -> _Window:
        if chat_id > 0:
            fresh = _Window(self.PRIVATE_BURST, self.PRIVATE_SECONDS)
        else:
            fresh = _Window(self.GROUP_MOST, self.GROUP_SECONDS)
        return self._chats.setdefault(chat_id, fresh)
