"""When a promise falls due: only the hours count in which somebody is at the desk."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.tickets.hours import Period, WorkingHours

MOSCOW = ZoneInfo("Europe/Moscow")
BERLIN = ZoneInfo("Europe/Berlin")
DAY: tuple[Period, ...] = ((time(9), time(21)),)
EVERY_DAY = dict.fromkeys(range(7), DAY)
WEEKDAYS = dict.fromkeys(range(5), DAY)


def _due(hours: WorkingHours, start: str, span: timedelta) -> str:
    begin = datetime.fromisoformat(start).replace(tzinfo=hours.zone)
    return hours.due(begin, span).astimezone(hours.zone).strftime("%Y-%m-%d %H:%M")


@pytest.mark.parametrize(
    ("start", "minutes", "due"),
    [
        ("2026-11-24 12:00", 20, "2026-11-24 12:20"),
        ("2026-11-24 20:50", 20, "2026-11-25 09:10"),
        ("2026-11-24 20:40", 20, "2026-11-24 21:00"),
        ("2026-11-24 23:30", 20, "2026-11-25 09:20"),
        ("2026-11-24 03:00", 20, "2026-11-24 09:20"),
        ("2026-11-24 12:00", 24 * 60, "2026-11-26 12:00"),
        ("2026-11-24 22:00", 0, "2026-11-25 09:00"),
    ],
)
def test_a_promise_counts_working_minutes(start: str, minutes: int, due: str) -> None:
    assert _due(WorkingHours(MOSCOW, EVERY_DAY), start, timedelta(minutes=minutes)) == due


def test_weekends_and_holidays_do_not_count() -> None:
    hours = WorkingHours(MOSCOW, WEEKDAYS, frozenset({date(2026, 11, 30)}))
    assert _due(hours, "2026-11-27 20:30", timedelta(hours=1)) == "2026-12-01 09:30"


def test_the_lunch_break_does_not_count() -> None:
    hours = WorkingHours(MOSCOW, dict.fromkeys(range(7), ((time(9), time(13)), (time(14), time(18)))))
    assert _due(hours, "2026-11-24 12:30", timedelta(hours=1)) == "2026-11-24 14:30"


def test_a_desk_open_to_midnight_goes_on_the_next_morning() -> None:
    hours = WorkingHours(MOSCOW, dict.fromkeys(range(7), ((time(12), time(0)),)))
    assert _due(hours, "2026-11-24 23:30", timedelta(hours=1)) == "2026-11-25 12:30"


@pytest.mark.parametrize(
    ("start", "due"),
    [
        ("2026-03-28 23:00", "2026-03-29 04:00"),  # at 2:00 the clock jumps to 3:00: four hours end at 4:00
        ("2026-10-24 23:00", "2026-10-25 02:00"),  # at 3:00 it goes back to 2:00: four hours end at 2:00 again
    ],
    ids=["spring", "autumn"],
)
def test_hours_are_real_hours_when_the_clock_changes(start: str, due: str) -> None:
    round_the_clock = WorkingHours(BERLIN, dict.fromkeys(range(7), ((time(0), time(0)),)))
    assert _due(round_the_clock, start, timedelta(hours=4)) == due


def test_a_night_shift_that_loses_an_hour_in_spring_is_an_hour_shorter() -> None:
    nights = WorkingHours(BERLIN, dict.fromkeys(range(7), ((time(1), time(5)),)))
    assert _due(nights, "2026-03-29 00:00", timedelta(hours=3)) == "2026-03-29 05:00"
    assert _due(nights, "2026-03-30 00:00", timedelta(hours=3)) == "2026-03-30 04:00"


def test_a_desk_without_hours_is_always_open() -> None:
    start = datetime(2026, 11, 24, 3, tzinfo=UTC)
    assert WorkingHours(MOSCOW, {}).due(start, timedelta(hours=2)) == start + timedelta(hours=2)


def test_is_open_says_whether_somebody_is_there() -> None:
    hours = WorkingHours(MOSCOW, WEEKDAYS, frozenset({date(2026, 11, 25)}))
    at = [datetime(2026, 11, 24, 9, 0, tzinfo=MOSCOW), datetime(2026, 11, 24, 20, 59, tzinfo=MOSCOW)]
    closed = [datetime(2026, 11, day, hour, tzinfo=MOSCOW) for day, hour in ((24, 21), (24, 8), (25, 12), (28, 12))]
    assert all(map(hours.is_open, at))
    assert not any(map(hours.is_open, closed))


@given(
    start=st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31), timezones=st.just(BERLIN)),  # noqa: DTZ001 - hypothesis adds the zone
    minutes=st.integers(1, 10_000),
)
def test_a_promise_is_never_early_and_ends_while_somebody_is_there(start: datetime, minutes: int) -> None:
    hours = WorkingHours(BERLIN, WEEKDAYS, frozenset({date(2026, 12, 25)}))
    due = hours.due(start, timedelta(minutes=minutes))
    assert due - start.astimezone(UTC) >= timedelta(minutes=minutes)
    assert hours.is_open(due - timedelta(seconds=1))
