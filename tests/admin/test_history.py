"""The last versions, with who and when, and the way back to each."""

from functools import partial
from pathlib import Path

from bot import clock
from bot.faq.versions.publish import publish
from bot.storage.faq_versions import HISTORY
from tests.admin.conftest import House, confirmed, room, uploaded
from tests.admin.test_upload import GOLD, golden
from tests.conftest import made_desk
from tests.subscriber.steps import labels, window


async def test_the_history_tells_who_when_and_what(house: House) -> None:
    await confirmed(house.dima, await uploaded(house.dima, golden(house)))
    await house.dima.press(await room(house.dima), "История")
    shown = await house.dima.expect(window("История версий"))
    lines = shown.text.splitlines()[2:]
    assert lines[0].startswith("2 · сегодня в ")
    assert lines[0].endswith("· Дима: изменено: 1")
    assert "· файл на диске: добавлено: " in lines[1]
    assert labels(shown) == ["№ 2", "№ 1", "‹ База ответов"]


async def test_a_version_is_restored_after_its_difference_was_confirmed(house: House) -> None:
    first = house.faq.read_text()
    await confirmed(house.dima, await uploaded(house.dima, golden(house)))
    await house.ira.press(await room(house.ira), "История")
    await house.ira.press(await house.ira.expect(window("История версий")), "№ 1")
    await house.ira.press(await house.ira.expect(window("Версия 1")), "Вернуть эту версию")
    proposal = await house.ira.expect(window("Что изменится"))
    assert f"было: {GOLD}" in proposal.text
    assert "станет: Картой, по СБП" in proposal.text
    await confirmed(house.ira, proposal)
    await house.answers("как оплатить интернет", "Картой, по СБП")
    assert house.faq.read_text() == first
    newest = await house.newest()
    assert (newest.id, newest.author, newest.note["restored"]) == (3, 3002, 1)
    await house.ira.press(await room(house.ira), "История")
    assert "3 · " in (await house.ira.expect("возвращена версия 1")).text


async def test_the_version_in_force_can_t_be_restored(house: House) -> None:
    await house.dima.press(await room(house.dima), "История")
    await house.dima.press(await house.dima.expect(window("История версий")), "№ 1")
    shown = await house.dima.expect(window("Версия 1 — в силе"))
    assert "Вернуть эту версию" not in labels(shown)


async def test_any_version_of_the_history_can_be_downloaded(house: House) -> None:
    first = house.faq.read_text()
    await confirmed(house.dima, await uploaded(house.dima, golden(house)))
    await house.dima.press(await room(house.dima), "История")
    await house.dima.press(await house.dima.expect(window("История версий")), "№ 1")
    await house.dima.press(await house.dima.expect(window("Версия 1")), "Скачать файл")
    file = await house.dima.expect(lambda seen: seen.kind == "document")
    assert file.raw["document"]["file_name"] == "faq.v1.yaml"
    assert file.file_id
    assert house.desk.telegram.world.files.get(file.file_id).content.decode() == first


async def test_the_last_twenty_versions_are_kept_and_an_older_button_says_so(house: House) -> None:
    await house.dima.press(await room(house.dima), "История")
    oldest = await house.dima.expect(window("История версий"))
    text = house.faq.read_text()
    for number in range(HISTORY):
        await confirmed(house.dima, await uploaded(house.dima, f"{text}# {number}\n"))
    await house.dima.press_data(oldest, "av:show:1")
    await house.dima.expect("Этой версии уже нет")
    await house.dima.press(await room(house.dima), "История")
    shown = await house.dima.expect(window("История версий"))
    assert len(shown.text.splitlines()[2:]) == HISTORY
    assert labels(shown)[HISTORY - 1] == "№ 2"


async def test_twenty_versions_of_somebody_with_a_long_name_fit_into_one_message(tmp_path: Path) -> None:
    async with made_desk(tmp_path, own_faq=True) as desk, desk.open():
        nick = desk.telegram.person(3001, "Н" * 64, last_name="К" * 64)
        await nick.start()
        await nick.expect("Здравствуйте")
        text, note = desk.settings.faq_path.read_text(), {"added": 1000, "changed": 1000, "removed": 1000}
        for base in range(1, HISTORY + 1):
            await desk.database.write(partial(publish, text=text, author=3001, base=base, now=clock.now(), note=note))
        await nick.press(await room(nick), "История")
        shown = await nick.expect(window("История версий"))
        assert len(shown.text.splitlines()) == HISTORY + 2
        assert "Н" * 39 + "…: добавлено: " in shown.text
