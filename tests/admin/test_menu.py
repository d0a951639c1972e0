"""Admins find their command in the list that Telegram shows behind "/", in their own language; others don't see it."""

from pathlib import Path

from bot.playground import Person
from bot.playground.api.me import commands_for
from tests.admin.conftest import House
from tests.conftest import FrontDesk, made_desk


def admin_command(desk: FrontDesk, person: Person) -> list[str]:
    """What the person's list says of it."""
    listed = commands_for(desk.telegram.world, {"id": person.id, "language_code": "ru"})
    assert "faq" in {command["command"] for command in listed}
    return [command["description"] for command in listed if command["command"] == "admin"]


async def test_an_admin_sees_the_command_since_the_first_start(house: House) -> None:
    await house.dima.write("/start")
    await house.dima.expect("Здравствуйте")
    assert admin_command(house.desk, house.dima) == ["Управление ботом"]
    assert admin_command(house.desk, house.anna) == []


async def test_it_stays_in_the_list_when_the_language_changes(house: House) -> None:
    await house.dima.write("/settings")
    await house.dima.press(await house.dima.expect("Настройки"), "English")
    await house.dima.expect("Settings")
    assert admin_command(house.desk, house.dima) == ["Look after the bot"]


async def test_who_becomes_an_admin_sees_it_after_the_restart(tmp_path: Path) -> None:
    async with made_desk(tmp_path, admin_ids=frozenset()) as desk:
        async with desk.open():
            await desk.anna.start()
            await desk.anna.expect("Здравствуйте")
            assert admin_command(desk, desk.anna) == []
        desk.settings = desk.settings.model_copy(update={"admin_ids": frozenset({desk.anna.id})})
        async with desk.open():
            assert admin_command(desk, desk.anna) == ["Управление ботом"]
