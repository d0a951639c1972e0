"""A Bot API server that does next to nothing, so that what is measured is the bot."""

import asyncio
import json
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from aiohttp import web

BATCH = 100


class Counter:
    """Hands out prepared updates and notes when each chat is answered."""

    def __init__(self, questions: list[str], chats: int) -> None:
        self._updates = [_update(number, questions, chats) for number in range(len(questions))]
        self._next = 0
        self._wanted = len(questions)
        self.answers = 0
        self.began = 0.0
        self.done = asyncio.Event()
        self.ended = 0.0

    async def call(self, request: web.Request) -> web.Response:
        """Any method."""
        method = request.match_info["method"]
        if method.lower() == "getupdates":
            return _ok(await self._take())
        if method.lower() == "getme":
            return _ok({"id": 1000, "is_bot": True, "first_name": "b", "username": "bench_bot"})
        if method.lower() != "sendmessage":
            return _ok(True)
        return _ok(await self._answered(request))

    async def _take(self) -> list[Any]:
        if self._next >= self._wanted:
            await asyncio.sleep(0.5)
            return []
        if not self._next:
            self.began = time.perf_counter()
        batch = self._updates[self._next : self._next + BATCH]
        self._next += len(batch)
        return batch

    async def _answered(self, request: web.Request) -> dict[str, Any]:
        form = await request.post()
        self.answers += 1
        if self.answers == self._wanted:
            self.ended = time.perf_counter()
            self.done.set()
        chat = int(str(form["chat_id"]))
        return {"message_id": self.answers + 10**6, "date": 1, "chat": {"id": chat, "type": "private"}, "text": "x"}

    @property
    def rate(self) -> float:
        """Answers a second, from the first update handed out to the last answer."""
        return self.answers / (self.ended - self.began)


def _ok(result: Any) -> web.Response:
    return web.Response(text=json.dumps({"ok": True, "result": result}), content_type="application/json")


def _update(number: int, questions: list[str], chats: int) -> dict[str, Any]:
    person = {"id": 5000 + number % chats, "is_bot": False, "first_name": "A", "language_code": "ru"}
    chat = {"id": person["id"], "type": "private", "first_name": "A"}
    message = {"message_id": number + 1, "date": 1, "chat": chat, "from": person, "text": questions[number]}
    return {"update_id": number + 1, "message": message}


@asynccontextmanager
async def serving(counter: Counter) -> AsyncIterator[str]:
    """The server's address, while the context is open."""
    app = web.Application(client_max_size=10**7)
    app.router.add_route("*", "/bot{token}/{method}", counter.call)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()
