"""A use case happens once for an update, however often the update is handled."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from pydantic import BaseModel
from sqlmodel import Session, select

from bot.ops.housekeeping import tidy
from bot.storage.database import Database
from bot.storage.memos import recall, remember
from bot.storage.once import Once
from bot.storage.tables import Outcome


class Counted(BaseModel):
    number: int
    at: datetime


NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


def count_up(session: Session, step: int, *, at: datetime) -> Counted:
    number = (recall(session, "count") or 0) + step
    remember(session, "count", number)
    return Counted(number=number, at=at)


def count_and_fail(session: Session) -> None:
    count_up(session, 1, at=NOW)
    raise ValueError("after the change")


async def test_the_second_run_returns_what_the_first_did(database: Database) -> None:
    first = await Once(database, 7)(count_up, 2, at=NOW)
    again = await Once(database, 7)(count_up, 2, at=datetime.now(UTC))
    assert first == again == Counted(number=2, at=NOW)
    assert await database.read(lambda session: recall(session, "count")) == 2


async def test_another_update_runs_anew(database: Database) -> None:
    await Once(database, 7)(count_up, 2, at=NOW)
    assert (await Once(database, 8)(count_up, 2, at=NOW)).number == 4


async def test_an_error_keeps_neither_the_change_nor_the_outcome(database: Database) -> None:
    with pytest.raises(ValueError, match="after"):
        await Once(database, 7)(count_and_fail)
    assert await database.read(lambda session: recall(session, "count")) is None
    assert await database.read(lambda session: session.exec(select(Outcome)).all()) == []


async def test_outcomes_are_kept_for_longer_than_telegram_may_repeat_an_update(database: Database) -> None:
    with time_machine.travel(NOW, tick=False):
        await Once(database, 7)(count_up, 2, at=NOW)
    await database.write(lambda session: tidy(session, NOW + timedelta(days=1)))
    assert len(await database.read(lambda session: session.exec(select(Outcome)).all())) == 1
    await database.write(lambda session: tidy(session, NOW + timedelta(days=3)))
    assert len(await database.read(lambda session: session.exec(select(Outcome)).all())) == 0
