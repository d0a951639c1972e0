from collections.abc import AsyncIterator

import pytest
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer

from bot.playground import Group, Person, Playground


@pytest.fixture
async def pg() -> AsyncIterator[Playground]:
    async with Playground() as playground:
        yield playground


@pytest.fixture
async def bot(pg: Playground) -> AsyncIterator[Bot]:
    session = AiohttpSession(api=TelegramAPIServer.from_base(pg.url))
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
