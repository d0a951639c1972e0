"""What the bot knows of its group and of who is in it, and for how long it believes it."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer

from bot.playground import Group, Playground
from bot.storage.database import Database
from bot.storage.migrate import upgrade
from bot.telegram.group import KEEP, DeskGroup, DeskPublic
from bot.telegram.members import KEEP as KEEP_MEMBERS
from bot.telegram.members import Members

GROUP_ID = -1001000000001


@dataclass
class Scene:
    """A group, and what a bot makes of it; `clock[0]` is the bot's time in seconds."""

    telegram: Playground
    group: Group
    desk: DeskGroup
    members: Members
    database: Database
    bot: Bot
    clock: list[float] = field(default_factory=lambda: [0.0])


@pytest.fixture
async def scene(tmp_path: Path) -> AsyncIterator[Scene]:
    url = f"sqlite+aiosqlite:///{tmp_path}/desk.db"
    await upgrade(url)
    async with Playground(token="1000:TEST") as telegram, Database(url) as database:
        oleg = telegram.person(2001, "Олег")
        group = telegram.group(GROUP_ID, "Поддержка", forum=True, members=[oleg])
        clock = [0.0]
        session = AiohttpSession(api=TelegramAPIServer.from_base(telegram.url))
        async with Bot("1000:TEST", session=session) as bot:
            desk = DeskGroup(bot, database, GROUP_ID, lambda: clock[0])
            members = Members(bot, desk, lambda: clock[0])
            yield Scene(telegram, group, desk, members, database, bot, clock)


async def test_the_group_is_looked_at_once_and_again_after_a_while(scene: Scene) -> None:
    for _ in range(3):
        looked = await scene.desk.look()
    assert looked is not None
    assert (looked.uses_topics, looked.is_admin) == (True, True)
    assert len(scene.telegram.calls("getChat")) == 1
    scene.clock[0] += KEEP + 1
    await scene.desk.look()
    assert len(scene.telegram.calls("getChat")) == 2


async def test_a_group_made_public_is_noticed_and_not_forgotten(scene: Scene) -> None:
    await scene.desk.look()
    scene.group.chat.names["username"] = "vsem_vidno"
    scene.clock[0] += KEEP + 1
    for _ in range(2):
        with pytest.raises(DeskPublic):
            await scene.desk.look()
    del scene.group.chat.names["username"]
    assert await scene.desk.look() is not None


async def test_topics_without_the_right_to_manage_them_are_not_used(scene: Scene) -> None:
    scene.group.promote_bot({"can_pin_messages": True})
    looked = await scene.desk.look()
    assert looked is not None
    assert (looked.is_admin, looked.uses_topics) == (True, False)


async def test_the_groups_new_id_outlives_the_process_and_yields_to_a_new_setting(scene: Scene) -> None:
    await scene.desk.moved(-1009)
    assert await DeskGroup(scene.bot, scene.database, GROUP_ID).chat_id() == -1009
    assert await DeskGroup(scene.bot, scene.database, -1005).chat_id() == -1005
    assert await DeskGroup(scene.bot, scene.database, None).chat_id() is None


@pytest.mark.parametrize(
    ("status", "agent"),
    [("creator", True), ("administrator", True), ("member", True), ("left", False), ("kicked", False)],
)
async def test_only_who_is_in_the_group_is_an_agent(scene: Scene, status: str, agent: bool) -> None:  # noqa: FBT001 - a table's column
    vera = scene.telegram.person(2002, "Вера")
    scene.group.join(vera, status)
    assert await scene.members.is_agent(vera.id) is agent


async def test_an_answer_about_a_member_holds_for_a_while_or_until_a_change(scene: Scene) -> None:
    assert await scene.members.is_agent(2001)
    scene.group.kick(scene.telegram.people[2001])
    assert await scene.members.is_agent(2001)
    scene.members.forget(2001)
    assert not await scene.members.is_agent(2001)
    scene.group.join(scene.telegram.people[2001])
    scene.clock[0] += KEEP_MEMBERS + 1
    assert await scene.members.is_agent(2001)


async def test_a_stranger_to_telegram_is_no_agent(scene: Scene) -> None:
    assert not await scene.members.is_agent(987654)
