"""Updates brought to the bot: one at a time, in order, each until it is taken."""

import asyncio
import json
import time
from collections.abc import Awaitable, Callable
from typing import Any

import aiohttp

from bot.playground.chats import Json
from bot.playground.updates import Updates

FIRST_PAUSE, LONGEST_PAUSE = 0.1, 5.0  # seconds between attempts, doubling
PATIENCE = aiohttp.ClientTimeout(total=60)
Reply = Callable[[str, Json], Awaitable[Any]]


class Webhook:
    """Posts each update to `url` with the secret; what the bot answers with a method is carried out by `reply`."""

    def __init__(self, updates: Updates) -> None:
        self._updates = updates
        self._task: asyncio.Task[None] | None = None
        self.reply: Reply | None = None
        self.url = ""
        self.secret = ""
        self.max_connections = 40
        self.error: tuple[int, str] | None = None

    def info(self) -> Json:
        """Give the Bot API's WebhookInfo."""
        info: Json = {
            "url": self.url,
            "has_custom_certificate": False,
            "pending_update_count": len(self._updates.pending()),
        }
        if self.url:
            info["max_connections"] = self.max_connections
        if self._updates.allowed:
            info["allowed_updates"] = self._updates.allowed
        if self.error:
            info["last_error_date"], info["last_error_message"] = self.error
        return info

    async def set(self, url: str, secret: str = "", max_connections: int = 40) -> None:
        """Deliver to `url` from now on; nowhere, if it is empty."""
        await self.stop()
        self.url, self.secret, self.max_connections, self.error = url, secret, max_connections, None
        if url:
            self._task = asyncio.create_task(self._deliver())

    async def stop(self) -> None:
        if self._task:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
            self._task = None

    async def _deliver(self) -> None:
        async with aiohttp.ClientSession(timeout=PATIENCE) as session:
            while True:
                await self._updates.arrival()
                if update := self._updates.first():
                    await self._deliver_one(session, update)

    async def _deliver_one(self, session: aiohttp.ClientSession, update: Json) -> None:
        pause = FIRST_PAUSE
        while (body := await self._post(session, update)) is None:
            await asyncio.sleep(pause)
            pause = min(pause * 2, LONGEST_PAUSE)
        self._updates.confirm(int(update["update_id"]) + 1)
        await self._carry_out(body)

    async def _post(self, session: aiohttp.ClientSession, update: Json) -> bytes | None:
        """Post an update; None if the bot didn't take it."""
        headers = {"X-Telegram-Bot-Api-Secret-Token": self.secret} if self.secret else {}
        try:
            async with session.post(self.url, json=update, headers=headers) as response:
                body = await response.read()
                if response.ok:
                    return body
                self._note(f"Wrong response from the webhook: {response.status} {response.reason}")
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            self._note(f"Connection failed: {error}")
        return None

    def _note(self, trouble: str) -> None:
        self.error = (int(time.time()), trouble)

    async def _carry_out(self, body: bytes) -> None:
        """An answer may be a call; its result can't be known, says Telegram."""
        try:
            call = json.loads(body) if body.strip() else None
        except ValueError:
            return
        if self.reply and isinstance(call, dict) and isinstance(call.get("method"), str):
            await self.reply(call.pop("method"), call)
