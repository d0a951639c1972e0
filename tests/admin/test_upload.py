"""A new file from the chat: checked, compared, confirmed, in force."""

import pytest

from bot.playground.media import Upload
from tests.admin.conftest import House, confirmed, room, upload, uploaded

GOLD = "Только золотом."


def golden(house: House) -> str:
    """The FAQ with another answer about paying."""
    return house.faq.read_text().replace("Картой, по СБП или в терминале.", GOLD)


async def test_a_good_file_is_compared_and_in_force_once_confirmed(house: House) -> None:
    before = house.faq.read_text()
    proposal = await uploaded(house.dima, golden(house))
    assert "Изменится: 1" in proposal.text
    assert "Как оплатить интернет? (ответ)" in proposal.text
    assert "ведут туда же" in proposal.text
    assert house.faq.read_text() == before
    await house.answers("как оплатить интернет", "Картой, по СБП")
    done = await confirmed(house.dima, proposal)
    assert "версия 2" in done.text
    assert "faq.yaml на диске обновлён" in done.text
    await house.answers("как оплатить интернет", GOLD)
    assert house.faq.read_text() == golden(house)
    assert (await house.newest()).author == 3001


BROKEN = {
    "tabs": ("version: 1\nentries:\n\t- id: a\n", "отступ сделан табуляцией"),
    "not a YAML": ("%PDF-1.4 {[", "YAML не читается"),
    "not a FAQ": ("Просто текст", "в файле не набор ключей"),
    "another encoding": ("version: 1 # Вопросы\n".encode("cp1251"), "файл не в UTF-8"),
    "a million rows": ("- x\n" * 1_000_000, "строк."),
    "aliases that unfold": (
        "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
        + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 12)),
        "разворачиваются",
    ),
    "empty": (" \n", "файл пустой"),
}


@pytest.mark.parametrize(("content", "said"), BROKEN.values(), ids=BROKEN)
async def test_a_file_that_can_t_be_used_is_refused_with_place_and_remedy(
    house: House, content: str | bytes, said: str
) -> None:
    await upload(house.dima, content)
    refused = await house.dima.expect("ошибка", 20)
    assert said in refused.text
    assert "Строка " in refused.text
    assert "→ " in refused.text
    assert (await house.newest()).id == 1
    await house.answers("как оплатить интернет", "Картой, по СБП")


async def test_two_entries_with_one_id_are_named(house: House) -> None:
    await upload(house.dima, house.faq.read_text().replace("id: pay-autopay", "id: pay-methods"))
    refused = await house.dima.expect("ошибка")
    assert "Строка 11" in refused.text
    assert "«pay-methods» уже занят (строка 3)" in refused.text


async def test_mistakes_that_don_t_fit_into_a_message_come_as_a_file(house: House) -> None:
    rows = "".join(f"  - id: Плохо{n}\n    category: x\n    question: q{n}\n    answer: a\n" for n in range(60))
    await upload(house.dima, f"version: 1\nentries:\n{rows}")
    refused = await house.dima.expect("60 ошибок")
    assert "всё вместе в файле ниже" in refused.text
    assert len(refused.text) <= 4096
    await house.dima.expect(lambda seen: seen.kind == "document")


async def test_a_file_larger_than_telegram_gives_out_is_refused(house: House) -> None:
    await house.dima.press(await room(house.dima), "Загрузить")
    await house.dima.expect("Пришлите файл базы")
    await house.dima.send_document(name="faq.yaml", size=30_000_000)
    assert "больше 8 МБ" in (await house.dima.expect("ошибка")).text


async def test_the_same_file_again_changes_nothing(house: House) -> None:
    await upload(house.dima, house.faq.read_text())
    await house.dima.expect("В силе уже ровно такой файл (версия 1)")
    await confirmed(house.dima, await uploaded(house.dima, golden(house)))
    await upload(house.dima, house.faq.read_text())
    await house.dima.expect("В силе уже ровно такой файл (версия 2)")
    assert (await house.newest()).id == 2


async def test_words_in_place_of_a_file_are_asked_again(house: House) -> None:
    await house.dima.press(await room(house.dima), "Загрузить")
    await house.dima.expect("Пришлите файл базы")
    await house.dima.write("сейчас пришлю")
    again = await house.dima.expect("Это не файл")
    await house.dima.press(again, "Отменить")
    await house.dima.expect("Ничего не изменил")


async def test_a_proposal_can_be_cancelled_and_is_decided_once(house: House) -> None:
    proposal = await uploaded(house.dima, golden(house))
    cancel, confirm = proposal.button("Отменить").data, proposal.button("Ввести в силу").data
    assert cancel
    assert confirm
    await house.dima.press_data(proposal, cancel)
    await house.dima.expect("В силе прежняя версия")
    await house.dima.press_data(proposal, confirm)
    await house.dima.expect("уже введён в силу, отменён")
    assert (await house.newest()).id == 1


async def test_confirming_twice_makes_one_version(house: House) -> None:
    proposal = await uploaded(house.dima, golden(house))
    confirm = proposal.button("Ввести в силу").data
    assert confirm
    await confirmed(house.dima, proposal)
    await house.dima.press_data(proposal, confirm)
    await house.dima.expect("уже введён в силу")
    assert (await house.newest()).id == 2


async def test_the_second_of_two_editors_is_told_and_compares_with_what_is_in_force(house: House) -> None:
    first = await uploaded(house.dima, golden(house))
    second = await uploaded(house.ira, house.faq.read_text().replace("автоплатёж?", "автооплату?"))
    await confirmed(house.dima, first)
    await house.ira.press(second, "Ввести в силу")
    told = await house.ira.expect("Вас опередили")
    assert "версия 2 (Дима)" in told.text
    assert (await house.newest()).id == 2
    await house.ira.press(told, "Сравнить с версией 2")
    proposal = await house.ira.expect("Что изменится")
    assert "Изменится: 2" in proposal.text  # what Dima wrote would be undone, and that is shown
    await confirmed(house.ira, proposal)
    assert (await house.newest()).id == 3


async def test_a_file_made_from_an_earlier_version_is_known_by_its_name(house: House) -> None:
    await confirmed(house.dima, await uploaded(house.dima, golden(house)))
    await upload(house.ira, golden(house) + "# правка\n", "faq.v1 (2).yaml")
    told = await house.ira.expect("Вас опередили")
    assert "версия 2 (Дима)" in told.text


async def test_the_downloaded_file_is_the_one_in_force_and_named_after_its_version(house: House) -> None:
    await house.dima.press(await room(house.dima), "Скачать файл")
    file = await house.dima.expect(lambda seen: seen.kind == "document")
    assert file.raw["document"]["file_name"] == "faq.v1.yaml"
    assert file.file_id
    stored = house.desk.telegram.world.files.get(file.file_id)
    assert stored.content.decode() == house.faq.read_text()


async def test_a_yaml_file_sent_out_of_the_blue_is_offered_as_the_new_faq(house: House) -> None:
    content = golden(house).encode()
    await house.dima.send_document(file=Upload(content, "faq.yaml", "application/yaml"))
    offer = await house.dima.expect("это новая база ответов?")
    await house.dima.press(offer, "Да, проверить")
    await confirmed(house.dima, await house.dima.expect("Что изменится"))
    await house.answers("как оплатить интернет", GOLD)


async def test_a_yaml_file_of_somebody_else_is_a_file_like_any_other(house: House) -> None:
    await house.anna.send_document(file=Upload(b"x: 1\n", "faq.yaml", "application/yaml"))
    await house.anna.expect("Куда")


async def test_what_is_answered_otherwise_is_told_in_plain_words(house: House) -> None:
    """Both what subscribers asked lately and what the FAQ itself knows."""
    await house.answers("забыл пароль вайфай", "Откройте настройки роутера")
    text = house.faq.read_text().replace('"забыл пароль вайфай", ', "").replace("вайфай]", "сеть]")
    text = text.replace('"автооплата с карты"', '"забыл пароль вайфай"')
    proposal = await uploaded(house.dima, text)
    assert "Иначе отвечу на известные вопросы" in proposal.text
    assert "«забыл пароль вайфай»: «Как сменить пароль от Wi-Fi?» → " in proposal.text


async def test_remarks_alone_change_no_answer(house: House) -> None:
    proposal = await uploaded(house.dima, house.faq.read_text() + "# конец\n")
    assert "Вопросы и ответы остаются те же" in proposal.text
    await confirmed(house.dima, proposal)
    assert house.faq.read_text().endswith("# конец\n")


async def test_new_phrases_that_lead_to_another_entry_are_named(house: House) -> None:
    """Nothing is answered otherwise by them, and yet they are no use where they stand."""
    text = house.faq.read_text().replace('"забыл пароль вайфай", ', '"забыл пароль вайфай", "как оплатить интернет", ')
    proposal = await uploaded(house.dima, text)
    assert "По новым словам найдётся не то: 1" in proposal.text
    said = "«как оплатить интернет» (для «Как сменить пароль от Wi-Fi?») → «Как оплатить интернет?»"
    assert said in proposal.text


async def test_what_becomes_of_the_questions_of_an_entry_that_goes_is_told(house: House) -> None:
    text = house.faq.read_text()
    start, end = text.index("  - id: pay-autopay"), text.index("  - id: wifi-password")
    proposal = await uploaded(house.dima, text[:start] + text[end:])
    assert "Пропадёт: 1" in proposal.text
    assert "Иначе отвечу на известные вопросы" in proposal.text
    assert "• «Как включить автоплатёж?»: «Как включить автоплатёж?» → " in proposal.text


async def test_what_becomes_of_the_questions_of_an_entry_that_is_hidden_is_told(house: House) -> None:
    text = house.faq.read_text().replace("  - id: pay-autopay\n", "  - id: pay-autopay\n    hidden: true\n")
    proposal = await uploaded(house.dima, text)
    assert "Скроется: 1" in proposal.text
    assert "• «Как включить автоплатёж?»: «Как включить автоплатёж?» → " in proposal.text


async def test_a_window_that_was_answered_loses_its_buttons(house: House) -> None:
    await upload(house.dima, house.faq.read_text())
    await house.dima.expect("В силе уже ровно такой файл")
    (asked,) = [seen for seen in house.dima.chat.seen() if "Пришлите файл базы" in seen.text]
    assert not asked.buttons
