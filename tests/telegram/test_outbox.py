"""The order in which the outbox lets messages go."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.storage.database import Database
from bot.storage.migrate import upgrade
from bot.storage.outbox import DESK, LEASE, OutboxRows
from bot.storage.tables import OutboxState

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    url = f"sqlite+aiosqlite:///{tmp_path}/outbox.db"
    await upgrade(url)
    async with Database(url) as database:
        yield database


async def _add(
    database: Database, conversation: str, lane: str, *, after: float = 0, bulk: bool = False, album: str | None = None
) -> int:
    """Queues a message due so many seconds from now; its id."""
    row = await database.write(
        lambda session: OutboxRows(session).add(
            "kind",
            {"message_ids": []},
            conversation=conversation,
            lane=lane,
            now=NOW,
            due_at=NOW + timedelta(seconds=after),
            bulk=bulk,
            album=album,
        )
    )
    assert row.id is not None
    return row.id


async def _claim(database: Database, after: float = 0) -> list[int | None]:
    moment = NOW + timedelta(seconds=after)
    rows = await database.write(lambda session: OutboxRows(session).claim("me", 24, moment))
    return [row.id for row in rows]


async def _done(database: Database, row_id: int) -> None:
    await database.write(lambda session: OutboxRows(session).done(row_id, "me", OutboxState.SENT, NOW))


async def test_a_conversation_goes_in_order_even_if_its_first_message_is_due_later(database: Database) -> None:
    first = await _add(database, "chat:1", "chat:1", after=5)
    second = await _add(database, "chat:1", "chat:1")
    assert await _claim(database) == []
    assert await _claim(database, after=5) == [first]
    assert await _claim(database, after=5) == []
    await _done(database, first)
    assert await _claim(database, after=5) == [second]


async def test_one_message_at_a_time_is_in_flight_to_the_group_and_chats_go_side_by_side(database: Database) -> None:
    ticket = await _add(database, "ticket:1", DESK)
    other = await _add(database, "ticket:2", DESK)
    anna = await _add(database, "chat:1", "chat:1")
    boris = await _add(database, "chat:2", "chat:2")
    assert sorted(filter(None, await _claim(database))) == [ticket, anna, boris]
    await _done(database, ticket)
    assert await _claim(database) == [other]


async def test_a_ticket_that_waits_does_not_hold_up_the_others(database: Database) -> None:
    stuck = await _add(database, "ticket:1", DESK)
    other = await _add(database, "ticket:2", DESK)
    assert await _claim(database) == [stuck]
    later = NOW + timedelta(seconds=60)
    await database.write(lambda session: OutboxRows(session).later(stuck, "me", later, "429"))
    assert await _claim(database) == [other]


async def test_conversation_goes_before_bulk(database: Database) -> None:
    await _add(database, "notice:1", "chat:1", bulk=True)
    talk = await _add(database, "chat:1", "chat:1", after=0.5)
    assert await _claim(database, after=1) == [talk]


async def test_what_a_crash_left_in_work_is_claimed_again_when_its_lease_ends_or_at_a_start(
    database: Database,
) -> None:
    row = await _add(database, "chat:1", "chat:1")
    assert await _claim(database) == [row]
    assert await _claim(database, after=LEASE.total_seconds() - 1) == []
    assert await _claim(database, after=LEASE.total_seconds() + 1) == [row]
    await database.write(lambda session: OutboxRows(session).release_all())
    assert await _claim(database) == [row]


async def test_parts_join_an_album_until_it_is_on_its_way(database: Database) -> None:
    row = await _add(database, "chat:1", "chat:1", album="a", after=1)

    async def is_open() -> bool:
        return await database.write(lambda session: OutboxRows(session).open_album("chat:1", "a") is not None)

    assert await is_open()
    assert await _claim(database, after=1) == [row]
    assert not await is_open()
