"""The worker: conversations side by side, each in order, each update until it is done or set aside."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager

import pytest
from aiogram.exceptions import TelegramForbiddenError, TelegramRetryAfter
from aiogram.methods import GetMe
from sqlmodel import Session

from bot import clock
from bot.errors import Refusal, Unavailable
from bot.storage.database import Database
from bot.storage.inbox import InboxRows
from bot.storage.memos import recall, remember
from bot.storage.people import People
from bot.storage.tables import InboxState, Person
from bot.telegram import worker as worker_module
from bot.telegram.alarms import ALERT, APOLOGY, Alarms
from bot.telegram.arrivals import arrivals
from bot.telegram.handling import Handling
from bot.telegram.worker import Worker
from tests.engine.conftest import ADMIN
from tests.engine.look import inbox, queued, until

Handle = Callable[[Handling], Awaitable[None]]
Work = Callable[[Handle], AbstractAsyncContextManager[Worker]]
GROUP = -1001000000001


@pytest.fixture(autouse=True)
def _no_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker_module, "PAUSES", (0, 0, 0, 0))


@pytest.fixture
def refusals() -> list[Refusal]:
    """What the worker explained."""
    return []


@pytest.fixture
def work(database: Database, alarms: Alarms, refusals: list[Refusal]) -> Work:
    """Runs a worker with a handler of one's own."""

    async def explain(_: Handling, refusal: Refusal) -> None:
        refusals.append(refusal)

    @asynccontextmanager
    async def working(handle: Handle) -> AsyncIterator[Worker]:
        worker = Worker(database, "test", handle, explain, alarms, lambda: None)
        running = asyncio.create_task(worker.run())
        yield worker
        worker.stop()
        await running

    return working


async def _arrive(database: Database, *updates: tuple[int, int, int | None]) -> None:
    """Stores updates: id, chat, and topic."""
    raw = [
        {"update_id": number, "message": {"chat": {"id": chat}, "is_topic_message": bool(topic)} | _thread(topic)}
        for number, chat, topic in updates
    ]
    await database.write(lambda session: InboxRows(session).store(arrivals(raw), clock.now()))


def _thread(topic: int | None) -> dict[str, int]:
    return {"message_thread_id": topic} if topic else {}


def _all_ended(session: Session) -> bool:
    return all(row.state is not InboxState.NEW for row in inbox(session))


def _states(session: Session) -> list[str]:
    return [row.state.value for row in inbox(session)]


async def test_one_conversation_goes_in_order_while_others_go_beside_it(database: Database, work: Work) -> None:
    seen: list[str] = []
    gate = asyncio.Event()

    async def handle(handling: Handling) -> None:
        seen.append(f"+{handling.update_id}")
        if handling.update_id == 1:
            await gate.wait()
        seen.append(f"-{handling.update_id}")

    await _arrive(database, (1, 1001, None), (2, 1001, None), (3, 1002, None), (4, GROUP, 7), (5, GROUP, 8))
    async with work(handle):
        await until(database, lambda session: _states(session)[2:] == ["done"] * 3)
        assert "+2" not in seen
        gate.set()
        await until(database, _all_ended)
    assert seen.index("-1") < seen.index("+2")


async def test_a_mistake_of_ours_is_set_aside_at_once_and_the_conversation_goes_on(
    database: Database, work: Work
) -> None:
    tries: list[int] = []

    async def handle(handling: Handling) -> None:
        tries.append(handling.update_id)
        if handling.update_id == 1:
            raise KeyError("a bug")

    await _arrive(database, (1, 1001, None), (2, 1001, None))
    async with work(handle):
        await until(database, _all_ended)
    assert tries == [1, 2]
    rows = await database.read(inbox)
    assert [(row.state, row.error) for row in rows] == [
        (InboxState.ASIDE, "KeyError: 'a bug'"),
        (InboxState.DONE, None),
    ]
    assert await database.read(lambda s: queued(s, APOLOGY)) == [{"chat_id": 1001, "thread_id": None}]
    assert await database.read(lambda s: queued(s, ALERT)) == [
        {"chat_id": ADMIN, "what": "set-aside", "facts": {"update": "1"}}
    ]


async def test_in_a_topic_the_apology_is_said_there(database: Database, work: Work) -> None:
    async def handle(_: Handling) -> None:
        raise KeyError

    await _arrive(database, (1, GROUP, 7))
    async with work(handle):
        await until(database, _all_ended)
    assert await database.read(lambda s: queued(s, APOLOGY)) == [{"chat_id": GROUP, "thread_id": 7}]


async def test_a_passing_fault_is_tried_five_times(database: Database, work: Work) -> None:
    tries: list[int] = []

    async def handle(handling: Handling) -> None:
        tries.append(handling.tries)
        raise Unavailable

    await _arrive(database, (1, 1001, None))
    async with work(handle):
        await until(database, _all_ended)
    assert tries == [0, 1, 2, 3, 4]
    assert await database.read(_states) == ["aside"]


@pytest.mark.parametrize(
    "fault",
    [Unavailable(), TimeoutError(), ConnectionResetError(), TelegramRetryAfter(GetMe(), "", retry_after=0)],
    ids=lambda fault: type(fault).__name__,
)
async def test_a_fault_that_passes_leaves_no_trace(database: Database, work: Work, fault: Exception) -> None:
    tries: list[int] = []

    async def handle(handling: Handling) -> None:
        number = len(tries)
        tries.append(handling.update_id)
        handling.later.append(lambda session: remember(session, f"try{number}", number))
        if number < 2:
            raise fault

    await _arrive(database, (1, 1001, None), (2, 1001, None))
    async with work(handle):
        await until(database, _all_ended)
    assert await database.read(_states) == ["done", "done"]
    kept = await database.read(lambda s: [recall(s, f"try{number}") for number in range(3)])
    assert kept == [None, None, 2]


async def test_a_rule_that_says_no_is_explained_and_what_the_handler_did_is_undone(
    database: Database, work: Work, refusals: list[Refusal]
) -> None:
    async def handle(handling: Handling) -> None:
        handling.later.append(lambda session: remember(session, "half", 1))
        raise Refusal

    await _arrive(database, (1, 1001, None))
    async with work(handle):
        await until(database, _all_ended)
    assert len(refusals) == 1
    assert await database.read(_states) == ["done"]
    assert await database.read(lambda s: recall(s, "half")) is None


async def test_who_blocked_the_bot_is_marked_and_nobody_is_alarmed(database: Database, work: Work) -> None:
    async def handle(_: Handling) -> None:
        raise TelegramForbiddenError(GetMe(), "bot was blocked by the user")

    await database.write(lambda s: People(s).save(Person(chat_id=1001, name="Анна", first_seen=clock.now())))
    await _arrive(database, (1, 1001, None))
    async with work(handle):
        await until(database, _all_ended)
    anna = await database.read(lambda s: People(s).of(1001))
    assert anna is not None
    assert anna.blocked_at is not None
    assert await database.read(_states) == ["done"]


async def test_what_can_t_be_stored_is_set_aside_alone(database: Database, work: Work) -> None:
    def broken(_: Session) -> None:
        raise ValueError("can't be stored")

    async def handle(handling: Handling) -> None:
        if handling.update_id == 1:
            handling.later.append(broken)

    await _arrive(database, *((number, 1000 + number, None) for number in range(1, 9)))
    async with work(handle):
        await until(database, _all_ended)
    assert await database.read(_states) == ["aside"] + ["done"] * 7


async def test_a_retry_while_the_bot_runs_is_handled_at_once(database: Database, work: Work) -> None:
    broken = True

    async def handle(_: Handling) -> None:
        if broken:
            raise KeyError

    await _arrive(database, (1, 1001, None))
    async with work(handle):
        await until(database, _all_ended)
        broken = False
        assert await database.write(lambda s: InboxRows(s).retry(None)) == 1
        await until(database, lambda s: _states(s) == ["done"])


async def test_a_stop_lets_what_is_in_work_end_and_takes_nothing_new(database: Database, work: Work) -> None:
    handled: list[int] = []
    started = asyncio.Event()

    async def handle(handling: Handling) -> None:
        started.set()
        await asyncio.sleep(0.05)
        handled.append(handling.update_id)

    await _arrive(database, (1, 1001, None), (2, 1001, None))
    async with work(handle):
        await started.wait()
    assert handled == [1]
    assert await database.read(_states) == ["done", "new"]
    async with work(handle):
        await until(database, _all_ended)
    assert handled == [1, 2]
