"""The one door to the database."""

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import event
from sqlalchemy.exc import DBAPIError, IntegrityError, StatementError
from sqlmodel import Session, select

from bot.storage.database import Database
from bot.storage.memos import recall, remember
from bot.storage.migrate import upgrade
from bot.storage.people import People
from bot.storage.tables import Memo, Person

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


def _keep(number: int) -> Callable[[Session], None]:
    return lambda session: remember(session, f"key{number}", number)


async def test_what_is_written_is_read(database: Database) -> None:
    await database.write(lambda session: remember(session, "a", {"x": [1, "ы"]}))
    assert await database.read(lambda session: recall(session, "a")) == {"x": [1, "ы"]}


async def test_a_step_s_result_is_given_and_its_error_raised(database: Database) -> None:
    def fail(_: Session) -> None:
        raise KeyError("x")

    assert await database.write(lambda session: 5) == 5
    with pytest.raises(KeyError):
        await database.write(fail)
    with pytest.raises(KeyError):
        await database.read(fail)


async def test_fifty_writers_at_once_all_succeed(database: Database) -> None:
    def count_up(session: Session) -> None:
        remember(session, "count", (recall(session, "count") or 0) + 1)

    if not database.is_sqlite:  # PostgreSQL's writers go side by side, so each has a key of its own
        await asyncio.gather(*(database.write(_keep(number)) for number in range(50)))
        assert len(await database.read(lambda session: session.exec(select(Memo)).all())) == 50
        return
    await asyncio.gather(*(database.write(count_up) for _ in range(50)))
    assert await database.read(lambda session: recall(session, "count")) == 50


async def test_a_failing_step_undoes_only_itself(database: Database) -> None:
    def fail(session: Session) -> None:
        remember(session, "bad", 1)
        session.flush()
        raise ValueError

    def break_a_key(session: Session) -> None:
        session.add(Memo(key="key0", value=2))
        session.add(Memo(key="bad", value=2))
        session.flush()

    good = [database.write(_keep(number)) for number in range(5)]
    results = await asyncio.gather(*good[:3], database.write(fail), *good[3:], return_exceptions=True)
    assert [type(result) for result in results] == [type(None)] * 3 + [ValueError] + [type(None)] * 2
    with pytest.raises(IntegrityError):
        await database.write(break_a_key)
    keys = await database.read(lambda session: session.exec(select(Memo.key)).all())
    assert set(keys) == {f"key{number}" for number in range(5)}


async def test_a_naive_moment_is_refused_and_an_aware_one_comes_back_in_utc(database: Database) -> None:
    def person(at: datetime) -> Person:
        return Person(chat_id=1, name="Анна", first_seen=at)

    with pytest.raises(StatementError, match="naive"):
        await database.write(lambda session: People(session).save(person(NOW.replace(tzinfo=None))))
    await database.write(lambda session: People(session).save(person(NOW)))
    found = await database.read(lambda session: People(session).of(1))
    assert found is not None
    assert (found.first_seen, found.first_seen.tzinfo) == (NOW, UTC)


async def test_a_writer_who_goes_away_leaves_the_next_ones_undisturbed(database: Database) -> None:
    waiting = asyncio.create_task(database.write(lambda session: remember(session, "left", 1)))
    await asyncio.sleep(0)
    waiting.cancel()
    await database.write(lambda session: remember(session, "next", 2))
    assert await database.read(lambda session: recall(session, "next")) == 2


async def test_a_reader_who_goes_away_leaves_the_next_ones_undisturbed(database: Database) -> None:
    for _ in range(8):  # more than the pool holds
        reading = asyncio.create_task(database.read(lambda session: recall(session, "x")))
        await asyncio.sleep(0)
        reading.cancel()
    assert await database.read(lambda session: recall(session, "x")) is None


@pytest.fixture
async def sqlite(tmp_path: Path) -> Database:
    url = f"sqlite+aiosqlite:///{tmp_path}/alone.db"
    await upgrade(url)
    return Database(url)


async def test_writes_that_wait_together_share_a_commit(sqlite: Database) -> None:
    commits = []
    event.listen(sqlite._writers.sync_engine, "commit", lambda _: commits.append(1))
    async with sqlite:
        await asyncio.gather(*(sqlite.write(_keep(number)) for number in range(50)))
    assert len(commits) == 1


async def test_a_read_can_t_write(sqlite: Database) -> None:
    async with sqlite:
        with pytest.raises(DBAPIError, match="readonly"):
            await sqlite.read(lambda session: remember(session, "x", 1))


async def test_two_processes_write_to_one_file(sqlite: Database) -> None:
    async with sqlite, Database(sqlite.url) as other:
        await asyncio.gather(
            *(sqlite.write(_keep(number)) for number in range(25)),
            *(other.write(_keep(number)) for number in range(25, 50)),
        )
        assert len(await sqlite.read(lambda session: session.exec(select(Memo)).all())) == 50
