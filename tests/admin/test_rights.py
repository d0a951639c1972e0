"""What admins can do, others can't: the command doesn't exist for them, and a button is refused in words."""

import pytest

from bot import clock
from bot.faq.rights import NotAdmin
from bot.faq.versions.publish import confirm_draft, keep_draft
from tests.admin.conftest import House, room, uploaded
from tests.admin.test_upload import golden

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
