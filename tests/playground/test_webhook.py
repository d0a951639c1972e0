"""Updates brought to the bot's own address."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiogram import Bot
from aiohttp import web

from bot.playground import Person, Playground


class Receiver:
    """A bot's HTTP side that keeps what comes and answers as told."""

    def __init__(self) -> None:
        self.url = ""
        self.bodies: list[dict[str, Any]] = []
        self.secrets: list[str | None] = []
        self.statuses: list[int] = []
        self.reply: dict[str, Any] | None = None
        self.came = asyncio.Event()

    async def take(self, request: web.Request) -> web.Response:
        self.bodies.append(await request.json())
        self.secrets.append(request.headers.get("X-Telegram-Bot-Api-Secret-Token"))
        self.came.set()
        return web.json_response(self.reply, status=self.statuses.pop(0) if self.statuses else 200)

    async def wait(self, count: int) -> None:
        async with asyncio.timeout(5):
            while len(self.bodies) < count:
                self.came.clear()
                await self.came.wait()


@pytest.fixture
async def receiver() -> AsyncIterator[Receiver]:
    receiver = Receiver()
    app = web.Application()
    app.router.add_post("/hook", receiver.take)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    receiver.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    yield receiver
    await runner.cleanup()


async def test_updates_come_in_order_with_the_secret(bot: Bot, anna: Person, receiver: Receiver) -> None:
    await bot.set_webhook(receiver.url, secret_token="s-1")
    for number in range(5):
        await anna.write(str(number))
    await receiver.wait(5)
    assert [body["message"]["text"] for body in receiver.bodies] == list("01234")
    assert set(receiver.secrets) == {"s-1"}
    info = await bot.get_webhook_info()
    assert (info.url, info.pending_update_count) == (receiver.url, 0)


async def test_what_was_refused_comes_again_before_the_next(bot: Bot, anna: Person, receiver: Receiver) -> None:
    receiver.statuses = [500, 503]
    await bot.set_webhook(receiver.url)
    await anna.write("раз")
    await anna.write("два")
    await receiver.wait(4)
    assert [body["message"]["text"] for body in receiver.bodies] == ["раз", "раз", "раз", "два"]
    assert "503" in ((await bot.get_webhook_info()).last_error_message or "")


async def test_a_call_in_the_answer_is_carried_out(bot: Bot, pg: Playground, anna: Person, receiver: Receiver) -> None:
    receiver.reply = {"method": "sendMessage", "chat_id": 1001, "text": "сразу"}
    await bot.set_webhook(receiver.url)
    await anna.write("раз")
    assert (await anna.expect("сразу")).text == "сразу"
    assert pg.calls("sendMessage")[0].ok


async def test_what_waited_is_brought_after_the_webhook_is_set(bot: Bot, anna: Person, receiver: Receiver) -> None:
    await anna.write("раз")
    await bot.set_webhook(receiver.url)
    await receiver.wait(1)
    await bot.delete_webhook()
    await anna.write("два")
    (update,) = await bot.get_updates()
    assert update.message
    assert update.message.text == "два"
