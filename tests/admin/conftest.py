"""Desks whose FAQ is a file of their own, with versions, and two admins."""

import asyncio
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.playground import Person, Seen
from bot.playground.media import Upload
from bot.storage.faq_versions import FaqVersions
from bot.storage.tables import FaqVersion
from tests.conftest import FrontDesk, made_desk
from tests.desk.conftest import NoPacing
from tests.subscriber.steps import window

PATIENCE = 10.0
"""Seconds for what takes less than one on a machine that has nothing else to do."""


@dataclass
class House:
    """A desk with its admins; Anna is a subscriber."""

    desk: FrontDesk
    dima: Person
    ira: Person
    faq: Path

    @property
    def anna(self) -> Person:
        """Somebody without rights."""
        return self.desk.anna

    async def newest(self) -> FaqVersion:
        """The version in force."""
        newest = await self.desk.database.read(lambda session: FaqVersions(session).newest())
        assert newest is not None
        return newest

    async def answers(self, question: str, words: str) -> Seen:
        """What a subscriber gets for a question, which must hold some words."""
        await self.anna.write(question)
        return await self.anna.expect(words)

    async def comes_to_answer(self, question: str, words: str) -> float:
        """A subscriber asks again and again until the answer holds some words; the seconds that it took."""
        began = time.monotonic()
        async with asyncio.timeout(PATIENCE):
            while True:
                await self.anna.write(question)
                if words in (await self.anna.expect(lambda seen: bool(seen.text))).text:
                    return time.monotonic() - began


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    """An open desk with two admins."""
    async with made_desk(tmp_path, own_faq=True, admin_ids=frozenset({3001, 3002})) as desk:
        people = (desk.anna, desk.telegram.person(3001, "Дима"), desk.telegram.person(3002, "Ира"))
        async with desk.open(NoPacing()):
            await asyncio.gather(*(person.start() for person in people))
            await asyncio.gather(*(person.expect("Здравствуйте") for person in people))
            yield House(desk, people[1], people[2], desk.settings.faq_path)


async def room(admin: Person) -> Seen:
    """Opens the FAQ's room."""
    await admin.write("/admin")
    await admin.press(await admin.expect("Состояние"), "База ответов")
    return await admin.expect(window("В силе версия"))


async def upload(admin: Person, text: str | bytes, name: str = "faq.yaml") -> None:
    """Sends a file in answer to the bot's request."""
    await admin.press(await room(admin), "Загрузить")
    await admin.expect("Пришлите файл базы")
    content = text.encode() if isinstance(text, str) else text
    await admin.send_document(file=Upload(content, name, "application/yaml"))


async def uploaded(admin: Person, text: str | bytes, name: str = "faq.yaml") -> Seen:
    """The difference that a good file makes."""
    await upload(admin, text, name)
    return await admin.expect(window("Что изменится"), 10)


async def confirmed(admin: Person, proposal: Seen) -> Seen:
    """Puts it in force."""
    await admin.press(proposal, "Ввести в силу")
    return await admin.expect("Готово")
