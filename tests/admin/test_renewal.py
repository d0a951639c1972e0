"""What a passing fault of the database cuts off while the FAQ is renewed is made up for the next time."""

from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import pytest
from sqlalchemy.exc import OperationalError
from sqlmodel import Session

from bot import clock
from bot.faq.library import Library
from bot.faq.versions.lookout import Lookout
from bot.faq.versions.press import Files, Press
from bot.faq.versions.publish import publish
from bot.faq.versions.renewal import Renewal
from bot.faq.versions.source import FaqSource
from bot.storage.database import Database
from bot.storage.migrate import upgrade
from bot.telegram.alarms import Alarms
from tests.conftest import FAQ, ROOT, copied

T = TypeVar("T")


class Hiccups(Database):
    """A database that doesn't answer once, when it is told so."""

    failing = False

    async def read(self, step: Callable[[Session], T]) -> T:
        """Fails, or reads."""
        if self.failing:
            self.failing = False
            raise OperationalError("SELECT", {}, Exception("gone for a moment"))
        return await super().read(step)


@dataclass
class Replica:
    """A renewal with its files and its database."""

    database: Hiccups
    renewal: Renewal
    files: Files
    library: Library

    async def tick_in_vain(self) -> None:
        """The database is away for a moment."""
        self.database.failing = True
        with pytest.raises(OperationalError):
            await self.renewal.tick()

    def answer(self, question: str) -> str:
        """The id of the entry that answers."""
        decision = self.library.book.ask(question)
        return decision.matches[0].id if decision.kind == "answer" else decision.kind


@pytest.fixture
async def replica(tmp_path: Path) -> AsyncIterator[Replica]:
    """Opened, with files of its own."""
    url = f"sqlite+aiosqlite:///{tmp_path}/faq.db"
    await upgrade(url)
    talk = copied(ROOT / "data/talk.yaml", tmp_path)
    synonyms = tmp_path / "synonyms.yaml"
    synonyms.write_text("version: 1\ngroups:\n  - [пароль, ключ]\n")
    files = Files(FaqSource(copied(FAQ, tmp_path)), synonyms, talk)
    async with Hiccups(url) as database:
        press = Press(files)
        lookout = Lookout(database, files, press, Alarms(frozenset()), frozenset())
        renewal = Renewal(database, press, lookout)
        yield Replica(database, renewal, files, await renewal.open())


async def test_new_synonyms_are_in_the_book_all_the_same(replica: Replica) -> None:
    replica.files.synonyms.write_text("version: 1\ngroups:\n  - [пароль, шмурдяк]\n")
    await replica.tick_in_vain()
    await replica.renewal.tick()
    assert replica.answer("сменить шмурдяк от вайфай") == "wifi-password"


async def test_a_file_that_was_put_back_is_news_all_the_same(replica: Replica) -> None:
    faq, now = replica.files.faq, clock.now()
    first = faq.path.read_text()
    other = first.replace("Картой, по СБП", "Только серебром")
    assert await replica.database.write(lambda session: publish(session, other, None, 1, now)) == 2
    await replica.renewal.tick()
    assert await replica.renewal.write_back(2)
    faq.path.write_text(first)
    await replica.tick_in_vain()
    await replica.renewal.tick()
    assert replica.library.version == 3
    assert replica.library.book.catalogue.by_id["pay-methods"].answer.startswith("Картой, по СБП")
