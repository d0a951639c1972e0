"""What stands around a call to Telegram: sent once, whatever the database does meanwhile."""

import asyncio
from collections.abc import AsyncIterator, Callable
from datetime import timedelta
from pathlib import Path
from typing import Any, TypeVar, cast

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramServerError
from aiogram.methods import SendMessage
from sqlalchemy.exc import OperationalError
from sqlmodel import Session, select

from bot import clock
from bot.storage.database import Database
from bot.storage.migrate import upgrade
from bot.storage.outbox import OutboxRows, private
from bot.storage.tables import Outbox, OutboxState
from bot.telegram import delivery as delivery_module
from bot.telegram.alarms import Alarms
from bot.telegram.delivery import Delivery
from bot.telegram.group import DeskGroup
from bot.telegram.pacing import Pacer
from bot.telegram.parcel import Parcel, Prepare
from bot.telegram.rebuild import Place
from bot.telegram.remedies import Remedies
from bot.telegram.topics import Topics

T = TypeVar("T")


class Line:
    """Telegram, as far as a call goes: notes what was sent, and refuses what it is told to."""

    def __init__(self) -> None:
        self.sent: list[str] = []
        self.refuse: list[Exception] = []
        self.then: Callable[[], None] = lambda: None

    async def __call__(self, call: SendMessage) -> None:
        if self.refuse:
            raise self.refuse.pop(0)
        self.sent.append(call.text)
        self.then()


class Flaky(Database):
    """A database that is away for the next few writes, when told so."""

    away = 0

    async def write(self, step: Callable[[Session], T]) -> T:
        if self.away:
            self.away -= 1
            raise OperationalError("", {}, Exception("database is locked"))
        return await super().write(step)


class Letters:
    """Prepares rows: reminders come at most once, everything else may be repeated."""

    def place_of(self, row: Outbox) -> Place:
        return Place(row.facts["chat_id"])

    def may_repeat(self, row: Outbox) -> bool:
        return row.kind != "reminder"

    def may_drop(self, row: Outbox) -> bool:
        return row.kind == "trifle"

    def not_delivered(self, session: Session, row: Outbox, why: str) -> None:
        pass

    async def parcel(self, row: Outbox, place: Place) -> Parcel:
        return Parcel(SendMessage(chat_id=place.chat_id, text=row.facts["text"]))


class Post:
    """A delivery at work on a real database."""

    def __init__(self, database: Flaky) -> None:
        self.database = database
        self.line = Line()
        prepare, pacer = cast("Prepare", Letters()), Pacer(25)
        bot = cast("Bot", self.line)
        group = DeskGroup(bot, database, None)
        topics = Topics(bot, database, group, pacer, prepare)
        remedies = Remedies(database, pacer, prepare, topics, group, Alarms(()))
        self.delivery = Delivery(bot, database, "me", pacer, prepare, topics, remedies)

    async def queue(self, kind: str, text: str, chat_id: int = 1, **options: Any) -> None:
        facts = {"chat_id": chat_id, "text": text}
        lane = private(chat_id)
        await self.database.write(
            lambda s: OutboxRows(s).add(kind, facts, conversation=lane, lane=lane, now=clock.now(), **options)
        )

    async def until(self, *states: OutboxState) -> list[Outbox]:
        """Waits until all rows are in these states."""
        running = asyncio.create_task(self.delivery.run())
        self.delivery.wake()
        try:
            async with asyncio.timeout(5):
                while True:
                    rows = list(await self.database.read(lambda s: s.exec(select(Outbox)).all()))
                    if all(row.state in states for row in rows):
                        return rows
                    await asyncio.sleep(0.01)
        finally:
            self.delivery.stop()
            await running


@pytest.fixture
async def post(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Post]:
    monkeypatch.setattr(delivery_module, "PATIENCE", 0.01)
    url = f"sqlite+aiosqlite:///{tmp_path}/post.db"
    await upgrade(url)
    async with Flaky(url) as database:
        yield Post(database)


async def test_a_database_that_is_away_after_the_call_makes_no_second_call(post: Post) -> None:
    await post.queue("words", "привет")
    post.line.then = lambda: setattr(post.database, "away", 3)
    await post.until(OutboxState.SENT)
    assert post.line.sent == ["привет"]


async def test_a_reminder_that_telegram_failed_on_is_unknown_and_not_repeated(post: Post) -> None:
    await post.queue("reminder", "пора")
    post.line.refuse = [TelegramServerError(method=SendMessage(chat_id=1, text="x"), message="502")]
    await post.until(OutboxState.UNKNOWN)
    assert post.line.sent == []


async def test_words_that_telegram_failed_on_are_sent_again(post: Post) -> None:
    await post.queue("words", "привет")
    post.line.refuse = [TelegramServerError(method=SendMessage(chat_id=1, text="x"), message="502")]
    await post.until(OutboxState.SENT)
    assert post.line.sent == ["привет"]


async def test_bulk_that_must_wait_keeps_no_place_from_words(post: Post) -> None:
    """After a 429 all bulk waits; words to others go on, however much bulk there is."""
    for chat_id in range(100, 140):
        await post.queue("reminder", "пора", chat_id, bulk=True)
    post.delivery._pacer.pause(None, 60)
    await post.queue("words", "привет", 7, due_at=clock.now() + timedelta(seconds=0.3))
    arrived = asyncio.Event()
    post.line.then = arrived.set
    running = asyncio.create_task(post.delivery.run())
    try:
        await asyncio.wait_for(arrived.wait(), 5)
    finally:
        post.delivery.stop()
        await running
    assert post.line.sent == ["привет"]
