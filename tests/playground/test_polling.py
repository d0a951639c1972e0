"""How updates wait for the bot and reach it."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from aiogram import Bot
from aiogram.exceptions import ClientDecodeError, TelegramAPIError, TelegramConflictError

from bot.playground import Group, Person, Playground

Refuses = Callable[[Awaitable[Any], str], Awaitable[TelegramAPIError]]


async def texts(bot: Bot, **how: Any) -> list[str | None]:
    return [update.message.text for update in await bot.get_updates(**how) if update.message]


async def test_updates_stay_until_they_are_confirmed(bot: Bot, anna: Person) -> None:
    await anna.write("раз")
    await anna.write("два")
    first, second = await bot.get_updates()
    assert second.update_id == first.update_id + 1
    assert await texts(bot) == ["раз", "два"]
    assert await texts(bot, offset=second.update_id) == ["два"]
    assert await texts(bot, offset=second.update_id + 1) == []


async def test_limit_and_offset_from_the_end(bot: Bot, anna: Person) -> None:
    for number in range(5):
        await anna.write(str(number))
    assert await texts(bot, limit=2) == ["0", "1"]
    assert await texts(bot, offset=-2) == ["3", "4"]
    assert await texts(bot) == ["3", "4"]


async def test_a_long_poll_ends_as_soon_as_something_comes(bot: Bot, anna: Person) -> None:
    poll = asyncio.create_task(texts(bot, timeout=30))
    await asyncio.sleep(0.05)
    await anna.write("привет")
    assert await asyncio.wait_for(poll, 1) == ["привет"]


async def test_the_newer_of_two_polls_wins(bot: Bot, anna: Person) -> None:
    older = asyncio.create_task(bot.get_updates(timeout=30))
    await asyncio.sleep(0.05)
    newer = asyncio.create_task(texts(bot, timeout=30))
    with pytest.raises(TelegramConflictError, match="terminated by other getUpdates request; make sure"):
        await older
    await anna.write("кому?")
    assert await newer == ["кому?"]


async def test_some_kinds_come_only_when_asked_for(bot: Bot, forum: Group, oleg: Person) -> None:
    message = await oleg.write_in(forum, "раз")
    await oleg.react(message, "👍")
    asked = ["message_reaction", "chat_member"]
    assert [update.event_type for update in await bot.get_updates(allowed_updates=asked)] == ["message"]
    await oleg.react(message, "🔥")
    await oleg.write_in(forum, "два")
    forum.leave(oleg)
    _, reaction, gone = await bot.get_updates()
    assert reaction.message_reaction
    assert [kind.model_dump()["emoji"] for kind in reaction.message_reaction.old_reaction] == ["👍"]
    assert gone.chat_member
    assert gone.chat_member.new_chat_member.status == "left"


async def test_an_empty_list_asks_for_the_usual(bot: Bot, anna: Person) -> None:
    await bot.get_updates(allowed_updates=["callback_query"])
    await anna.write("раз")
    await bot.get_updates(allowed_updates=[])
    await anna.write("два")
    assert await texts(bot) == ["два"]


async def test_telegram_forgets_after_a_day(bot: Bot, pg: Playground, anna: Person) -> None:
    await anna.write("раз")
    pg.advance(24 * 3600 + 1)
    await anna.write("два")
    assert await texts(bot) == ["два"]


async def test_anything_can_be_injected(bot: Bot, pg: Playground) -> None:
    update_id = pg.inject({"message": {"text": 1}})
    with pytest.raises(ClientDecodeError):
        await bot.get_updates()
    await bot.get_updates(offset=update_id + 1)


async def test_no_polling_beside_a_webhook(bot: Bot, refuses: Refuses) -> None:
    poll = asyncio.create_task(bot.get_updates(timeout=30))
    await asyncio.sleep(0.05)
    await bot.set_webhook("http://127.0.0.1:1/")
    await refuses(poll, "Conflict: terminated by setWebhook request")
    description = "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
    await refuses(bot.get_updates(), f"Conflict: {description}")
    await bot.delete_webhook()
    assert await bot.get_updates() == []
