"""Telegram's limits are kept by waiting, on a clock that moves only when somebody sleeps."""

import asyncio
from collections.abc import Iterator

import pytest

from bot.telegram.pacing import Bucket, Pacer

PRIVATE, GROUP = 1001, -1001


class Clock:
    """Seconds that pass while somebody sleeps."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.now += max(seconds, 1e-6)  # no sleep takes no time at all


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Iterator[Clock]:
    made = Clock()
    with monkeypatch.context() as patch:
        patch.setattr(asyncio, "sleep", made.sleep)
        yield made


@pytest.fixture
def pacer(clock: Clock) -> Pacer:
    return Pacer(25, clock)


async def _send(pacer: Pacer, chat_id: int, *, bulk: bool = False) -> None:
    await pacer.turn(chat_id, bulk=bulk)
    pacer.count(chat_id, 1)


async def test_a_private_chat_gets_one_message_a_second(pacer: Pacer, clock: Clock) -> None:
    for _ in range(4):
        await _send(pacer, PRIVATE)
    assert clock.now == pytest.approx(1003)


async def test_a_group_gets_twenty_a_minute_over_all_its_topics(pacer: Pacer, clock: Clock) -> None:
    for _ in range(20):
        await _send(pacer, GROUP)
    assert clock.now == 1000
    await _send(pacer, GROUP)
    assert clock.now == pytest.approx(1003)


async def test_different_chats_do_not_wait_for_each_other_below_thirty_a_second(pacer: Pacer, clock: Clock) -> None:
    for chat_id in range(1, 31):
        await _send(pacer, chat_id)
    assert clock.now == 1000
    for chat_id in range(31, 61):
        await _send(pacer, chat_id)
    assert clock.now == pytest.approx(1001)


async def test_bulk_keeps_to_its_own_slower_rate(pacer: Pacer, clock: Clock) -> None:
    for chat_id in range(1, 52):
        await _send(pacer, chat_id, bulk=True)
    assert clock.now == pytest.approx(1002)


async def test_an_album_counts_as_many_messages_as_it_shows(pacer: Pacer, clock: Clock) -> None:
    pacer.count(GROUP, 10)
    pacer.count(GROUP, 10)
    await _send(pacer, GROUP)
    assert clock.now == pytest.approx(1003)


async def test_many_presses_put_off_what_agents_write_by_no_more_than_a_moment(pacer: Pacer, clock: Clock) -> None:
    for _ in range(50):
        pacer.count(PRIVATE, 1)
    clock.now += 1  # past the limit over all chats
    await _send(pacer, PRIVATE)
    assert clock.now <= 1003


async def test_a_chat_that_said_429_waits_so_do_reminders_and_other_chats_go_on(pacer: Pacer, clock: Clock) -> None:
    pacer.pause(GROUP, 30)
    await _send(pacer, PRIVATE)
    assert clock.now == 1000
    await _send(pacer, 7, bulk=True)
    assert clock.now == pytest.approx(1030)
    pacer.pause(GROUP, 30)
    pacer.pause(GROUP, 5)
    await _send(pacer, GROUP)
    assert clock.now == pytest.approx(1060)


def test_a_bucket_refills_but_never_overflows() -> None:
    bucket = Bucket(rate=2, capacity=4, now=0)
    bucket.take(4, now=0)
    assert bucket.wait_for(0) == pytest.approx(0.5)
    assert bucket.wait_for(100) == 0
    bucket.take(5, now=100)
    assert bucket.wait_for(100) == pytest.approx(1.0)
