"""When reminders are planned: at the hour, once, whatever happens around it."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from sqlmodel import Session, select

from bot.billing.embedded import EmbeddedBilling
from bot.billing.port import Account, BillingUnavailable
from bot.notices import dispatch
from bot.notices.dispatch import Reminders, Schedule
from bot.storage.database import Database
from bot.storage.memos import ACCOUNTS_LOADED, remember
from bot.storage.migrate import upgrade
from bot.storage.people import Links
from bot.storage.tables import BillingAccount, Notice, Outbox

MOSCOW = ZoneInfo("Europe/Moscow")
AT_TEN = Schedule((3, 1, 0, -1), time(10), MOSCOW)
TODAY = date(2026, 11, 22)
NINE_59 = datetime(2026, 11, 22, 9, 59, tzinfo=MOSCOW)
TEN = datetime(2026, 11, 22, 10, 0, tzinfo=MOSCOW)
LONG_AGO = datetime(2026, 1, 1, tzinfo=UTC)


class AwayAtFirst(EmbeddedBilling):
    """Doesn't answer a number of times."""

    failures = 0

    async def accounts(self, contracts: Sequence[str]) -> Sequence[Account]:
        if self.failures:
            self.failures -= 1
            raise BillingUnavailable
        return await super().accounts(contracts)


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    """Open and migrated."""
    url = f"sqlite+aiosqlite:///{tmp_path}/notices.db"
    await upgrade(url)
    async with Database(url) as opened:
        yield opened


def _account(contract: str, charge: date) -> BillingAccount:
    return BillingAccount(
        contract=contract,
        name="Анна",
        phone="+79990000101",
        address="",
        balance=Decimal(0),
        currency="RUB",
        tariff="Дачный",
        monthly_fee=Decimal(500),
        next_charge=charge,
        status="active",
        services=[],
    )


async def _import(database: Database, *accounts: tuple[str, date], mark: str = "first") -> None:
    def step(session: Session) -> None:
        for contract, charge in accounts:
            session.merge(_account(contract, charge))
        remember(session, ACCOUNTS_LOADED, mark)

    await database.write(step)


async def _link(database: Database, chat_id: int, *contracts: str, at: datetime = LONG_AGO) -> None:
    await database.write(lambda session: Links(session).add(chat_id, contracts, at))


def _reminders(database: Database, schedule: Schedule = AT_TEN) -> Reminders:
    """As a new process has it: nothing is remembered but by the database."""
    return Reminders(database, EmbeddedBilling(database), schedule)


async def _queued(database: Database) -> list[tuple[int, str, int]]:
    rows = await database.read(lambda session: session.exec(select(Outbox)).all())
    return sorted((row.facts["chat_id"], row.facts["contract"], row.facts["days"]) for row in rows)


async def test_nothing_before_the_hour_and_all_at_it(database: Database) -> None:
    await _import(database, ("a", TODAY), ("b", TODAY + timedelta(days=3)), ("c", TODAY + timedelta(days=2)))
    await _link(database, 1, "a", "b", "c")
    reminders = _reminders(database)
    assert await reminders.tick(NINE_59) == 0
    assert await reminders.tick(TEN) == 2
    assert await _queued(database) == [(1, "a", 0), (1, "b", 3)]


async def test_a_start_after_the_hour_sends_today_s_at_once(database: Database) -> None:
    await _import(database, ("a", TODAY))
    await _link(database, 1, "a")
    assert await _reminders(database).tick(TEN + timedelta(hours=9)) == 1


async def test_one_a_day_however_often_it_starts(database: Database) -> None:
    await _import(database, ("a", TODAY))
    await _link(database, 1, "a")
    planned = [await _reminders(database).tick(TEN + timedelta(hours=hours)) for hours in (0, 2, 5)]
    assert planned == [1, 0, 0]
    again = await asyncio.gather(*(_reminders(database).tick(TEN) for _ in range(4)))
    assert again == [0] * 4


async def test_many_processes_at_once_plan_one(database: Database) -> None:
    await _import(database, ("a", TODAY))
    await _link(database, 1, "a")
    assert sum(await asyncio.gather(*(_reminders(database).tick(TEN) for _ in range(5)))) == 1
    notices = await database.read(lambda session: session.exec(select(Notice)).all())
    assert [(one.kind, one.subject, one.due_on, one.outbox_id) for one in notices] == [("payment:0", "a:1", TODAY, 1)]


async def test_each_lead_day_has_its_own(database: Database) -> None:
    charge = TODAY + timedelta(days=3)
    await _import(database, ("a", charge))
    await _link(database, 1, "a")
    reminders = _reminders(database)
    planned = [await reminders.tick(TEN + timedelta(days=day)) for day in range(6)]
    assert planned == [1, 0, 1, 1, 1, 0]
    assert [days for _, _, days in await _queued(database)] == [-1, 0, 1, 3]


async def test_every_chat_of_a_contract_is_told(database: Database) -> None:
    await _import(database, ("a", TODAY))
    await _link(database, 1, "a")
    await _link(database, 2, "a")
    assert await _reminders(database).tick(TEN) == 2


async def test_who_links_later_that_day_is_still_told(database: Database) -> None:
    await _import(database, ("a", TODAY))
    await _link(database, 1, "a")
    reminders = _reminders(database)
    assert await reminders.tick(TEN) == 1
    later = TEN + timedelta(hours=1)
    await _link(database, 2, "a", at=later - timedelta(seconds=10))  # a slow commit: the tick before couldn't see it
    assert await reminders.tick(later) == 1
    assert await reminders.tick(later + timedelta(hours=1)) == 0


async def test_an_import_after_the_hour_is_looked_at(database: Database) -> None:
    await _import(database, ("a", TODAY + timedelta(days=9)))
    await _link(database, 1, "a")
    reminders = _reminders(database)
    assert await reminders.tick(TEN) == 0
    await _import(database, ("a", TODAY), mark="second")
    assert await reminders.tick(TEN + timedelta(minutes=1)) == 1


async def test_all_pages_are_looked_at(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dispatch, "PAGE", 2)
    await _import(database, ("a", TODAY), ("b", TODAY))
    for chat_id in range(1, 4):
        await _link(database, chat_id, "a", "b")
    assert await _reminders(database).tick(TEN) == 6


async def test_billing_that_is_away_is_asked_again_at_the_next_tick(database: Database) -> None:
    await _import(database, ("a", TODAY))
    await _link(database, 1, "a")
    billing = AwayAtFirst(database)
    billing.failures = 1
    reminders = Reminders(database, billing, AT_TEN)
    with pytest.raises(BillingUnavailable):
        await reminders.tick(TEN)
    assert await reminders.tick(TEN + timedelta(seconds=20)) == 1


async def test_the_days_are_those_of_the_settings(database: Database) -> None:
    await _import(database, ("a", TODAY + timedelta(days=7)), ("b", TODAY))
    await _link(database, 1, "a", "b")
    assert await _reminders(database, Schedule((7,), time(10), MOSCOW)).tick(TEN) == 1
    assert await _queued(database) == [(1, "a", 7)]


@pytest.mark.parametrize("zone", ["Asia/Vladivostok", "America/New_York", "Europe/Berlin"])
async def test_the_hour_and_the_day_are_the_provider_s(database: Database, zone: str) -> None:
    """2026-10-25 is the day on which Berlin's clocks go back."""
    day = date(2026, 10, 25)
    await _import(database, ("a", day))
    await _link(database, 1, "a")
    reminders = _reminders(database, Schedule((0,), time(2, 30), ZoneInfo(zone)))
    ticks = [datetime(2026, 10, 24, 10, tzinfo=UTC) + timedelta(minutes=30 * number) for number in range(96)]
    planned = [moment for moment in ticks if await reminders.tick(moment)]
    assert [moment.astimezone(ZoneInfo(zone)).replace(tzinfo=None) for moment in planned] == [
        datetime(2026, 10, 25, 2, 30)  # noqa: DTZ001 - a wall clock's time
    ]


async def test_an_hour_that_the_clocks_skip_is_not_waited_for(database: Database) -> None:
    """2026-03-29 has no 02:30 in Berlin."""
    await _import(database, ("a", date(2026, 3, 29)))
    await _link(database, 1, "a")
    reminders = _reminders(database, Schedule((0,), time(2, 30), ZoneInfo("Europe/Berlin")))
    assert await reminders.tick(datetime(2026, 3, 29, 0, 59, tzinfo=UTC)) == 0
    assert await reminders.tick(datetime(2026, 3, 29, 1, 0, tzinfo=UTC)) == 1
