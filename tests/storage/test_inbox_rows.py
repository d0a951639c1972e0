"""Updates in the database: stored once, claimed in order, set aside and brought back."""

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from sqlmodel import Session, select

from bot.storage.database import Database
from bot.storage.inbox import LEASE, Arrival, InboxRows
from bot.storage.tables import Inbox

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


async def _store(database: Database, *arrivals: tuple[int, str]) -> int:
    rows = [Arrival(update_id, conversation, "{}") for update_id, conversation in arrivals]
    return await database.write(lambda session: InboxRows(session).store(rows, NOW))


async def _claim(database: Database, owner: str = "one", limit: int = 9, now: datetime = NOW) -> list[int]:
    def claim(session: Session) -> Sequence[Inbox]:
        return InboxRows(session).claim(owner, limit, now)

    return [row.update_id for row in await database.write(claim)]


async def _row_id(database: Database, update_id: int) -> int:
    row = await database.read(lambda session: session.exec(select(Inbox).where(Inbox.update_id == update_id)).one())
    assert row.id is not None
    return row.id


async def test_a_redelivered_update_is_the_same_row(database: Database) -> None:
    assert await _store(database, (1, "a"), (2, "a")) == 2
    assert await _store(database, (2, "a"), (3, "a")) == 1
    assert await _store(database) == 0
    assert await database.read(lambda session: InboxRows(session).waiting()) == 3


async def test_conversations_go_side_by_side_each_in_order(database: Database) -> None:
    await _store(database, (5, "a"), (6, "a"), (7, "b"), (4, "c"))
    assert await _claim(database) == [5, 7, 4]
    assert await _claim(database) == []
    row_id = await _row_id(database, 5)
    await database.write(lambda session: InboxRows(session).done([row_id], NOW))
    assert await _claim(database) == [6]


async def test_a_limit_is_kept(database: Database) -> None:
    await _store(database, *((number, f"c{number}") for number in range(5)))
    assert await _claim(database, limit=2) == [0, 1]
    assert await _claim(database) == [2, 3, 4]


async def test_workers_at_once_never_share_an_update(database: Database) -> None:
    await _store(database, *((number, f"c{number}") for number in range(40)))
    claimed = await asyncio.gather(*(_claim(database, f"w{worker}", 10) for worker in range(6)))
    flat = [update_id for part in claimed for update_id in part]
    assert len(flat) == len(set(flat))
    while more := await _claim(database):  # what one had locked, another skipped
        flat += more
    assert sorted(flat) == list(range(40))


async def test_a_lease_that_isn_t_renewed_runs_out(database: Database) -> None:
    await _store(database, (1, "a"))
    assert await _claim(database) == [1]
    row_id = await _row_id(database, 1)
    soon, later = NOW + LEASE - timedelta(seconds=1), NOW + LEASE + timedelta(seconds=1)
    assert await _claim(database, "two", now=soon) == []
    await database.write(lambda session: InboxRows(session).renew([row_id], "two", soon))
    assert await _claim(database, "two", now=later) == [1]


async def test_what_waits_for_another_try_holds_its_conversation(database: Database) -> None:
    await _store(database, (1, "a"), (2, "a"), (3, "b"))
    await _claim(database)
    row_id = await _row_id(database, 1)
    then = NOW + timedelta(seconds=10)
    await database.write(lambda session: InboxRows(session).later(row_id, "away", then, failed=True))
    assert await _claim(database) == []
    assert await _claim(database, now=then) == [1]


async def test_what_is_set_aside_lets_the_conversation_go_on_and_comes_back_at_the_head(database: Database) -> None:
    await _store(database, (1, "a"), (2, "a"), (3, "a"))
    await _claim(database)
    row_id = await _row_id(database, 1)
    await database.write(lambda session: InboxRows(session).aside(row_id, "broken"))
    assert await _claim(database) == [2]
    aside = await database.read(lambda session: InboxRows(session).set_aside())
    assert [(row.update_id, row.error) for row in aside] == [(1, "broken")]
    assert await database.write(lambda session: InboxRows(session).retry([2])) == 0
    assert await database.write(lambda session: InboxRows(session).retry(None)) == 1
    row_id = await _row_id(database, 2)
    await database.write(lambda session: InboxRows(session).done([row_id], NOW))
    assert await _claim(database) == [1]


async def test_a_new_start_takes_up_what_a_crash_left(database: Database) -> None:
    await _store(database, (1, "a"))
    await _claim(database)
    await database.write(lambda session: InboxRows(session).release_all())
    assert await _claim(database) == [1]


async def test_handled_updates_are_forgotten_others_never(database: Database) -> None:
    await _store(database, (1, "a"), (2, "b"), (3, "c"))
    ids = [await _row_id(database, number) for number in (1, 2)]
    await database.write(lambda session: InboxRows(session).done([ids[0]], NOW))
    await database.write(lambda session: InboxRows(session).aside(ids[1], "broken"))
    await database.write(lambda session: InboxRows(session).forget(NOW + timedelta(days=9)))
    left = await database.read(lambda session: session.exec(select(Inbox.update_id)).all())
    assert sorted(left) == [2, 3]
