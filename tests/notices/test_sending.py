"""Reminders on their way: looked at once more before they leave, and never sent twice."""

from collections.abc import AsyncIterator
from datetime import date, time
from decimal import Decimal
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from sqlmodel import Session, col, select, update

from bot import clock
from bot.billing.embedded import EmbeddedBilling
from bot.notices.dispatch import PAYMENT, Reminders, Schedule
from bot.storage.people import Links, People
from bot.storage.tables import BillingAccount, Outbox, OutboxState, Person
from tests.conftest import FrontDesk, made_desk
from tests.engine.look import until

MIDNIGHT = Schedule((0,), time(0), ZoneInfo("Europe/Moscow"))
CONTRACT = "700101"


@pytest.fixture
async def due(tmp_path: Path) -> AsyncIterator[FrontDesk]:
    """A closed desk at which Anna's charge is due today, and the hour of reminders is past."""
    async with made_desk(tmp_path, remind_at=MIDNIGHT.at, remind_days=MIDNIGHT.lead_days) as made:
        await made.anna.start()
        await made.database.write(_anna_is_due)
        yield made


def _anna_is_due(session: Session) -> None:
    now = clock.now()
    People(session).save(Person(chat_id=1001, name="Анна", first_seen=now))
    Links(session).add(1001, [CONTRACT], now)
    _charge_on(session, now.astimezone(MIDNIGHT.zone).date())


def _charge_on(session: Session, day: date) -> None:
    session.exec(update(BillingAccount).where(col(BillingAccount.contract) == CONTRACT).values(next_charge=day))


def _pay(session: Session) -> None:
    session.exec(update(BillingAccount).where(col(BillingAccount.contract) == CONTRACT).values(balance=Decimal(900)))


def _rows(session: Session) -> list[Outbox]:
    return list(session.exec(select(Outbox).where(Outbox.kind == PAYMENT)))


def _ended(session: Session) -> list[Outbox]:
    rows = _rows(session)
    return rows if all(row.done_at for row in rows) else []


async def _plan(desk: FrontDesk) -> None:
    assert await Reminders(desk.database, EmbeddedBilling(desk.database), MIDNIGHT).tick(clock.now()) == 1


def _sums(desk: FrontDesk) -> int:
    return sum("379,50" in message.text for message in desk.anna.chat.messages)


async def test_a_start_after_the_hour_reminds_at_once_and_once_a_day(due: FrontDesk) -> None:
    async with due.open():
        shown = await due.anna.expect("379,50\xa0₽")
        assert shown.buttons
        await until(due.database, _ended)
    for _ in range(2):
        async with due.open():
            await due.anna.write("как оплатить интернет")
            await due.anna.expect("Картой, по СБП")
    assert _sums(due) == 1


async def test_the_button_to_be_left_alone_is_heeded(due: FrontDesk) -> None:
    async with due.open():
        shown = await due.anna.expect("379,50\xa0₽")
        await due.anna.press(shown, shown.buttons[-1].text)
        person = await until(due.database, lambda s: (p := People(s).of(1001)) and not p.reminders and p)
        assert person


@pytest.mark.parametrize(
    ("meanwhile", "reason"),
    [
        (_pay, "paid"),
        (lambda session: _charge_on(session, date(2031, 1, 1)), "charge moved"),
        (lambda session: People(session).allow_reminders(1001, allowed=False), "switched off"),
        (lambda session: People(session).mark_blocked(1001, clock.now()), "blocked"),
        (lambda session: Links(session).remove(1001), "unlinked"),
    ],
    ids=["paid", "moved", "switched off", "blocked", "unlinked"],
)
async def test_what_is_no_longer_true_is_not_said(due: FrontDesk, meanwhile: object, reason: str) -> None:
    await _plan(due)
    assert callable(meanwhile)
    await due.database.write(meanwhile)
    async with due.open():
        rows = await until(due.database, _ended)
    assert [(row.state, row.error) for row in rows] == [(OutboxState.SKIPPED, reason)]
    assert _sums(due) == 0


async def test_a_reminder_in_flight_at_a_crash_is_unknown_and_not_repeated(due: FrontDesk) -> None:
    await _plan(due)
    await due.database.write(lambda session: session.exec(update(Outbox).values(state=OutboxState.SENDING)))
    async with due.open():
        rows = await until(due.database, _ended)
    assert [row.state for row in rows] == [OutboxState.UNKNOWN]
    assert _sums(due) == 0
