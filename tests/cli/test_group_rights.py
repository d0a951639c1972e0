"""What the doctor says of the agents' group."""

from collections.abc import AsyncIterator

import pytest
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer

from bot.playground import Playground
from bot.telegram.examine import RIGHTS, examine_clock, examine_group, examine_telegram
from tests.conftest import GROUP_ID, TOKEN


@pytest.fixture
async def telegram() -> AsyncIterator[Playground]:
    """Telegram without a group."""
    async with Playground(token=TOKEN) as made:
        yield made


@pytest.fixture
async def bot(telegram: Playground) -> AsyncIterator[Bot]:
    """The bot as the doctor has it."""
    session = AiohttpSession(api=TelegramAPIServer.from_base(telegram.url))
    async with Bot(TOKEN, session=session) as made:
        yield made


async def test_a_forum_with_all_rights_is_fit(telegram: Playground, bot: Bot) -> None:
    telegram.group(GROUP_ID, "Поддержка", forum=True, rights=dict.fromkeys(RIGHTS, True))
    found = await examine_group(bot, GROUP_ID)
    assert (found.level, found.found) == ("ok", "fine")


async def test_a_plain_group_needs_no_right_to_topics(telegram: Playground, bot: Bot) -> None:
    telegram.group(GROUP_ID, "Поддержка", rights=dict.fromkeys(RIGHTS[1:], True))
    found = await examine_group(bot, GROUP_ID)
    assert (found.level, found.found) == ("ok", "plain")


@pytest.mark.parametrize("missing", RIGHTS)
async def test_each_missing_right_is_named(telegram: Playground, bot: Bot, missing: str) -> None:
    telegram.group(GROUP_ID, "Поддержка", forum=True, rights=dict.fromkeys(set(RIGHTS) - {missing}, True))
    found = await examine_group(bot, GROUP_ID)
    assert (found.level, found.found, found.facts) == ("failed", "rights", {"rights": missing})


async def test_a_public_group_a_mere_member_and_a_stranger_are_refused(telegram: Playground, bot: Bot) -> None:
    telegram.group(GROUP_ID, "Поддержка", forum=True, username="support_of_all")
    telegram.group(GROUP_ID - 1, "Поддержка", bot="member")
    found = [(await examine_group(bot, chat_id)).found for chat_id in (GROUP_ID, GROUP_ID - 1, GROUP_ID - 2)]
    assert found == ["public", "not-admin", "away"]
    unset = await examine_group(bot, None)
    assert (unset.level, unset.found) == ("warning", "unset")


async def test_the_token_and_the_clock_are_looked_at(telegram: Playground, bot: Bot) -> None:
    assert [finding.level for finding in await examine_telegram(bot)] == ["ok", "ok"]
    assert (await examine_clock(telegram.url)).level == "ok"
    assert (await examine_clock("http://127.0.0.1:9")).level == "warning"
    telegram.faults.add(method="getMe", status=500, times=1)
    bot._me = None
    assert [(finding.level, finding.found) for finding in await examine_telegram(bot)] == [("failed", "away")]
