"""Only members of the group act as agents, each under their own name."""

from bot.storage.tables import Ticket, TicketStatus
from bot.storage.tickets import Tickets
from tests.conftest import GROUP_ID, FrontDesk
from tests.desk.conftest import NoPacing, Posted, opened


async def _ticket(desk: FrontDesk) -> Ticket:
    ticket = await desk.database.read(lambda session: Tickets(session).of(1))
    assert ticket is not None
    return ticket


async def _claimed(desk: FrontDesk) -> bool:
    return (await _ticket(desk)).agent_id is not None


async def _untouched(desk: FrontDesk) -> bool:
    return not await _claimed(desk) and (await _ticket(desk)).status is TicketStatus.NEW


async def test_an_anonymous_administrators_words_come_from_support(forum: FrontDesk, ticket: Posted) -> None:
    await forum.oleg.write_in(forum.group, "Бригада выехала", thread=ticket.thread, anonymous=True)
    assert (await forum.anna.expect("Бригада")).text == "Поддержка · №1\nБригада выехала"


async def test_an_anonymous_administrator_holds_no_ticket(forum: FrontDesk, ticket: Posted) -> None:
    for command in ("/claim", "/resolve", "/reopen"):
        await forum.oleg.write_in(forum.group, command, thread=ticket.thread, anonymous=True)
        await forum.group.expect("Вы пишете анонимно", thread=ticket.thread)
    assert await _untouched(forum)


async def test_a_channel_in_the_group_is_no_agent(forum: FrontDesk, ticket: Posted) -> None:
    channel = {"id": -1009, "type": "channel", "title": "Новости"}
    content = {"text": "Акция!", "sender_chat": channel}
    await forum.oleg.send_raw(content, chat=forum.group, thread=ticket.thread)
    await forum.group.expect("Это могут только сотрудники", thread=ticket.thread)
    await forum.oleg.send_raw({"text": "/claim", "sender_chat": channel}, chat=forum.group, thread=ticket.thread)
    await forum.group.expect("Это могут только сотрудники", thread=ticket.thread)
    await forum.anna.expect_nothing("Акция")
    assert await _untouched(forum)


async def test_a_post_of_the_linked_channel_is_left_alone(forum: FrontDesk, ticket: Posted) -> None:
    forum.group.post_from_channel("Новости", "Акция!")
    await forum.oleg.write_in(forum.group, "смотрю", thread=ticket.thread)
    await forum.anna.expect("смотрю")
    await forum.group.expect_nothing("Это могут")


async def test_other_bots_are_neither_relayed_nor_answered(forum: FrontDesk, ticket: Posted) -> None:
    robot = forum.telegram.person(77, "Робот")
    robot.user["is_bot"] = True
    forum.group.join(robot)
    await robot.write_in(forum.group, "Я робот", thread=ticket.thread)
    await forum.oleg.write_in(forum.group, "смотрю", thread=ticket.thread)
    await forum.anna.expect("смотрю")
    await forum.group.expect_nothing("Это могут")
    assert not any("робот" in seen.text for seen in forum.anna.chat.messages)


async def test_whoever_left_the_group_is_refused_at_once(forum: FrontDesk, ticket: Posted) -> None:
    await forum.vera.write_in(forum.group, "я посмотрю", thread=ticket.thread)
    await forum.anna.expect("я посмотрю")
    forum.group.leave(forum.vera)
    await forum.oleg.write_in(forum.group, "/resolve")  # what is said in the group comes after who left it
    await forum.group.expect("/resolve 12")
    answer = await forum.vera.press_data(ticket.card, "da:resolve:1")
    assert (answer.show_alert, "только сотрудники" in answer.text) == (True, True)
    await forum.anna.expect_nothing("решено")


async def test_a_made_up_desk_button_in_a_private_chat_does_nothing(forum: FrontDesk, ticket: Posted) -> None:
    greeting = forum.anna.chat.messages[-1]
    answer = await forum.anna.press_data(greeting, "da:resolve:1")
    assert "устарел" in answer.text
    assert await _untouched(forum)


async def test_a_made_up_desk_button_in_another_group_does_nothing(forum: FrontDesk, ticket: Posted) -> None:
    other = forum.telegram.group(-1002000, "Соседи", members=[forum.boris], bot="administrator")
    message = await forum.boris.write_in(other, "привет")
    answer = await forum.boris.press_data(message, "da:claim:1")
    assert "только сотрудники" in answer.text
    assert await _untouched(forum)


async def test_made_up_buttons_are_answered_in_the_group(forum: FrontDesk, ticket: Posted) -> None:
    for data in ("da:burn:1", "da:claim:x", "nonsense", "go:home"):
        assert "больше не действует" in (await forum.oleg.press_data(ticket.card, data)).text
    for number in (0, -1, 99, 10**25):
        assert "Такого обращения нет" in (await forum.oleg.press_data(ticket.card, f"da:claim:{number}")).text
    assert await _untouched(forum)


async def test_nothing_said_in_another_group_reaches_a_subscriber(forum: FrontDesk, ticket: Posted) -> None:
    other = forum.telegram.group(-1002000, "Соседи", forum=True, members=[forum.boris], bot="administrator")
    while (topic := other.open_topic("чужая тема")).id < (ticket.thread or 0):
        continue
    await forum.boris.write_in(other, "чужое", thread=topic.id)
    await forum.boris.write_in(other, "/claim 1", thread=topic.id)
    await forum.oleg.write_in(forum.group, "своё", thread=ticket.thread)
    await forum.anna.expect("своё")
    assert not any("чужое" in seen.text for seen in forum.anna.chat.messages)
    assert not await _claimed(forum)


async def test_a_group_that_adds_the_bot_learns_its_id_and_nothing_else(forum: FrontDesk, ticket: Posted) -> None:
    other = forum.telegram.group(-1002000, "Соседи", bot="left")
    other.set_bot("member")
    shown = await other.expect("SUPPORT_CHAT_ID")
    assert "-1002000" in shown.text


async def test_talk_outside_of_tickets_is_left_alone(forum: FrontDesk, ticket: Posted) -> None:
    topic = forum.group.open_topic("Курилка")
    await forum.oleg.write_in(forum.group, "кто идёт обедать?")
    await forum.vera.write_in(forum.group, "я", thread=topic.id)
    await forum.vera.write_in(forum.group, "готово", thread=ticket.thread)
    await forum.anna.expect("готово")
    assert not any(words in seen.text for seen in forum.anna.chat.messages for words in ("обедать", "я\n"))


async def test_words_in_a_topic_of_ours_without_a_ticket_are_not_lost_in_silence(forum: FrontDesk) -> None:
    """The answer to createForumTopic got lost: the topic is there, and nobody knows whose."""
    forum.telegram.faults.add("createForumTopic", drop="after", times=1)
    await opened(forum, forum.anna)
    orphan = await forum.group.expect_topic("№1")
    message = await forum.oleg.write_in(forum.group, "кому это?", thread=orphan.id)
    answer = await forum.group.expect("Не знаю, к какому обращению", thread=orphan.id)
    assert answer.reply_to == message.id


async def test_the_desk_of_a_group_with_a_public_name_is_refused_and_admins_are_told(closed_desk: FrontDesk) -> None:
    desk = closed_desk
    desk.telegram.group(GROUP_ID, "Поддержка", forum=True, members=[desk.oleg], username="vsem_vidno")
    admin = desk.telegram.person(3001, "Админ")
    await admin.start()
    async with desk.open(NoPacing()):
        await admin.expect("публичное имя")
        group = desk.telegram.room(GROUP_ID)
        await opened(desk, desk.anna)
        await group.expect_nothing(seconds=1)
        assert not desk.telegram.calls("createForumTopic")
