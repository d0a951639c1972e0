"""The dialog that opens a ticket: forward, back, out, and what is sent at the wrong moment."""

import asyncio

import pytest

from bot.playground import Person, Seen
from bot.storage.tickets import content_of
from tests.conftest import FrontDesk
from tests.subscriber.steps import (
    begin,
    labels,
    log_in,
    messages_of,
    open_ticket,
    the_ticket,
    tickets,
    to_confirm,
    to_files,
    to_phone,
    window,
)


async def test_every_step_leads_forward_to_a_number_and_a_promise(desk: FrontDesk) -> None:
    opened = await open_ticket(desk.anna, "Не ловит в спальне")
    assert opened.text.startswith("Обращение №1 принято.\n\nОтветим ")
    assert labels(opened) == ["Мои обращения", "‹ В начало"]
    ticket = await the_ticket(desk)
    assert (ticket.topic, ticket.description, ticket.phone, ticket.name) == ("wifi", "Не ловит в спальне", None, "Анна")
    await desk.group.expect_topic("№1")


async def test_every_step_leads_back_and_keeps_what_was_entered(desk: FrontDesk) -> None:
    anna = desk.anna
    await anna.press(await to_confirm(anna, "Не ловит"), "Назад")
    await anna.press(await anna.expect("По какому номеру"), "Назад")
    await anna.press(await anna.expect("Пришлите фото"), "Назад")
    description = await anna.expect("Записано")
    assert "Не ловит" in description.text
    await anna.press(description, "Назад")
    await anna.press(await anna.expect("О чём оно"), "Роутер")
    await anna.press(await anna.expect("Пришлите фото"), "Без файлов")
    await anna.press(await anna.expect("По какому номеру"), "Не звонить")
    assert "Тема: Роутер и настройки\nНе ловит" in (await anna.expect("Проверьте")).text


async def _topic(anna: Person) -> Seen:
    await anna.write("/ticket")
    return await anna.expect(window("О чём оно"))


async def test_any_step_can_be_cancelled(desk: FrontDesk) -> None:
    anna = desk.anna
    for go_to in (_topic, begin, to_files, to_phone, to_confirm):
        await anna.press(await go_to(anna), "Отменить")
        assert labels(await anna.expect("Обращение не отправлено")) == ["‹ В начало"]
    await anna.write("как оплатить интернет")
    await anna.expect("Картой, по СБП")
    assert await tickets(desk) == []


async def test_words_sent_at_any_step_are_in_the_ticket(desk: FrontDesk) -> None:
    anna = desk.anna
    await anna.write("/ticket")
    shown = await anna.expect("О чём оно")
    await anna.write("одно")
    shown = await anna.expect("Дописал к обращению")
    await anna.press(shown, "Wi-Fi")
    await anna.expect("Пришлите фото")
    await anna.write("другое")
    await anna.press(await anna.expect("Дописал к обращению"), "Без файлов")
    await anna.expect("По какому номеру")
    await anna.write("и третье")
    await anna.press(await anna.expect("Дописал к обращению"), "Не звонить")
    assert "Дописал" not in (await anna.expect("Проверьте")).text
    await anna.write("и последнее")
    summary = await anna.expect("Дописал к обращению")
    assert "одно\nдругое\nи третье\nи последнее" in summary.text
    await anna.press(summary, "Отправить")
    await anna.expect("принято")
    assert (await the_ticket(desk)).description == "одно\nдругое\nи третье\nи последнее"


async def test_a_photo_sent_at_any_step_is_in_the_ticket_with_its_caption(desk: FrontDesk) -> None:
    anna = desk.anna
    await anna.write("/ticket")
    await anna.expect("О чём оно")
    await anna.send_photo("вот огоньки")
    await anna.press(await anna.expect("Приложил к обращению"), "Wi-Fi")
    await anna.expect("Приложен 1 файл")
    await anna.send_photo()
    await anna.press(await anna.expect("Приложено 2 файла"), "Дальше")
    await anna.expect("По какому номеру")
    await anna.send_photo()
    await anna.press(await anna.expect("Приложил к обращению"), "Не звонить")
    await anna.expect("Проверьте")
    await anna.send_photo()
    summary = await anna.expect("Приложил к обращению")
    assert "вот огоньки\nПриложено: 4 файла" in summary.text
    await anna.press(summary, "Отправить")
    await anna.expect("принято")
    assert len(await messages_of(desk, 1)) == 4


async def test_a_contact_is_a_number_at_the_phone_and_an_attachment_elsewhere(desk: FrontDesk) -> None:
    anna = desk.anna
    await begin(anna)
    await anna.send_contact("+79990000102", user_id=1002)
    await anna.expect("Приложил к обращению")
    await anna.write("Звоните мужу")
    await anna.press(await anna.expect("Приложен 1 файл"), "Дальше")
    await anna.expect("По какому номеру")
    await anna.send_contact("79990000102", user_id=1002)
    assert "Телефон: +79990000102" in (await anna.expect("Проверьте")).text


async def test_files_of_every_kind_go_along(desk: FrontDesk) -> None:
    anna = desk.anna
    await to_files(anna)
    await anna.send_album(3)
    await anna.expect("Приложено 3 файла")
    await anna.send_document(name="screen.png")
    await anna.expect("Приложено 4 файла")
    await anna.send_video()
    await anna.expect("Приложено 5 файлов")
    await anna.send_voice()
    await anna.expect("Приложено 6 файлов")
    await anna.send_video_note()
    await anna.send_location()
    await anna.press(await anna.expect("Приложено 8 файлов"), "Дальше")
    await anna.press(await anna.expect("По какому номеру"), "Не звонить")
    await anna.press(await anna.expect("Проверьте"), "Отправить")
    await anna.expect("принято")
    kinds = sorted(content_of(message).kind.value for message in await messages_of(desk, 1))
    assert kinds == ["document", "location", "photo", "photo", "photo", "video", "video_note", "voice"]


async def test_more_than_ten_files_are_refused_with_a_word(desk: FrontDesk) -> None:
    anna = desk.anna
    await to_files(anna)
    await anna.send_album(12)
    shown = await anna.expect(lambda message: "Больше 10 файлов" in message.text and "Приложено 10" in message.text)
    await anna.press(shown, "Убрать файлы")
    await anna.expect("Пришлите фото")


async def test_a_description_can_be_written_anew(desk: FrontDesk) -> None:
    anna = desk.anna
    await anna.press(await to_files(anna, "Не то"), "Назад")
    await anna.press(await anna.expect("Записано"), "Написать заново")
    await anna.expect("Опишите")
    await anna.write("То")
    await anna.press(await anna.expect("Пришлите фото"), "Назад")
    await anna.press(await anna.expect(lambda m: "Записано" in m.text and "Не то" not in m.text), "Дальше")
    await anna.expect("Пришлите фото")


async def test_a_description_too_long_says_what_was_left_out(desk: FrontDesk) -> None:
    anna = desk.anna
    await begin(anna)
    await anna.write("а" * 4096 * 3)
    await anna.press(await anna.expect(window("эти слова не вошли")), "Назад")
    await anna.expect(window("Записано"))
    await anna.write("б" * 4096)
    await anna.expect("эти слова не вошли")
    await anna.write("в")
    await anna.expect("Дописал к обращению")


async def test_a_number_is_taken_however_it_is_typed(desk: FrontDesk) -> None:
    anna = desk.anna
    await to_phone(anna)
    for typed, number in (("8 (900) 123-45-67", "+79001234567"), ("375291234567", "+375291234567")):
        await anna.write(typed)
        summary = await anna.expect(window("Проверьте"))
        assert summary.text.endswith(f"Не ловит в спальне\nТелефон: {number}")
        await anna.press(summary, "Назад")
        await anna.expect(window("По какому номеру"))


async def test_words_beside_a_number_are_kept(desk: FrontDesk) -> None:
    await to_phone(desk.anna)
    await desk.anna.write("8 900 123-45-67, после шести")
    summary = await desk.anna.expect("Проверьте")
    assert "8 900 123-45-67, после шести" in summary.text
    assert "Телефон: +79001234567" in summary.text


async def test_digits_that_make_no_number_are_explained(desk: FrontDesk) -> None:
    await to_phone(desk.anna)
    await desk.anna.write("12345")
    shown = await desk.anna.expect("Это не похоже на номер телефона")
    await desk.anna.press(shown, "Не звонить")
    assert "12345" not in (await desk.anna.expect("Проверьте")).text


async def test_nothing_can_not_be_sent(desk: FrontDesk) -> None:
    anna = desk.anna
    await anna.press(await to_files(anna), "Назад")
    await anna.press(await anna.expect("Записано"), "Написать заново")
    stale = await anna.expect("Опишите")
    await anna.write("/start")
    await anna.expect("Здравствуйте")
    assert labels(anna.chat.messages[-1])[0] != "Продолжить обращение"
    await anna.press_data(stale, "go_on")
    await anna.expect("Здравствуйте")
    assert await tickets(desk) == []


async def test_a_double_tap_on_send_opens_one_ticket(desk: FrontDesk) -> None:
    summary = await to_confirm(desk.anna)
    send = summary.button("Отправить").data
    assert send is not None
    presses = [desk.anna.start_press(summary, send) for _ in range(2)]
    await desk.anna.expect("принято")
    await desk.anna.expect("Здравствуйте")
    await asyncio.gather(*(desk.anna._answered(press, 5, "a press") for press in presses))
    await the_ticket(desk)
    await desk.anna.expect_nothing("принято", seconds=0.1)


async def test_a_command_in_the_middle_is_carried_out_and_the_dialog_goes_on(desk: FrontDesk) -> None:
    anna = desk.anna
    await log_in(anna)
    await begin(anna)
    await anna.write("/balance")
    await anna.expect("На счету")
    await anna.write("Не ловит")
    await anna.expect("Пришлите фото")
    await anna.write("/nonsense")
    await anna.expect("Такой команды у меня нет")
    await anna.write("/ticket")
    await anna.expect("Пришлите фото")


@pytest.mark.parametrize("command", ["/start", "/faq"])
async def test_a_ticket_put_aside_is_taken_up_again(desk: FrontDesk, command: str) -> None:
    anna = desk.anna
    await to_phone(anna, "Не ловит")
    await anna.write(command)
    await anna.expect("своими словами")
    await anna.write("как оплатить интернет")
    await anna.expect("Картой, по СБП")
    await anna.write("/start")
    home = await anna.expect("Здравствуйте")
    assert labels(home)[0] == "Продолжить обращение"
    await anna.press(home, "Продолжить обращение")
    await anna.press(await anna.expect(window("По какому номеру")), "Не звонить")
    assert "Не ловит" in (await anna.expect("Проверьте")).text


async def test_buttons_that_lead_away_put_the_ticket_aside_as_commands_do(desk: FrontDesk) -> None:
    anna = desk.anna
    await anna.write("/help")
    screen = await anna.expect("Что я умею")
    await to_files(anna, "Не ловит")
    await anna.press(screen, "В начало")
    assert labels(await anna.expect("Здравствуйте"))[0] == "Продолжить обращение"
    await anna.write("как оплатить интернет")
    await anna.expect("Картой, по СБП")


async def test_cancel_forgets_the_open_dialog_and_says_so(desk: FrontDesk) -> None:
    anna = desk.anna
    await to_files(anna)
    await anna.write("/cancel")
    await anna.expect("Отменил.")
    await anna.write("/cancel")
    await anna.expect("Отменять нечего")
    await anna.write("/ticket")
    await anna.expect("О чём оно")


async def test_a_topic_button_of_a_window_that_has_gone_on_shows_the_present_one(desk: FrontDesk) -> None:
    anna = desk.anna
    await anna.write("/ticket")
    first = await anna.expect("О чём оно")
    data = first.button("Wi-Fi").data
    assert data is not None
    await anna.press(first, "Отменить")
    await anna.expect("не отправлено")
    await begin(anna)
    answer = await anna.press_data(first, data)
    assert answer.text == "Этот экран устарел. Показываю свежий."
    await anna.expect("Опишите")


async def test_a_window_that_its_reader_deleted_still_opens_the_ticket(desk: FrontDesk) -> None:
    summary = await to_confirm(desk.anna)
    send = summary.button("Отправить").data
    assert send is not None
    await desk.anna.delete(summary)
    await desk.anna.press_data(summary, send)
    await desk.anna.expect("Обращение №1 принято")


async def test_an_answer_to_an_old_ticket_amid_a_new_one_goes_to_the_old(desk: FrontDesk) -> None:
    first = await open_ticket(desk.anna)
    await begin(desk.anna)
    await desk.anna.write("всё ещё не ловит", reply_to=first)
    await desk.anna.expect("Передал в обращение №1")
    await desk.anna.write("Другое")
    await desk.anna.press(await desk.anna.expect(window("Пришлите фото")), "Назад")
    assert "всё ещё" not in (await desk.anna.expect(window("Записано"))).text


async def test_markup_in_a_description_is_words(desk: FrontDesk) -> None:
    summary = await to_confirm(desk.anna, "<b>не</b> & <script>")
    assert "<b>не</b> & <script>" in summary.text
    await desk.anna.press(summary, "Отправить")
    await desk.anna.expect("принято")
    await desk.group.expect("<b>не</b> & <script>")


async def test_the_dialog_goes_on_after_a_restart_wherever_it_stood(closed_desk: FrontDesk) -> None:
    anna = closed_desk.anna
    async with closed_desk.open():
        await anna.write("/ticket")
        shown = await anna.expect("О чём оно")
    async with closed_desk.open():
        await anna.press(shown, "Wi-Fi")
        await anna.expect("Опишите")
    async with closed_desk.open():
        await anna.write("Не ловит")
        await anna.expect("Пришлите фото")
    async with closed_desk.open():
        await anna.send_photo()
        shown = await anna.expect("Приложен 1 файл")
    async with closed_desk.open():
        await anna.press(shown, "Дальше")
        await anna.expect("По какому номеру")
    async with closed_desk.open():
        await anna.write("89001234567")
        shown = await anna.expect("Проверьте")
    async with closed_desk.open():
        await anna.press(shown, "Отправить")
        await anna.expect("Обращение №1 принято")
    ticket = await the_ticket(closed_desk)
    assert (ticket.description, ticket.phone) == ("Не ловит", "+79001234567")
