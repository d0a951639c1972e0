"""Where a private message goes that is neither a command nor a step of a dialog."""

from datetime import timedelta

from sqlmodel import Session

from bot import clock
from bot.storage.people import Conversations
from bot.storage.tables import Conversation, TicketStatus
from bot.storage.tickets import content_of
from tests.conftest import FrontDesk
from tests.subscriber.steps import labels, messages_of, open_ticket, the_ticket, tickets, window


async def words_of(desk: FrontDesk, ticket_id: int) -> list[str]:
    return [content_of(message).text for message in await messages_of(desk, ticket_id)]


async def solve(desk: FrontDesk) -> None:
    topic = await desk.group.expect_topic("№1")
    await desk.oleg.write_in(desk.group, "/resolve", thread=topic.id)
    await desk.anna.expect("Обращение №1 решено")


async def test_the_first_message_to_a_ticket_is_confirmed_and_the_next_ones_are_not(desk: FrontDesk) -> None:
    await open_ticket(desk.anna)
    await desk.anna.write("и ещё моргает лампочка")
    assert labels(await desk.anna.expect("Передал в обращение №1")) == ["Нет, это новый вопрос"]
    await desk.anna.write("красная")
    await desk.group.expect("красная")
    await desk.anna.expect_nothing("Передал", seconds=0.1)


async def test_what_was_meant_as_a_question_is_answered_and_what_follows_is_a_question_too(desk: FrontDesk) -> None:
    await open_ticket(desk.anna)
    await desk.anna.write("как оплатить интернет")
    await desk.anna.press(await desk.anna.expect("Передал"), "Нет, это новый вопрос")
    await desk.anna.expect("Понял, это вопрос")
    await desk.anna.expect("Картой, по СБП")
    await desk.anna.write("как включить автоплатёж")
    await desk.anna.expect("личном кабинете")


async def test_a_file_sent_to_a_ticket_is_no_question(desk: FrontDesk) -> None:
    await open_ticket(desk.anna)
    await desk.anna.send_photo()
    passed = await desk.anna.expect("Передал в обращение №1")
    assert labels(passed) == ["Спросить о другом"]
    await desk.anna.press(passed, "Спросить о другом")
    await desk.anna.expect("О чём хотите спросить?")
    await desk.anna.write("как оплатить интернет")
    await desk.anna.expect("Картой, по СБП")


async def test_after_24_hours_words_are_a_question_again(desk: FrontDesk) -> None:
    await open_ticket(desk.anna)

    def a_day_passes(session: Session) -> None:
        session.get_one(Conversation, 1001).until = clock.now() - timedelta(seconds=1)

    await desk.database.write(a_day_passes)
    await desk.anna.write("как оплатить интернет")
    await desk.anna.expect("Картой, по СБП")


async def test_a_conversation_lasts_24_hours(desk: FrontDesk) -> None:
    await open_ticket(desk.anna)
    tomorrow = clock.now() + timedelta(hours=24)
    before, after = tomorrow - timedelta(minutes=1), tomorrow + timedelta(minutes=1)
    assert await desk.database.read(lambda session: Conversations(session).of(1001, before)) is not None
    assert await desk.database.read(lambda session: Conversations(session).of(1001, after)) is None


async def test_faq_leaves_the_ticket(desk: FrontDesk) -> None:
    await open_ticket(desk.anna)
    await desk.anna.write("/faq")
    await desk.anna.expect("Выберите раздел")
    await desk.anna.write("как оплатить интернет")
    await desk.anna.expect("Картой, по СБП")


async def test_the_first_screen_says_where_words_go_and_leads_out(desk: FrontDesk) -> None:
    await open_ticket(desk.anna)
    await desk.anna.write("/start")
    home = await desk.anna.expect("попадает в обращение №1")
    await desk.anna.press(home, "Спросить о другом")
    await desk.anna.expect("О чём хотите спросить?")
    await desk.anna.write("/start")
    await desk.anna.expect("Спросите своими словами")


async def test_an_answer_to_an_old_message_of_a_ticket_reaches_that_ticket(desk: FrontDesk) -> None:
    anna = desk.anna
    first = await open_ticket(anna, "Первое")
    await open_ticket(anna, "Второе")
    await anna.write("это ко второму")
    await anna.expect("Передал в обращение №2")
    await anna.write("а это к первому", reply_to=first)
    await anna.expect("Передал в обращение №1")
    assert await words_of(desk, 1) == ["а это к первому"]
    assert await words_of(desk, 2) == ["это ко второму"]


async def test_an_agents_words_bring_their_ticket_into_conversation(desk: FrontDesk) -> None:
    anna = desk.anna
    await open_ticket(anna, "Первое")
    await anna.write("/faq")
    await anna.expect("Выберите раздел")
    topic = await desk.group.expect_topic("№1")
    await desk.oleg.write_in(desk.group, "Какой у вас роутер?", thread=topic.id)
    await anna.expect("Какой у вас роутер?")
    await anna.write("Белый")
    await anna.expect("Передал в обращение №1")


async def test_thanks_do_not_reopen_a_solved_ticket_and_other_words_do(desk: FrontDesk) -> None:
    await open_ticket(desk.anna)
    await solve(desk)
    await desk.anna.write("спасибо")
    await desk.group.expect("спасибо")
    assert (await the_ticket(desk)).status is TicketStatus.SOLVED
    await desk.anna.write("опять не ловит")
    await desk.anna.expect("Обращение №1 открыто снова")
    assert (await the_ticket(desk)).status is TicketStatus.OPEN


async def test_a_reopening_that_was_meant_as_a_question_is_undone(desk: FrontDesk) -> None:
    await open_ticket(desk.anna)
    await solve(desk)
    await desk.anna.write("как оплатить интернет")
    await desk.anna.press(await desk.anna.expect("открыто снова"), "Нет, это новый вопрос")
    await desk.anna.expect("Картой, по СБП")
    assert (await the_ticket(desk)).status is TicketStatus.SOLVED


async def test_an_answer_to_a_ticket_solved_long_ago_reopens_it(desk: FrontDesk) -> None:
    opened = await open_ticket(desk.anna)
    await solve(desk)
    await desk.anna.write("/faq")
    await desk.anna.expect("Выберите раздел")
    await desk.anna.write("опять не ловит", reply_to=opened)
    await desk.anna.expect("Обращение №1 открыто снова")


async def test_a_file_without_a_ticket_is_kept_and_goes_to_a_new_one(desk: FrontDesk) -> None:
    anna = desk.anna
    await anna.send_photo("вот огоньки")
    kept = await anna.expect("Куда это передать?")
    assert labels(kept) == ["Новое обращение", "‹ В начало"]
    await anna.press(kept, "Новое обращение")
    await anna.expect("Приложу это к новому обращению")
    await anna.press(await anna.expect(window("О чём оно")), "Wi-Fi")
    await anna.expect("Опишите")
    await anna.write("Моргает")
    await anna.press(await anna.expect(window("Приложен 1 файл")), "Дальше")
    await anna.press(await anna.expect(window("По какому номеру")), "Не звонить")
    await anna.press(await anna.expect(window("Проверьте")), "Отправить")
    await anna.expect("принято")
    assert await words_of(desk, 1) == ["вот огоньки"]


async def test_an_album_is_kept_whole_and_its_sender_is_asked_once(desk: FrontDesk) -> None:
    anna = desk.anna
    await open_ticket(anna)
    await anna.write("/faq")
    await anna.expect("Выберите раздел")
    await anna.send_album(3)
    kept = await anna.expect("Куда это передать?")
    await anna.expect_nothing("Куда это", seconds=0.2)
    assert labels(kept) == ["В №1 · Не ловит в спальне", "Новое обращение", "‹ В начало"]
    await anna.press(kept, "В №1")
    await anna.expect("Добавил в обращение №1")
    shown = await desk.group.expect(lambda message: message.album)
    assert len([message for message in desk.group.messages() if message.album == shown.album]) == 3
    data = "ka:1:1"
    await anna.press_data(kept, data)
    assert labels(await anna.expect("Это уже передано")) == ["‹ В начало"]
    assert len(await messages_of(desk, 1)) == 3


async def test_a_contact_without_a_sign_in_goes_where_its_sender_says(desk: FrontDesk) -> None:
    anna = desk.anna
    await open_ticket(anna)
    await anna.write("/faq")
    await anna.expect("Выберите раздел")
    await anna.send_contact("+79990000102", user_id=1002)
    await anna.press(await anna.expect("Куда это передать?"), "В №1")
    await anna.expect("Добавил в обращение №1")
    await desk.group.expect(lambda message: message.kind == "contact")


async def test_the_list_shows_status_who_has_it_and_when_an_answer_is_due(desk: FrontDesk) -> None:
    anna = desk.anna
    await anna.write("/tickets")
    assert labels(await anna.expect("Обращений пока нет")) == ["Написать в поддержку", "‹ В начало"]
    await open_ticket(anna, "Первое")
    await anna.write("/tickets")
    assert "№1 · ждёт сотрудника · сейчас вы пишете сюда\nПервое\nОтвет: " in (await anna.expect("Ваши")).text
    topic = await desk.group.expect_topic("№1")
    await desk.oleg.write_in(desk.group, "/claim", thread=topic.id)
    await anna.expect("занимается Олег")
    await anna.write("/tickets")
    assert "№1 · в работе · сейчас вы пишете сюда\nПервое\nЗанимается: Олег" in (await anna.expect("Ваши")).text


async def test_a_ticket_picked_from_the_list_comes_into_conversation(desk: FrontDesk) -> None:
    anna = desk.anna
    await open_ticket(anna, "Первое")
    await open_ticket(anna, "Второе")
    await anna.write("/tickets")
    await anna.press(await anna.expect("Ваши обращения"), "№1 · Первое")
    assert labels(await anna.expect("Пишите: всё попадёт в обращение №1")) == ["Спросить о другом", "Мои обращения"]
    await anna.write("дополнение")
    await anna.expect("Передал в обращение №1")


async def test_anothers_ticket_can_neither_be_picked_nor_written_to_nor_seen(desk: FrontDesk) -> None:
    anna, boris = desk.anna, desk.boris
    await open_ticket(anna, "Тайна")
    await boris.send_photo()
    kept = await boris.expect("Куда это передать?")
    home = boris.chat.messages[1]
    for shown, data in ((home, "tp:1"), (kept, "ka:1:1")):
        await boris.press_data(shown, data)
        refusal = await boris.expect("Такого обращения нет")
        assert labels(refusal) == ["Мои обращения", "‹ В начало"]
    for data in ("ta:4", "tp:99", "tq:4"):
        await boris.press_data(home, data)
    await boris.write("как оплатить интернет")
    assert await messages_of(desk, 1) == []
    assert not any("Тайна" in message.text for message in boris.chat.messages)
    assert len(await tickets(desk)) == 1


async def test_anothers_kept_file_stays_theirs(desk: FrontDesk) -> None:
    await desk.anna.send_photo()
    await desk.anna.expect("Куда это передать?")
    await desk.boris.press_data(desk.boris.chat.messages[-1], "ka:1:0")
    await desk.boris.expect("Это уже передано или хранилось слишком давно")
