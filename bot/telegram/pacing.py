"""Telegram's limits: about 30 messages a second in all, 1 a second per chat, 20 a minute per group, edits included.

Source: core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this.
"""

import asyncio
import time
from collections.abc import Callable
from typing import Any

from aiogram import Bot
from aiogram.client.session.middlewares.base import BaseRequestMiddleware, NextRequestMiddlewareType
from aiogram.methods import Response, SendMediaGroup, TelegramMethod
from aiogram.methods.base import TelegramType

OVERALL_PER_SECOND = 30.0
PRIVATE_PER_SECOND = 1.0
GROUP_PER_MINUTE = 20.0
FORGET_AFTER = 60.0


class Bucket:
    """Tokens that refill at a rate.

    Taking more than there are leaves a debt that the next one waits for, at most as large as the bucket: a person who
    presses many buttons at once must not put off what agents write for long.
    """

    def __init__(self, rate: float, capacity: float, now: float) -> None:
        self._rate = rate
        self._capacity = capacity
        self._tokens = capacity
        self.touched = now

    def wait_for(self, now: float) -> float:
        """Seconds until one token is there."""
        self._refill(now)
        return max(0.0, (1.0 - self._tokens) / self._rate)

    def take(self, cost: float, now: float) -> None:
        """Takes tokens, into debt if need be."""
        self._refill(now)
        self._tokens = max(self._tokens - cost, -self._capacity)

    def _refill(self, now: float) -> None:
        self._tokens = min(self._capacity, self._tokens + (now - self.touched) * self._rate)
        self.touched = now


class Pacer:
    """Counts every call to a chat; what can wait asks for its turn first."""

    def __init__(self, bulk_rate: float, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._now = monotonic
        now = monotonic()
        self._overall = Bucket(OVERALL_PER_SECOND, OVERALL_PER_SECOND, now)
        self._bulk = Bucket(bulk_rate, 1.0, now)
        self._chats: dict[int, Bucket] = {}
        self._paused_until = 0.0
        self._chats_paused_until: dict[int, float] = {}

    async def turn(self, chat_id: int, *, bulk: bool) -> None:
        """Waits until a message to a chat keeps to the limits."""
        while (pause := self.wait(chat_id, bulk=bulk)) > 0:  # noqa: ASYNC110 - others take turns meanwhile
            await asyncio.sleep(pause)
        if bulk:
            self._bulk.take(1, self._now())

    def count(self, chat_id: int, cost: int) -> None:
        """A call to a chat is being made."""
        now = self._now()
        self._overall.take(cost, now)
        self._chat(chat_id).take(cost, now)

    def pause(self, chat_id: int | None, seconds: float) -> None:
        """Telegram said 429: the chat waits for as long as it said, and so does everything that isn't urgent."""
        now = self._now()
        self._paused_until = max(self._paused_until, now + seconds)
        self._chats_paused_until = {chat: until for chat, until in self._chats_paused_until.items() if until > now}
        if chat_id is not None:
            self._chats_paused_until[chat_id] = max(self._chats_paused_until.get(chat_id, 0.0), now + seconds)

    def wait(self, chat_id: int, *, bulk: bool) -> float:
        """Seconds until a message to a chat would keep to the limits, as things stand."""
        now = self._now()
        paused = self._chats_paused_until.get(chat_id, now) - now
        waits = [self._overall.wait_for(now), self._chat(chat_id).wait_for(now), paused]
        if bulk:
            waits += [self._bulk.wait_for(now), self._paused_until - now]
        return max(waits)

    def _chat(self, chat_id: int) -> Bucket:
        now = self._now()
        if chat_id not in self._chats:
            self._forget_quiet(now)
            rate, capacity = (GROUP_PER_MINUTE / 60, GROUP_PER_MINUTE) if chat_id < 0 else (PRIVATE_PER_SECOND, 1.0)
            self._chats[chat_id] = Bucket(rate, capacity, now)
        return self._chats[chat_id]

    def _forget_quiet(self, now: float) -> None:
        if len(self._chats) >= 10_000:  # noqa: PLR2004 - a bound on memory, not a rule
            quiet = [chat for chat, bucket in self._chats.items() if now - bucket.touched > FORGET_AFTER]
            for chat in quiet:
                del self._chats[chat]


class CountCalls(BaseRequestMiddleware):
    """Counts every call that shows something in a chat, whoever makes it."""

    def __init__(self, pacer: Pacer) -> None:
        self._pacer = pacer

    async def __call__(
        self,
        make_request: NextRequestMiddlewareType[TelegramType],
        bot: Bot,
        method: TelegramMethod[TelegramType],
    ) -> Response[TelegramType]:
        """Counts, then calls."""
        chat_id: Any = getattr(method, "chat_id", None)
        name = method.__api_method__
        if isinstance(chat_id, int) and name.startswith(_SHOWING) and name != "sendChatAction":
            cost = len(method.media) if isinstance(method, SendMediaGroup) else 1
            self._pacer.count(chat_id, cost)
        return await make_request(bot, method)


_SHOWING = ("send", "edit", "copy", "forward", "createForumTopic")
