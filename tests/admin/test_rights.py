"""What admins can do, others can't: the command doesn't exist for them, and a button is refused in words."""

from pathlib import Path

import pytest

from bot import clock
from bot.faq.rights import NotAdmin
from bot.faq.versions.publish import confirm_draft, keep_draft
from tests.admin.conftest import House, room, uploaded
from tests.admin.test_upload import golden
from tests.conftest import made_desk

BUTTONS = (
    "ag:state", "ag:faq", "ag:history", "ag:upload", "ag:add", "ag:edit", "ag:search", "av:show:1", "av:file:0",
    "av:restore:1", "aq:payment:0", "ae:hide:pay-methods", "af:confirm:1", "af:cancel:1", "af:again:1", "au:1",
)  # fmt: skip


async def test_the_command_doesn_t_exist_for_others(house: House) -> None:
    await house.anna.write("/admin")
    await house.anna.expect("Такой команды у меня нет")


@pytest.mark.parametrize("data", BUTTONS)
async def test_an_admins_button_is_refused_in_words(house: House, data: str) -> None:
    await house.anna.write("/help")
    shown = await house.anna.expect("Что я умею")
    await house.anna.press_data(shown, data)
    await house.anna.expect("Это могут только администраторы бота")


async def test_a_draft_is_decided_by_its_author_only(house: House) -> None:
    proposal = await uploaded(house.dima, golden(house))
    confirm = proposal.button("Ввести в силу").data
    assert confirm
    await house.ira.press_data(await room(house.ira), confirm)
    await house.ira.expect("уже введён в силу, отменён")
    assert (await house.newest()).id == 1


async def test_the_use_case_itself_asks_for_the_right(house: House) -> None:
    now = clock.now()
    database = house.desk.database
    draft_id = await database.write(lambda session: keep_draft(session, "text", 1, 1001, now))
    with pytest.raises(NotAdmin):
        await database.write(lambda session: confirm_draft(session, draft_id, 1001, {3001}, now))


async def test_who_is_an_admin_no_longer_can_t_go_on_with_a_dialog(tmp_path: Path) -> None:
    async with made_desk(tmp_path, own_faq=True) as desk:
        dima = desk.telegram.person(3001, "Дима")
        async with desk.open():
            await dima.start()
            await dima.press(await room(dima), "Изменить вопрос")
            await dima.press(await dima.expect("Какой вопрос изменить?"), "Найти по словам")
            await dima.expect("Напишите слова из вопроса")
        desk.settings = desk.settings.model_copy(update={"admin_ids": frozenset({3002})})
        async with desk.open():
            await dima.write("оплатить")
            await dima.expect("Это могут только администраторы бота")
            await dima.write("/start")
            await dima.expect("Здравствуйте")
            await dima.write("как оплатить интернет")
            await dima.expect("Картой, по СБП")
