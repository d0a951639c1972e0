import re
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import pytest
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import TelegramAPIError

from bot.playground import Group, Person, Playground

Refuses = Callable[[Awaitable[Any], str], Awaitable[TelegramAPIError]]


class QuickSession(AiohttpSession):
    async def close(self) -> None:
        """Close without aiogram's quarter of a second for TLS, of which there is none here."""
        if self._session:
            await self._session.close()


@pytest.fixture
async def pg() -> AsyncIterator[Playground]:
    async with Playground() as playground:
        yield playground


@pytest.fixture
async def bot(pg: Playground) -> AsyncIterator[Bot]:
    session = QuickSession(api=TelegramAPIServer.from_base(pg.url))
    async with Bot(pg.token, session=session).context() as client:
        yield client


@pytest.fixture
async def anna(pg: Playground) -> Person:
    """A subscriber who has pressed Start; that update is already confirmed."""
    person = pg.person(1001, "Анна", last_name="Ким", username="anna", phone="+79001234567")
    await person.start()
    pg.world.updates.clear()
    return person


@pytest.fixture
def oleg(pg: Playground) -> Person:
    return pg.person(2001, "Олег")


@pytest.fixture
def forum(pg: Playground, oleg: Person) -> Group:
    return pg.group(-1001000000001, "Поддержка", forum=True, members=[oleg])


@pytest.fixture
def refuses() -> Refuses:
    """Await a call that must be refused with exactly this description."""

    async def check(call: Awaitable[Any], description: str) -> TelegramAPIError:
        with pytest.raises(TelegramAPIError, match=f"{re.escape(description)}$") as caught:
            await call
        return caught.value

    return check
