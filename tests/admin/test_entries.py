"""Entries are added, changed and hidden by a dialog; comments and order in the file survive."""

import pytest

from bot.faq.catalogue.ids import suggested
from bot.playground import Person, Seen
from tests.admin.conftest import House, confirmed, room, uploaded
from tests.admin.test_upload import golden
from tests.subscriber.steps import UNKNOWN, labels, window


async def card(admin: Person, words: str) -> Seen:
    """An entry, found by words."""
    await admin.press(await room(admin), "Изменить вопрос")
    await admin.press(await admin.expect(window("Какой вопрос изменить?")), "Найти по словам")
    await admin.expect("Напишите слова из вопроса")
    await admin.write(words)
    found = await admin.expect(window("Нашлось по словам"))
    await admin.press(found, labels(found)[0])
    return await admin.expect(window("ключевых слов"))


async def add(admin: Person, question: str, answer: str) -> Seen:
    """Goes through the steps of a new entry up to its id."""
    await admin.press(await room(admin), "Добавить вопрос")
    await admin.expect("Новый вопрос")
    await admin.write(question)
    await admin.press(await admin.expect(window("В какой раздел?")), "Wi-Fi")
    await admin.expect("Напишите ответ")
    await admin.write(answer)
    await admin.expect("Ключевые слова через запятую")
    await admin.write("репитер, усилитель")
    return await admin.expect(window("Короткое имя вопроса"))


async def test_an_added_entry_is_answered_with_and_stands_in_the_file(house: House) -> None:
    before = house.faq.read_text()
    step = await add(house.dima, "Нужен ли репитер на даче?", "Если стены толстые — да.")
    assert "nuzhen-li-repiter-na-dache" in step.text
    await house.dima.press(step, "Оставить")
    proposal = await house.dima.expect(window("Что изменится"))
    assert "Добавится: 1\n• Нужен ли репитер на даче?" in proposal.text
    await confirmed(house.dima, proposal)
    await house.answers("нужен ли репитер на даче", "Если стены толстые")
    after = house.faq.read_text()
    assert "id: nuzhen-li-repiter-na-dache" in after
    assert all(line in after for line in before.splitlines())


async def test_formatting_of_the_answer_becomes_markup(house: House) -> None:
    await house.dima.press(await add(house.dima, "Нужен ли репитер на даче?", "Да < нет"), "Назад")
    await house.dima.press(await house.dima.expect(window("Ключевые слова через")), "Назад")
    await house.dima.expect(window("Напишите ответ"))
    bold = [
        {"type": "bold", "offset": 0, "length": 2},
        {"type": "text_link", "offset": 3, "length": 3, "url": "https://e.com/?a=1&b=2"},
    ]
    await house.dima.write("Да, нет <b>", entities=bold)
    await house.dima.press(await house.dima.expect(window("Ключевые слова через")), "Без ключевых слов")
    await house.dima.expect(window("Короткое имя"))
    await house.dima.write("repeater")
    await confirmed(house.dima, await house.dima.expect(window("Что изменится")))
    said = await house.answers("нужен ли репитер на даче", "Да, нет <b>")
    assert said.html.startswith("<b>Да</b>")
    assert "id: repeater" in house.faq.read_text()


async def test_an_id_must_be_one_and_be_free(house: House) -> None:
    await add(house.dima, "Нужен ли репитер на даче?", "Да.")
    await house.dima.write("Имя с пробелом")
    await house.dima.expect("Так не получится")
    await house.dima.write("pay-methods")
    await house.dima.expect("Такое имя уже есть")


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("Вопрос", "Как платить за интернет?", "станет: Как платить за интернет?"),
        ("Ответ", "Наличными.", "станет: Наличными."),
        ("Формулировки", "чем платить\nкуда нести деньги", "станет: чем платить; куда нести деньги"),
        ("Ключевые слова", "деньги, касса", "станет: деньги; касса"),
        ("Раздел", "money", "станет: money"),
    ],
)
async def test_each_field_is_changed_by_itself(house: House, field: str, value: str, said: str) -> None:
    before = house.faq.read_text()
    await house.dima.press(await card(house.dima, "оплатить интернет"), field)
    await house.dima.expect(window("напишите" if field == "Раздел" else "Сейчас:"))
    await house.dima.write(value)
    proposal = await house.dima.expect(window("Что изменится"))
    assert "Изменится: 1" in proposal.text
    assert said in proposal.text
    await confirmed(house.dima, proposal)
    lines = set(before.splitlines()) - set(house.faq.read_text().splitlines())
    assert len(lines) <= 2
    assert house.desk.settings.faq_path.read_text() != before


async def test_phrasings_can_be_taken_away(house: House) -> None:
    await house.dima.press(await card(house.dima, "автоплат"), "Формулировки")
    await house.dima.press(await house.dima.expect(window("Сейчас:")), "Убрать все")
    assert "станет: —" in (await house.dima.expect(window("Что изменится"))).text


async def test_a_hidden_entry_is_answered_no_longer_and_can_be_shown_again(house: House) -> None:
    await house.dima.press(await card(house.dima, "автоплат"), "Скрыть")
    proposal = await house.dima.expect(window("Что изменится"))
    assert "Скроется: 1\n• Как включить автоплатёж?" in proposal.text
    await confirmed(house.dima, proposal)
    await house.anna.write("как включить автоплатёж")
    await house.anna.expect_nothing("личном кабинете")
    hidden = await card(house.dima, "автоплат")
    assert "(скрыт)" in hidden.text
    await house.dima.press(hidden, "Показать снова")
    proposal = await house.dima.expect(window("Что изменится"))
    assert "Снова станет видно: 1" in proposal.text
    await confirmed(house.dima, proposal)
    await house.answers("как включить автоплатёж", "личном кабинете")


async def test_an_entry_is_found_by_browsing(house: House) -> None:
    await house.dima.press(await room(house.dima), "Изменить вопрос")
    await house.dima.press(await house.dima.expect(window("Какой вопрос изменить?")), "Wi-Fi")
    await house.dima.press(await house.dima.expect(window("Какой вопрос?")), "пароль")
    assert "wifi-password" in (await house.dima.expect(window("ключевых слов"))).text


async def test_words_that_nothing_has_find_nothing_and_lead_on(house: House) -> None:
    await house.dima.press(await room(house.dima), "Изменить вопрос")
    await house.dima.press(await house.dima.expect(window("Какой вопрос изменить?")), "Найти по словам")
    await house.dima.expect("Напишите слова из вопроса")
    await house.dima.write(UNKNOWN)
    found = await house.dima.expect(window("ничего не нашлось"))
    assert labels(found) == ["🔎 Найти по словам", "‹ Разделы"]


async def test_a_change_goes_on_top_of_what_came_while_it_was_written(house: House) -> None:
    await house.ira.press(await card(house.ira, "автоплат"), "Ответ")
    await house.ira.expect(window("Сейчас:"))
    await confirmed(house.dima, await uploaded(house.dima, golden(house)))
    await house.ira.write("Включается в банке.")
    proposal = await house.ira.expect(window("Что изменится"))
    assert "вступила в силу версия 2 (Дима)" in proposal.text
    assert "Изменится: 1" in proposal.text
    await confirmed(house.ira, proposal)
    await house.answers("как оплатить интернет", "Только золотом")


async def test_a_change_that_came_second_is_made_again_on_the_newer_version(house: House) -> None:
    await house.ira.press(await card(house.ira, "автоплат"), "Скрыть")
    mine = await house.ira.expect(window("Что изменится"))
    await confirmed(house.dima, await uploaded(house.dima, golden(house)))
    await house.ira.press(mine, "Ввести в силу")
    await house.ira.press(await house.ira.expect(window("Вас опередили")), "Внести правку в версию 2")
    proposal = await house.ira.expect(window("Что изменится"))
    assert "Скроется: 1" in proposal.text
    assert "Изменится" not in proposal.text
    await confirmed(house.ira, proposal)
    await house.answers("как оплатить интернет", "Только золотом")


async def test_a_button_of_an_entry_that_has_gone_leads_to_those_that_there_are(house: House) -> None:
    shown = await card(house.dima, "автоплат")
    answer = await house.dima.press_data(shown, "ae:show:no-such-entry")
    assert "уже нет" in answer.text
    await house.dima.expect(window("Какой вопрос изменить?"))


async def test_whatever_else_an_admin_opens_ends_the_dialog(house: House) -> None:
    await house.dima.press(await room(house.dima), "Добавить вопрос")
    await house.dima.expect("Новый вопрос")
    await house.dima.write("/start")
    await house.dima.expect("Здравствуйте")
    await house.dima.write("как оплатить интернет")
    await house.dima.expect("Картой, по СБП")


@pytest.mark.parametrize(
    ("question", "made"),
    [
        ("Как оплатить?", "kak-oplatit"),
        ("Щи да каша — пища наша!", "shchi-da-kasha-pishcha-nasha"),
        ("Wi-Fi 5 ГГц", "wi-fi-5-ggts"),
        ("???", "question"),
        ("Занято", "zanyato-3"),
        ("а" * 100, "a" * 40),
    ],
)
def test_an_id_is_made_from_the_question(question: str, made: str) -> None:
    assert suggested(question, {"zanyato", "zanyato-2"}) == made


async def test_a_button_is_answered_before_the_work_that_it_begins(house: House) -> None:
    await house.dima.press(await add(house.dima, "Нужен ли репитер на даче?", "Да."), "Оставить")
    await house.dima.expect(window("Что изменится"))
    calls = house.desk.telegram.calls()
    work = next(at for at, call in enumerate(calls) if call.params.get("text") == "Проверяю…")
    assert "answerCallbackQuery" in [call.method for call in calls[work - 3 : work]]
