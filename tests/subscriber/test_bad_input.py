"""What nobody should send, and what still must get a clear answer."""

import asyncio

from bot.playground import Person
from bot.storage import tables
from tests.conftest import FrontDesk
from tests.subscriber.steps import labels, messages_of, open_ticket, the_ticket, tickets, to_files, window


async def test_an_unknown_command_is_answered_with_the_known_ones(desk: FrontDesk) -> None:
    for command in ("/nonsense", "/admin", "/balans", "/start_me_up@other"):
        await desk.anna.write(command)
        shown = await desk.anna.expect("Такой команды у меня нет")
        assert "/balance — баланс" in shown.text
        assert labels(shown) == ["‹ В начало"]


async def test_agents_commands_do_nothing_in_a_private_chat(desk: FrontDesk) -> None:
    for command in ("/claim", "/resolve 1", "/reopen"):
        await desk.anna.write(command)
        await desk.anna.expect("Это могут только сотрудники")


async def test_made_up_button_data_shows_a_fresh_screen(desk: FrontDesk) -> None:
    await open_ticket(desk.boris)
    for data in ("nonsense", "go:", "go:nowhere", "da:claim:1", "tp:abc", "ka:1", "ac:x", "sl:xx", ":" * 60):
        await desk.anna.write("/help")
        shown = await desk.anna.expect("Что я умею")
        await desk.anna.press_data(shown, data)
        assert "Здравствуйте" in desk.anna.chat.message(shown.id).text, data
    assert (await the_ticket(desk)).agent_id is None


async def test_a_button_under_a_message_that_has_gone_still_works(desk: FrontDesk) -> None:
    anna = desk.anna
    await anna.write("/help")
    shown = await anna.expect("Что я умею")
    await anna.delete(shown)
    for data, words in (
        ("go:login", "Поделиться номером"),
        ("go:faq", "Выберите раздел"),
        ("fe:pay-methods", "Картой"),
    ):
        await anna.press_data(shown, data)
        await anna.expect(words)


async def test_markup_in_a_name_is_a_name(desk: FrontDesk) -> None:
    eve = desk.telegram.person(1010, "<b>Ева</b>", last_name="& Ко")
    await eve.start()
    await eve.expect("Здравствуйте, <b>Ева</b> & Ко!")
    await open_ticket(eve)
    await desk.group.expect("<b>Ева</b> & Ко")


async def send_dice(person: Person) -> None:
    await person.send_dice()


async def send_poll(person: Person) -> None:
    await person.send_poll("Что делать?", ["Ждать", "Звонить"])


async def send_story(person: Person) -> None:
    await person.send_raw({"story": {"chat": {"id": 5, "type": "private", "first_name": "Кто-то"}, "id": 7}})


async def send_hologram(person: Person) -> None:
    await person.send_raw({"hologram": {"size": 3}})  # a kind that Telegram may yet invent


async def test_a_kind_that_is_no_question_is_kept(desk: FrontDesk) -> None:
    for send in (send_dice, send_poll, send_story, send_hologram):
        await send(desk.anna)
        await desk.anna.expect("Куда это передать?")


async def test_service_messages_are_nobodys_words(desk: FrontDesk) -> None:
    await desk.anna.send_raw({"message_auto_delete_timer_changed": {"message_auto_delete_time": 86400}})
    await desk.anna.write("как оплатить интернет")
    await desk.anna.expect("Картой, по СБП")
    await desk.anna.expect_nothing(seconds=0.1)


async def test_a_long_text_to_a_ticket_arrives_whole(desk: FrontDesk) -> None:
    await open_ticket(desk.anna)
    await desk.anna.write("я" * 10_000)
    await desk.group.expect(lambda message: len(message.text) == 10_000 - 2 * 4096)
    said = [message.content["text"] for message in await messages_of(desk, 1)]
    assert "".join(said) == "я" * 10_000


async def test_a_file_of_any_size_goes_to_a_ticket(desk: FrontDesk) -> None:
    await open_ticket(desk.anna)
    await desk.anna.send_document(name="log.zip", size=1_900_000_000)
    await desk.anna.expect("Передал в обращение №1")
    await desk.group.expect(lambda message: message.kind == "document")


async def test_a_group_that_is_not_the_desk_gets_no_answers(desk: FrontDesk) -> None:
    other = desk.telegram.group(-1009, "Соседи", members=[desk.anna, desk.oleg])
    for words in ("как оплатить интернет", "/start", "/balance", "/claim", "/ticket"):
        await desk.anna.write_in(other, words)
    await desk.anna.write("как оплатить интернет")
    await desk.anna.expect("Картой, по СБП")
    await other.expect_nothing(seconds=0.2)


async def test_a_message_without_words_is_asked_for_some(desk: FrontDesk) -> None:
    for said in ("🙂", "👍👍🏻", "???", "…", "\u2800\u2800", "-"):
        await desk.anna.write(said)
        assert labels(await desk.anna.expect("Слов не вижу")) == ["‹ В начало"]


async def test_a_question_is_understood_through_what_nobody_sees(desk: FrontDesk) -> None:
    for said in (
        "как\u200b опла\u00adтить инте\u200dрнет",
        "\u202eкак оплатить интернет\u202c",
        "КАК ОПЛАТИТЬ ИНТЕРНЕТ",
    ):
        await desk.anna.write(said)
        await desk.anna.expect("Картой, по СБП")


async def test_other_scripts_and_the_longest_message_get_an_answer(desk: FrontDesk) -> None:
    for said in ("איך משלמים על אינטרנט", "كيف أدفع", "怎么付款", "я" * 4096, "оплата " * 585, "<b>&amp;" * 500):
        await desk.anna.write(said)
        assert (await desk.anna.expect()).buttons


async def test_a_forwarded_question_is_a_question(desk: FrontDesk) -> None:
    neighbours = desk.telegram.group(-1009, "Соседи", members=[desk.anna, desk.boris])
    asked = await desk.boris.write_in(neighbours, "как оплатить интернет")
    await desk.anna.forward(asked)
    await desk.anna.expect("Картой, по СБП")


async def test_a_question_under_a_photo_is_answered_and_the_photo_kept(desk: FrontDesk) -> None:
    await desk.anna.send_photo("как оплатить интернет")
    await desk.anna.expect("Картой, по СБП")
    await desk.anna.expect("Куда это передать?")


async def test_words_under_a_photo_that_nobody_knows_are_only_kept(desk: FrontDesk) -> None:
    await desk.anna.send_photo("вот что тут у меня")
    await desk.anna.expect("Куда это передать?")
    await desk.anna.expect_nothing(seconds=0.1)


async def test_a_corrected_question_is_answered_afresh_once(desk: FrontDesk) -> None:
    asked = await desk.anna.write("как оплатить интернет")
    await desk.anna.expect("Картой, по СБП")
    await desk.anna.edit(asked, "как включить автоплатёж")
    await desk.anna.expect("личном кабинете")
    await desk.anna.edit(asked, "как сменить пароль от вайфая")
    await desk.anna.write("спасибо")
    await desk.anna.expect("Пожалуйста")
    await desk.anna.expect_nothing("Смените ключ сети", seconds=0.1)


async def test_an_edit_that_changes_nothing_or_comes_late_is_not_answered(desk: FrontDesk) -> None:
    same = await desk.anna.write("как оплатить интернет")
    late = await desk.anna.write("как оплатить")
    await desk.anna.expect("Картой, по СБП")
    await desk.anna.expect("Картой, по СБП")
    await desk.anna.edit(same, "как оплатить интернет")
    desk.telegram.advance(400)
    await desk.anna.edit(late, "как включить автоплатёж")
    await desk.anna.write("спасибо")
    await desk.anna.expect("Пожалуйста")
    await desk.anna.expect_nothing(seconds=0.1)


async def test_an_edited_message_of_a_ticket_or_a_command_is_no_question(desk: FrontDesk) -> None:
    command = await desk.anna.write("/help")
    await desk.anna.expect("Что я умею")
    await desk.anna.edit(command, "как оплатить интернет")
    await open_ticket(desk.anna)
    said = await desk.anna.write("не ловит")
    await desk.anna.expect("Передал в обращение №1")
    await desk.anna.edit(said, "как оплатить интернет")
    await desk.anna.write("/help")
    await desk.anna.expect("Что я умею")
    await desk.anna.expect_nothing("Картой", seconds=0.1)


async def is_blocked(desk: FrontDesk) -> bool:
    return await desk.database.read(lambda session: session.get_one(tables.Person, 1001).blocked_at is not None)


async def until_blocked(desk: FrontDesk) -> None:
    async with asyncio.timeout(5):
        while not await is_blocked(desk):  # noqa: ASYNC110 - the database rings no bell
            await asyncio.sleep(0.02)


async def test_whoever_blocked_the_bot_and_comes_back_goes_on_where_they_were(desk: FrontDesk) -> None:
    await to_files(desk.anna)
    desk.anna.block_bot()
    await until_blocked(desk)
    desk.anna.unblock_bot()
    await desk.anna.send_photo()
    await desk.anna.press(await desk.anna.expect(window("Приложен 1 файл")), "Дальше")
    await desk.anna.expect("По какому номеру")
    assert not await is_blocked(desk)


async def test_a_caption_that_looks_like_a_command_does_not_lose_its_file(desk: FrontDesk) -> None:
    await desk.anna.send_photo("/start")
    await desk.anna.expect("Куда это передать?")


async def test_malformed_updates_do_not_hold_up_the_others(desk: FrontDesk) -> None:
    desk.telegram.inject({"message": "nonsense"})
    desk.telegram.inject({"callback_query": {"id": 5, "from": {"id": 1001}}})
    await desk.anna.write("как оплатить интернет")
    await desk.anna.expect("Картой, по СБП")
    assert await tickets(desk) == []
