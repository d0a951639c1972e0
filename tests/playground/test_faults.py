"""Troubles that a test can switch on, and the journal that tells what really happened."""

import asyncio

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramNetworkError, TelegramRetryAfter, TelegramServerError

from bot.playground import Person, Playground


async def test_429_tells_how_long_to_wait(bot: Bot, pg: Playground, anna: Person) -> None:
    pg.faults.add(method="sendMessage", chat_id=1001, status=429, retry_after=7, times=1)
    with pytest.raises(TelegramRetryAfter) as caught:
        await bot.send_message(1001, "раз")
    assert caught.value.retry_after == 7
    await bot.send_message(1001, "раз")
    assert [(call.status, call.took_effect) for call in pg.calls("sendMessage")] == [(429, False), (200, True)]


@pytest.mark.parametrize("status", [500, 502])
async def test_a_server_error(bot: Bot, pg: Playground, anna: Person, status: int) -> None:
    fault = pg.faults.add(chat_id=1001, status=status)
    for _ in range(3):
        with pytest.raises(TelegramServerError):
            await bot.send_message(1001, "раз")
    await bot.get_me()
    pg.faults.remove(fault)
    await bot.send_message(1001, "раз")


async def test_a_connection_lost_before_the_call_took_effect(bot: Bot, pg: Playground, anna: Person) -> None:
    pg.faults.add(method="sendMessage", drop="before", times=1)
    with pytest.raises(TelegramNetworkError):
        await bot.send_message(1001, "раз")
    assert len(anna.chat.messages) == 1
    assert not pg.calls("sendMessage")[0].took_effect


async def test_a_connection_lost_after_the_call_took_effect(bot: Bot, pg: Playground, anna: Person) -> None:
    pg.faults.add(method="sendMessage", drop="after", times=1)
    with pytest.raises(TelegramNetworkError):
        await bot.send_message(1001, "раз")
    assert (await anna.expect("раз")).text == "раз"
    assert pg.calls("sendMessage")[0].took_effect


async def test_a_slow_answer(bot: Bot, pg: Playground, anna: Person) -> None:
    pg.faults.add(method="sendMessage", delay=0.2)
    slow = asyncio.create_task(bot.send_message(1001, "раз"))
    await bot.get_me()
    assert not slow.done()
    await slow


async def test_the_journal_keeps_the_answer_of_then(bot: Bot, pg: Playground, anna: Person) -> None:
    sent = await bot.send_message(1001, "раз")
    await bot.edit_message_text("два", chat_id=1001, message_id=sent.message_id)
    assert pg.calls("sendMessage")[0].result["text"] == "раз"
    assert pg.calls("editMessageText")[0].params["message_id"] == sent.message_id


async def test_flood_limits_when_switched_on(bot: Bot, pg: Playground, anna: Person) -> None:
    for number in range(10):
        await bot.send_message(1001, str(number))
    pg.flood_limits(on=True)
    for number in range(5):
        await bot.send_message(1001, str(number))
    with pytest.raises(TelegramRetryAfter):
        await bot.send_message(1001, "x")
    pg.advance(5)
    await bot.send_message(1001, "x")


async def test_twenty_a_minute_in_a_group(bot: Bot, pg: Playground) -> None:
    group = pg.group(-1001000000002, "Группа")
    pg.flood_limits(on=True)
    for number in range(20):
        await bot.send_message(group.id, str(number))
    with pytest.raises(TelegramRetryAfter) as caught:
        await bot.send_message(group.id, "x")
    assert 55 <= caught.value.retry_after <= 60
