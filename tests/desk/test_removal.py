"""`/del`: an agent takes back what they wrote."""

import asyncio
from datetime import timedelta

import pytest
from sqlmodel import Session

from bot.playground import Seen
from bot.storage.tables import TicketMessage
from bot.storage.tickets import Tickets
from tests.conftest import FrontDesk
from tests.desk.conftest import NoPacing, Posted, at_work, posted, queued


async def _stored(desk: FrontDesk, seen: Seen) -> TicketMessage:
    found = await desk.database.read(lambda session: Tickets(session).written(seen.chat.id, seen.id))
    return found[0]


async def _until_stored(desk: FrontDesk, seen: Seen) -> None:
    async with asyncio.timeout(5):
        while not await desk.database.read(lambda session: Tickets(session).written(seen.chat.id, seen.id)):  # noqa: ASYNC110 - the database has no events
            await asyncio.sleep(0.02)


async def _del(desk: FrontDesk, message: Seen, answer: str) -> None:
    await desk.oleg.write_in(desk.group, "/del", reply_to=message)
    await desk.group.expect(answer)


async def test_del_takes_an_agents_own_message_off_the_subscribers_screen(forum: FrontDesk, ticket: Posted) -> None:
    mine = await forum.oleg.write_in(forum.group, "не туда", thread=ticket.thread)
    copy = await forum.anna.expect("не туда")
    await _del(forum, mine, "Убираю это сообщение")
    await queued(forum, 0)
    assert copy.deleted
    assert not mine.deleted
    stored = await _stored(forum, mine)
    assert stored.removed_at is not None
    assert stored.content["text"] == "не туда"

    await _del(forum, mine, "уже убрано")
    await forum.oleg.edit(mine, "всё равно не туда")
    await forum.group.expect("Правка осталась в группе")
    assert not any("всё равно" in seen.text for seen in forum.anna.chat.messages)


async def test_del_takes_an_album_as_a_whole_and_words_with_their_file(forum: FrontDesk, ticket: Posted) -> None:
    sent = await forum.oleg.send_album(caption="чужой дом", chat=forum.group, thread=ticket.thread)
    await forum.anna.expect("чужой дом")
    await _del(forum, sent[1], "Убираю")
    long = await forum.oleg.send_photo("ц" * 2000, chat=forum.group, thread=ticket.thread)
    await forum.anna.expect("ццц")
    await _del(forum, long, "Убираю")
    await queued(forum, 0)
    assert not [seen for seen in forum.anna.chat.messages if seen.kind == "photo" or "ццц" in seen.text]


async def test_del_after_48_hours_says_why_not(forum: FrontDesk, ticket: Posted) -> None:
    mine = await forum.oleg.write_in(forum.group, "давно", thread=ticket.thread)
    copy = await forum.anna.expect("давно")

    def age(session: Session) -> None:
        (message,) = Tickets(session).written(mine.chat.id, mine.id)
        message.at -= timedelta(hours=49)
        session.add(message)

    await forum.database.write(age)
    await _del(forum, mine, "больше 48 часов")
    assert not copy.deleted
    assert (await _stored(forum, mine)).removed_at is None
    assert not forum.telegram.calls("deleteMessage")


async def test_what_telegram_does_not_let_the_bot_remove_is_told(forum: FrontDesk, ticket: Posted) -> None:
    mine = await forum.oleg.write_in(forum.group, "почти давно", thread=ticket.thread)
    await forum.anna.expect("почти давно")
    refusal = "Bad Request: message can't be deleted for everyone"
    forum.telegram.faults.add("deleteMessage", forum.anna.id, status=400, description=refusal)
    await _del(forum, mine, "Убираю")
    await forum.group.expect("Не получилось убрать", thread=ticket.thread)


async def test_a_copy_that_is_gone_already_is_no_error(forum: FrontDesk, ticket: Posted) -> None:
    mine = await forum.oleg.write_in(forum.group, "не туда", thread=ticket.thread)
    copy = await forum.anna.expect("не туда")
    await forum.anna.delete(copy)
    await _del(forum, mine, "Убираю")
    await queued(forum, 0)
    await forum.group.expect_nothing("Не получилось")


async def test_del_is_for_ones_own_messages(forum: FrontDesk, ticket: Posted) -> None:
    mine = await forum.vera.write_in(forum.group, "от Веры", thread=ticket.thread)
    copy = await forum.anna.expect("от Веры")
    await _del(forum, mine, "только своё сообщение")
    await forum.anna.write("от Анны")
    await _del(forum, await forum.group.expect("от Анны"), "только своё сообщение")
    await _del(forum, ticket.card, "ответом на своё сообщение")
    await forum.oleg.write_in(forum.group, "/del", thread=ticket.thread)
    await forum.group.expect("ответом на своё сообщение")
    await queued(forum, 0)
    assert not copy.deleted


async def test_an_anonymous_administrator_owns_no_message(forum: FrontDesk, ticket: Posted) -> None:
    mine = await forum.oleg.write_in(forum.group, "кто-то", thread=ticket.thread, anonymous=True)
    copy = await forum.anna.expect("кто-то")
    await forum.oleg.write_in(forum.group, "/del", reply_to=mine, anonymous=True)
    await forum.group.expect("Вы пишете анонимно")
    await _del(forum, mine, "только своё сообщение")
    assert not copy.deleted


@pytest.mark.parametrize("by", ["del", "note"])
async def test_what_has_not_left_yet_never_does(closed_desk: FrontDesk, by: str) -> None:
    desk = closed_desk
    async with at_work(desk):
        ticket = await posted(desk, desk.anna)
    first = await desk.oleg.write_in(desk.group, "первое", thread=ticket.thread)
    mine = await desk.oleg.write_in(desk.group, "секрет", thread=ticket.thread)
    fault = desk.telegram.faults.add("sendMessage", desk.anna.id, status=500)
    async with desk.open(NoPacing()):
        await _until_stored(desk, mine)
        if by == "del":
            await _del(desk, mine, "теперь не уйдёт")
        else:
            await desk.oleg.edit(mine, "// секрет")
            await desk.group.expect("Теперь это заметка")
        await desk.oleg.write_in(desk.group, "третье", reply_to=first)
    desk.telegram.faults.remove(fault)
    async with desk.open(NoPacing()):
        await desk.anna.expect("третье")
    assert not any("секрет" in seen.text for seen in desk.anna.chat.messages)
    assert not desk.telegram.calls("deleteMessage")
