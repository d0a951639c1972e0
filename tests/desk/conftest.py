"""Desks that don't pace (pacing has its own tests), with a ticket in the group where a test begins with one."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from dishka import Provider, Scope, provide

from bot import clock
from bot.playground import Person, Seen
from bot.settings import Settings
from bot.storage.outbox import OutboxRows
from bot.telegram.pacing import Pacer
from bot.tickets.open import Draft, open_ticket
from tests.conftest import FrontDesk, made_desk


class _Unhurried(Pacer):
    def wait(self, chat_id: int, *, bulk: bool) -> float:
        """Never any time."""
        return 0.0


class NoPacing(Provider):
    """Telegram's limits don't concern the playground."""

    @provide(scope=Scope.APP)
    def pacer(self, settings: Settings) -> Pacer:
        return _Unhurried(settings.bulk_rate)


@dataclass
class Posted:
    """A ticket as it stands in the group; `thread` is None in a group without topics."""

    number: int
    thread: int | None
    card: Seen


async def opened(desk: FrontDesk, by: Person, words: str = "Интернет пропал утром") -> int:
    """Opens a ticket at once, past the dialog; the number is its result."""
    now = clock.now()
    draft = Draft(
        key=f"{by.id}:{words}",
        chat_id=by.id,
        name=str(by.user["first_name"]),
        topic="no-internet",
        description=words,
        answer_due=now,
    )
    return (await desk.database.write(lambda session: open_ticket(session, draft, now))).ticket_id


async def posted(desk: FrontDesk, by: Person, words: str = "Интернет пропал утром") -> Posted:
    """Opens a ticket and waits for its card."""
    number = await opened(desk, by, words)
    card = await desk.group.expect(f"Обращение №{number} ")
    return Posted(number, card.thread, card)


async def depth(desk: FrontDesk) -> int:
    """How many messages have not left."""
    return await desk.database.read(lambda session: OutboxRows(session).depth())


@asynccontextmanager
async def at_work(desk: FrontDesk) -> AsyncIterator[FrontDesk]:
    """Opens a desk to which Anna and Boris have come."""
    async with desk.open(NoPacing()):
        people = (desk.anna, desk.boris)
        await asyncio.gather(*(person.start() for person in people))
        await asyncio.gather(*(person.expect("Здравствуйте") for person in people))
        yield desk


@pytest.fixture
async def forum(closed_desk: FrontDesk) -> AsyncIterator[FrontDesk]:
    """An open desk in a group with topics."""
    async with at_work(closed_desk) as desk:
        yield desk


@pytest.fixture
async def plain(tmp_path: Path) -> AsyncIterator[FrontDesk]:
    """An open desk in a group without topics."""
    async with made_desk(tmp_path, forum=False) as made, at_work(made) as desk:
        yield desk


@pytest.fixture
async def ticket(forum: FrontDesk) -> Posted:
    """Anna's ticket in its topic."""
    return await posted(forum, forum.anna)


@pytest.fixture
async def plain_ticket(plain: FrontDesk) -> Posted:
    """Anna's ticket in a group without topics."""
    return await posted(plain, plain.anna)


async def queued(desk: FrontDesk, number: int) -> None:
    """Waits until so many messages wait to leave."""
    async with asyncio.timeout(5):
        while await depth(desk) != number:  # noqa: ASYNC110 - the database has no events
            await asyncio.sleep(0.02)


def a(kind: str) -> Callable[[Seen], bool]:
    """A message of a kind, to be expected."""
    return lambda seen: seen.kind == kind


async def written(desk: FrontDesk, person: Person, text: str, thread: int | None) -> Seen:
    """A subscriber's words, as they stand in the group."""
    await person.write(text)
    return await desk.group.expect(text, thread=thread)
