"""Groups that the bot is a member of: it answers when it is named, as everybody may read it."""

from datetime import timedelta

import pytest
from sqlmodel import select

from bot.playground import Group
from bot.storage.tables import Followed, Inbox, InboxState, Question
from tests.conftest import FrontDesk
from tests.subscriber.steps import UNKNOWN, labels, log_in, open_ticket


@pytest.fixture
def neighbours(desk: FrontDesk) -> Group:
    return desk.telegram.group(-1001000000009, "Соседи", members=[desk.anna, desk.boris])


async def test_whoever_names_the_bot_is_answered_by_reply(desk: FrontDesk, neighbours: Group) -> None:
    asked = await desk.anna.write_in(neighbours, "@Biletik_Bot как оплатить интернет?")
    answer = await neighbours.expect("Картой, по СБП")
    assert answer.reply_to == asked.id
    assert labels(answer) == ["Открыть в боте"]
    assert answer.buttons[0].url == "https://t.me/biletik_bot?start=faq-pay-methods"


async def test_a_reply_to_the_bot_is_a_question(desk: FrontDesk, neighbours: Group) -> None:
    await desk.anna.write_in(neighbours, "@biletik_bot как оплатить интернет")
    answer = await neighbours.expect("Картой")
    await desk.boris.write("как включить автоплатёж", chat=neighbours, reply_to=answer)
    await neighbours.expect("личном кабинете")


async def test_the_bare_name_in_reply_to_a_question_answers_that_question(desk: FrontDesk, neighbours: Group) -> None:
    asked = await desk.boris.write_in(neighbours, "как включить автоплатёж")
    await desk.anna.write("@biletik_bot", chat=neighbours, reply_to=asked)
    await neighbours.expect("личном кабинете")


async def test_the_bare_name_is_told_how_to_ask(desk: FrontDesk, neighbours: Group) -> None:
    await desk.anna.write_in(neighbours, "@biletik_bot")
    await neighbours.expect("@biletik_bot как оплатить")


async def test_talk_among_people_is_left_alone(desk: FrontDesk, neighbours: Group) -> None:
    mine = await desk.anna.write_in(neighbours, "как оплатить интернет")
    await desk.boris.write("как включить автоплатёж", chat=neighbours, reply_to=mine)
    await desk.anna.write_in(neighbours, "@biletik_botanik как оплатить интернет")
    await desk.anna.write_in(neighbours, "спросите anna@biletik_bot.example")
    await desk.anna.write_in(neighbours, "/start@biletik_bot")
    named = await desk.anna.write("@biletik_bot как оплатить интернет")
    await desk.anna.expect()
    await desk.anna.forward(named, chat=neighbours)
    await neighbours.expect_nothing(seconds=0.2)


async def test_an_unknown_question_gets_few_words_and_the_way_to_a_person(desk: FrontDesk, neighbours: Group) -> None:
    await desk.anna.write_in(neighbours, f"@biletik_bot {UNKNOWN}")
    answer = await neighbours.expect("нет готового ответа")
    assert len(answer.text) < 100
    assert answer.button("Спросить в личном чате").url == "https://t.me/biletik_bot?start=ask"


async def test_a_person_is_called_in_private(desk: FrontDesk, neighbours: Group) -> None:
    await desk.anna.write_in(neighbours, "@biletik_bot позови оператора")
    await neighbours.expect("в личном чате")
    await desk.anna.expect_nothing(seconds=0.1)


async def test_nothing_of_a_person_is_said(desk: FrontDesk, neighbours: Group) -> None:
    await log_in(desk.anna)
    await desk.anna.write_in(neighbours, "@biletik_bot мой баланс")
    answer = await neighbours.expect()
    assert "На счету" not in answer.text
    assert not any(button.data and button.data.startswith(("go:", "tn", "tq", "ac")) for button in answer.buttons)


async def test_everybody_may_choose_among_suggestions_and_they_stay(desk: FrontDesk, neighbours: Group) -> None:
    await desk.anna.write_in(neighbours, "@biletik_bot оплата пароль")
    offered = await neighbours.expect("Вы об этом?")
    await desk.boris.press(offered, "Как оплатить интернет?")
    shown = neighbours.message(offered.id)
    assert "Картой" in shown.text
    assert labels(shown) == labels(offered)
    await desk.anna.press(shown, "Как сменить пароль от Wi-Fi?")
    assert "Смените ключ" in neighbours.message(offered.id).text
    await desk.anna.press(neighbours.message(offered.id), "Как сменить пароль от Wi-Fi?")
    kept = await desk.database.read(lambda session: session.exec(select(Question)).one())
    assert (kept.chosen_id, kept.followed) == ("wifi-password", Followed.PICKED)


async def test_a_suggestion_that_is_gone_says_so(desk: FrontDesk, neighbours: Group) -> None:
    await desk.anna.write_in(neighbours, "@biletik_bot оплата пароль")
    offered = await neighbours.expect("Вы об этом?")
    answer = await desk.anna.press_data(offered, "fp:AAAAAAAA:gone")
    assert answer.show_alert
    assert "больше нет" in answer.text


async def test_in_a_forum_the_answer_stands_in_the_same_topic(desk: FrontDesk) -> None:
    forum = desk.telegram.group(-1001000000010, "Дом", forum=True, members=[desk.anna])
    topic = forum.open_topic("Интернет")
    await desk.anna.write("@biletik_bot как оплатить интернет", chat=forum, thread=topic.id)
    await forum.expect("Картой", thread=topic.id)


async def test_small_talk_is_returned_only_to_who_names_the_bot(desk: FrontDesk, neighbours: Group) -> None:
    await desk.anna.write_in(neighbours, "@biletik_bot привет")
    greeting = await neighbours.expect("Здравствуйте")
    await desk.anna.write("спасибо", chat=neighbours, reply_to=greeting)
    await neighbours.expect_nothing(seconds=0.2)


async def test_a_photo_with_a_question_under_it_is_answered(desk: FrontDesk, neighbours: Group) -> None:
    await desk.anna.send_photo("@biletik_bot как оплатить интернет", chat=neighbours)
    await neighbours.expect("Картой")


async def test_an_anonymous_administrator_is_answered_and_bots_are_not(desk: FrontDesk, neighbours: Group) -> None:
    await desk.anna.write("@biletik_bot как оплатить интернет", chat=neighbours, anonymous=True)
    await neighbours.expect("Картой")
    robot = {"id": 777, "is_bot": True, "first_name": "Робот"}
    said = {"text": "@biletik_bot как оплатить", "entities": [{"type": "mention", "offset": 0, "length": 12}]}
    message = {"message_id": 900, "from": robot, "chat": neighbours.chat.wire(), "date": desk.telegram.world.date()}
    desk.telegram.inject({"message": message | said})
    await neighbours.expect_nothing(seconds=0.2)


async def test_a_name_behind_smileys_is_found_and_cut_out(desk: FrontDesk, neighbours: Group) -> None:
    await desk.anna.write_in(neighbours, "🙂🙂 подскажи @biletik_bot как оплатить интернет 🙏")
    await neighbours.expect("Картой")


async def test_where_the_bot_may_not_write_nothing_is_set_aside(desk: FrontDesk, neighbours: Group) -> None:
    words = "not enough rights to send text messages to the chat"
    desk.telegram.faults.add("sendMessage", chat_id=neighbours.id, times=1, status=400, description=words)
    await desk.anna.write_in(neighbours, "@biletik_bot как оплатить интернет")
    await desk.anna.write_in(neighbours, "@biletik_bot как включить автоплатёж")
    await neighbours.expect("личном кабинете")
    aside = select(Inbox).where(Inbox.state == InboxState.ASIDE)
    assert await desk.database.read(lambda session: list(session.exec(aside))) == []


async def test_a_question_of_long_ago_is_let_rest(desk: FrontDesk, neighbours: Group) -> None:
    desk.telegram.advance(-timedelta(hours=1).total_seconds())
    await desk.anna.write_in(neighbours, "@biletik_bot как оплатить интернет")
    desk.telegram.advance(timedelta(hours=1).total_seconds())
    await desk.anna.write_in(neighbours, "@biletik_bot как включить автоплатёж")
    await neighbours.expect("личном кабинете")
    await neighbours.expect_nothing("Картой", seconds=0.1)


@pytest.mark.long
async def test_a_group_is_answered_no_more_often_than_telegram_allows(desk: FrontDesk, neighbours: Group) -> None:
    for _ in range(21):
        await desk.anna.write_in(neighbours, "@biletik_bot как оплатить интернет")
    for _ in range(20):
        await neighbours.expect("Картой")
    await neighbours.expect_nothing(seconds=1.0)
    await neighbours.expect("Картой", timeout=10)


async def test_whoever_brings_the_bot_into_a_group_learns_how_to_ask_it(desk: FrontDesk) -> None:
    other = desk.telegram.group(-1001000000011, "Дача", members=[desk.anna], bot="left")
    other.set_bot("member")
    assert "@biletik_bot как оплатить" in (await other.expect("Номер этой группы")).text


async def test_agents_may_try_the_faq_beside_the_tickets(desk: FrontDesk) -> None:
    await desk.oleg.write_in(desk.group, "@biletik_bot как оплатить интернет")
    await desk.group.expect("Картой, по СБП")


async def test_in_a_ticket_the_name_goes_to_the_subscriber_as_it_stands(desk: FrontDesk) -> None:
    await open_ticket(desk.anna)
    topic = await desk.group.expect_topic("№1")
    desk.group.catch_up()
    await desk.oleg.write("спросите @biletik_bot как оплатить", chat=desk.group, thread=topic.id)
    await desk.anna.expect("спросите @biletik_bot как оплатить")
    await desk.group.expect_nothing("Картой", seconds=0.1)


async def test_questions_from_groups_are_kept_without_a_name(desk: FrontDesk, neighbours: Group) -> None:
    await desk.anna.write_in(neighbours, "@biletik_bot как оплатить интернет, мой номер +79990000101")
    await neighbours.expect("Картой")
    await desk.anna.write_in(neighbours, "@biletik_bot привет")
    await neighbours.expect("Здравствуйте")
    kept = await desk.database.read(lambda session: list(session.exec(select(Question))))
    # the greeting's own row is written after its answer was seen, or not yet
    assert kept[0].text == "как оплатить интернет, мой номер •••"
    assert {one.text for one in kept[1:]} <= {"привет"}
