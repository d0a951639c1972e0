"""Questions in the private chat."""

from tests.conftest import FrontDesk
from tests.subscriber.steps import UNKNOWN, begin, labels, open_ticket, the_ticket


async def test_an_answer_comes_with_its_action_buttons(desk: FrontDesk) -> None:
    await desk.anna.write("как оплатить интернет")
    answer = await desk.anna.expect("Картой, по СБП")
    assert labels(answer) == [
        "Оплатить",
        "Баланс",
        "👍 Помогло",
        "👎 Не помогло",
        "Частые вопросы",
        "Написать в поддержку",
    ]


async def test_an_answer_that_leads_to_a_ticket_offers_it_once(desk: FrontDesk) -> None:
    await desk.anna.write("не работает интернет, что делать")
    answer = await desk.anna.expect("Перезагрузите роутер")
    assert labels(answer) == ["Написать в поддержку", "👍 Помогло", "👎 Не помогло", "Частые вопросы"]


async def test_an_action_button_opens_the_ticket_dialog_with_its_topic(desk: FrontDesk) -> None:
    await desk.anna.write("не работает интернет, что делать")
    await desk.anna.press(await desk.anna.expect("Перезагрузите роутер"), "Написать в поддержку")
    await desk.anna.expect("Опишите, что случилось")


async def test_an_action_button_leads_to_another_entry(desk: FrontDesk) -> None:
    await desk.anna.write("как включить автоплатёж")
    await desk.anna.press(await desk.anna.expect("личном кабинете"), "Как оплатить интернет?")
    await desk.anna.expect("Картой, по СБП")


async def test_an_unknown_question_is_offered_to_a_person_with_its_words(desk: FrontDesk) -> None:
    anna = desk.anna
    await anna.write(UNKNOWN)
    await anna.press(await anna.expect("нет готового ответа"), "Отправить вопрос сотруднику")
    await anna.press(await anna.expect("О чём оно"), "Wi-Fi")
    await anna.press(await anna.expect("Пришлите фото"), "Без файлов")
    await anna.press(await anna.expect("По какому номеру"), "Не звонить")
    summary = await anna.expect("Проверьте и отправьте")
    assert UNKNOWN in summary.text
    await anna.press(summary, "Отправить")
    await anna.expect("Обращение №1 принято")
    assert (await the_ticket(desk)).description == UNKNOWN


async def test_a_long_text_comes_in_pieces_and_goes_to_a_ticket_whole(desk: FrontDesk) -> None:
    anna = desk.anna
    long = "абырвалг " * 1111  # 9,999 characters: three messages
    last = await anna.write(long)
    offer = await anna.expect(lambda message: f"tq:{last.id}" in [button.data for button in message.buttons])
    await anna.press(offer, "Отправить вопрос сотруднику")
    await anna.press(await anna.expect("О чём оно"), "Wi-Fi")
    await anna.press(await anna.expect("Пришлите фото"), "Без файлов")
    await anna.press(await anna.expect("По какому номеру"), "Не звонить")
    await anna.press(await anna.expect("Проверьте и отправьте"), "Отправить")
    await anna.expect("принято")
    assert (await the_ticket(desk)).description == long.strip()


async def test_whoever_wants_a_person_gets_the_ticket_dialog_at_once(desk: FrontDesk) -> None:
    await desk.anna.write("позовите оператора")
    await desk.anna.expect("позову человека")
    await desk.anna.expect("О чём оно")


async def test_a_greeting_is_returned_with_a_way_on(desk: FrontDesk) -> None:
    await desk.anna.write("добрый вечер")
    greeting = await desk.anna.expect("Спросите о чём угодно")
    assert labels(greeting) == ["‹ В начало"]


async def test_a_question_joins_the_ticket_that_is_being_written(desk: FrontDesk) -> None:
    anna = desk.anna
    await anna.write(UNKNOWN)
    offer = await anna.expect("нет готового ответа")
    await begin(anna)
    await anna.write("Не ловит")
    await anna.expect("Пришлите фото")
    await anna.press(offer, "Отправить вопрос сотруднику")
    await anna.press(await anna.expect("Дописал к обращению"), "Без файлов")
    await anna.press(await anna.expect("По какому номеру"), "Не звонить")
    assert f"Не ловит\n{UNKNOWN}" in (await anna.expect("Проверьте и отправьте")).text


async def test_the_faq_can_be_browsed_there_and_back(desk: FrontDesk) -> None:
    anna = desk.anna
    await anna.write("/faq")
    await anna.press(await anna.expect("Выберите раздел"), "Оплата")
    await anna.press(await anna.expect("Оплата"), "Как включить автоплатёж?")
    await anna.expect("личном кабинете")
    category = next(m for m in anna.chat.messages if m.text == "Оплата")
    await anna.press(category, "Частые вопросы")
    await anna.press(await anna.expect("Выберите раздел"), "В начало")
    await anna.expect("Спросите своими словами")


async def test_a_button_of_a_category_or_an_entry_that_is_gone_shows_what_there_is(desk: FrontDesk) -> None:
    anna = desk.anna
    home = anna.chat.messages[-1]
    answer = await anna.press_data(home, "fe:gone")
    assert answer.text == "Этот экран устарел. Показываю свежий."
    await anna.expect("Выберите раздел")
    assert (await anna.press_data(home, "fc:gone:0")).text == "Этот экран устарел. Показываю свежий."
    await anna.expect("Выберите раздел")


async def test_a_page_that_does_not_exist_shows_the_nearest(desk: FrontDesk) -> None:
    await desk.anna.press_data(desk.anna.chat.messages[-1], "fc:payment:99")
    await desk.anna.expect("Оплата")


async def test_the_list_of_categories_is_itself_behind_a_button(desk: FrontDesk) -> None:
    await desk.anna.press_data(desk.anna.chat.messages[-1], "fc::0")
    assert "Оплата" in labels(await desk.anna.expect("Выберите раздел"))


async def test_words_after_a_ticket_was_opened_are_not_asked(desk: FrontDesk) -> None:
    await open_ticket(desk.anna)
    await desk.anna.write("как оплатить интернет")
    await desk.anna.expect("Передал в обращение №1")
