"""Telegram and the group fail in all the ways they can: nothing is lost, and nothing comes more than once too often."""

from pathlib import Path
from typing import Any

import pytest

from bot.playground import Seen
from bot.storage.people import People
from bot.telegram import remedies
from tests.conftest import FrontDesk, made_desk
from tests.desk.conftest import NoPacing, Posted, at_work, opened, posted, queued, written


@pytest.fixture(autouse=True)
def _short_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remedies, "PAUSES", (0.1, 0.1, 0.1, 0.1, 0.1))
    monkeypatch.setattr(remedies, "DESK_AWAY", 0.2)


def _count(seen: list[Seen], words: str) -> int:
    return sum(words in message.text for message in seen)


async def test_a_deleted_topic_is_made_again_with_its_card(forum: FrontDesk, ticket: Posted) -> None:
    assert ticket.thread is not None
    forum.group.delete_topic(ticket.thread)
    await forum.anna.write("Есть кто?")
    words = await forum.group.expect("Есть кто?")
    topic = forum.group.topic("№1")
    assert words.thread == topic.id != ticket.thread
    said = [seen.text for seen in forum.group.messages(topic.id) if seen.kind == "text"]
    assert [text.splitlines()[0] for text in said] == ["Обращение №1 · новое", "Есть кто?"]
    await forum.oleg.write_in(forum.group, "здесь!", thread=topic.id)
    await forum.anna.expect("здесь!")


async def test_a_deleted_topic_is_made_again_for_a_change_of_the_card(forum: FrontDesk, ticket: Posted) -> None:
    assert ticket.thread is not None
    forum.group.delete_topic(ticket.thread)
    await forum.oleg.write_in(forum.group, "/claim 1")
    card = await forum.group.expect("Занимается: Олег")
    assert card.thread == forum.group.topic("№1 · в работе").id


async def test_a_closed_topic_is_opened_by_the_subscribers_words(forum: FrontDesk, ticket: Posted) -> None:
    assert ticket.thread is not None
    forum.group.close_topic(ticket.thread)
    await written(forum, forum.anna, "Опять пропал", ticket.thread)
    assert not forum.group.topic("№1").closed


async def test_a_closed_topic_that_the_bot_may_not_open_gives_way_to_a_card_in_the_group(
    forum: FrontDesk, ticket: Posted
) -> None:
    assert ticket.thread is not None
    forum.group.close_topic(ticket.thread)
    forum.group.promote_bot({"can_pin_messages": True})
    await forum.anna.write("Опять пропал")
    words = await forum.group.expect("Опять пропал")
    assert words.thread is None
    assert words.reply_to is not None
    await forum.oleg.write_in(forum.group, "вижу", reply_to=words)
    await forum.anna.expect("вижу")


async def test_without_the_right_to_topics_the_desk_works_by_replies(closed_desk: FrontDesk) -> None:
    closed_desk.group.promote_bot({"can_pin_messages": True})
    async with at_work(closed_desk) as desk:
        ticket = await posted(desk, desk.anna)
        assert ticket.thread is None
        await desk.oleg.write_in(desk.group, "вижу", reply_to=ticket.card)
        await desk.anna.expect("вижу")


async def test_losing_the_right_to_topics_does_not_hold_up_a_ticket(forum: FrontDesk, ticket: Posted) -> None:
    forum.group.promote_bot({"can_pin_messages": True})
    await forum.oleg.write_in(forum.group, "/claim", thread=ticket.thread)
    await forum.group.expect("Занимается: Олег", thread=ticket.thread)
    await written(forum, forum.anna, "спасибо, жду", ticket.thread)


@pytest.mark.parametrize("method", ["createForumTopic", "sendMessage"])
async def test_a_429_is_waited_out_as_long_as_it_says(forum: FrontDesk, method: str) -> None:
    forum.telegram.faults.add(method, forum.group.id, status=429, retry_after=1, times=1)
    ticket = await posted(forum, forum.anna)
    refused, taken = forum.telegram.calls(method, forum.group.id)[:2]
    assert taken.time - refused.time >= 1
    await forum.group.expect_nothing("Обращение №1", seconds=0.2)
    assert len([topic for topic in forum.group.topics if "№1" in topic.name]) == 1
    assert ticket.thread is not None


@pytest.mark.parametrize("trouble", [{"status": 500}, {"drop": "before"}])
async def test_what_failed_without_effect_arrives_once(
    forum: FrontDesk, ticket: Posted, trouble: dict[str, Any]
) -> None:
    for chat_id in (forum.group.id, forum.anna.id):
        forum.telegram.faults.add("sendMessage", chat_id, times=1, **trouble)
    await forum.oleg.write_in(forum.group, "раз", thread=ticket.thread)
    await forum.oleg.write_in(forum.group, "два", thread=ticket.thread)
    await forum.anna.expect("два")
    assert _count(forum.anna.chat.messages, "\nраз") == 1
    await written(forum, forum.anna, "три", ticket.thread)
    assert _count(forum.group.messages(ticket.thread), "три") == 1


async def test_what_arrived_without_an_answer_comes_at_most_twice_and_in_order(
    forum: FrontDesk, ticket: Posted
) -> None:
    forum.telegram.faults.add("sendMessage", forum.anna.id, drop="after", times=1)
    await forum.oleg.write_in(forum.group, "раз", thread=ticket.thread)
    await forum.oleg.write_in(forum.group, "два", thread=ticket.thread)
    await forum.anna.expect("два")
    said = [seen.text[-3:] for seen in forum.anna.chat.messages if "Олег" in seen.text]
    assert said in (["раз", "два"], ["раз", "раз", "два"])


async def test_a_lost_answer_to_a_card_leaves_one_topic_with_a_card_that_works(forum: FrontDesk) -> None:
    forum.telegram.faults.add("sendMessage", forum.group.id, drop="after", times=1)
    number = await opened(forum, forum.anna)
    await forum.group.expect("Обращение №1")
    card = await forum.group.expect("Обращение №1")
    assert number == 1
    await forum.oleg.press(card, "Взять")
    await forum.group.expect("Занимается: Олег")
    assert len(forum.group.topics) == 1


async def test_a_change_of_the_title_that_failed_is_made_up_for(forum: FrontDesk, ticket: Posted) -> None:
    forum.telegram.faults.add("editForumTopic", status=429, retry_after=1, times=1)
    await forum.oleg.press(ticket.card, "Взять")
    await forum.group.expect("Занимается: Олег")
    assert forum.group.topic("№1 · в работе").id == ticket.thread


async def test_a_subscriber_who_blocked_the_bot_is_marked_and_agents_are_told(forum: FrontDesk, ticket: Posted) -> None:
    forum.anna.block_bot()
    await forum.oleg.write_in(forum.group, "вы здесь?", thread=ticket.thread)
    await forum.group.expect("абонент заблокировал бота", thread=ticket.thread)
    person = await forum.database.read(lambda session: People(session).of(forum.anna.id))
    assert person is not None
    assert person.blocked_at is not None


@pytest.mark.parametrize(
    ("status", "description"),
    [(403, "Forbidden: user is deactivated"), (400, "Bad Request: chat not found")],
)
async def test_agents_are_told_that_a_subscribers_account_is_gone(
    forum: FrontDesk, ticket: Posted, status: int, description: str
) -> None:
    forum.telegram.faults.add("sendMessage", forum.anna.id, status=status, description=description)
    await forum.oleg.write_in(forum.group, "вы здесь?", thread=ticket.thread)
    await forum.group.expect("абонент удалил аккаунт", thread=ticket.thread)


async def test_agents_are_told_what_telegram_refused(forum: FrontDesk, ticket: Posted) -> None:
    forum.telegram.faults.add("sendPhoto", forum.anna.id, status=400, description="Bad Request: PHOTO_INVALID")
    await forum.oleg.send_photo("схема", chat=forum.group, thread=ticket.thread)
    await forum.oleg.write_in(forum.group, "дошло?", thread=ticket.thread)
    await forum.group.expect("Не доставлено: Telegram не принял", thread=ticket.thread)
    await forum.anna.expect("дошло?")


async def test_a_desk_that_threw_the_bot_out_gets_everything_when_it_is_back(forum: FrontDesk, ticket: Posted) -> None:
    admin = forum.telegram.person(3001, "Админ")
    await admin.start()
    forum.group.set_bot("kicked")
    await forum.anna.write("раз")
    await admin.expect("Не могу писать в группу сотрудников")
    await forum.anna.write("два")
    await admin.expect_nothing("Не могу писать", seconds=0.7)  # though each message was refused many times
    forum.group.promote_bot()
    await forum.group.expect("два", thread=ticket.thread)
    said = [seen.text for seen in forum.group.messages(ticket.thread) if seen.text in ("раз", "два")]
    assert said == ["раз", "два"]


async def test_words_wait_while_there_is_no_place_for_them(forum: FrontDesk) -> None:
    fault = forum.telegram.faults.add("createForumTopic", status=400, description="Bad Request: TOPICS_TOO_MANY")
    admin = forum.telegram.person(3001, "Админ")
    await admin.start()
    await opened(forum, forum.anna)
    await forum.anna.write("вы тут?")
    await admin.expect("Не могу писать в группу сотрудников")
    forum.telegram.faults.remove(fault)
    await forum.group.expect("вы тут?")


async def test_tickets_wait_while_there_is_no_desk(tmp_path: Path) -> None:
    async with made_desk(tmp_path, support_chat_id=None) as desk:
        async with at_work(desk):
            await opened(desk, desk.anna)
            await desk.anna.write("вы тут?")
            await desk.anna.expect("Передал в обращение №1")
            await queued(desk, 2)
        desk.settings = desk.settings.model_copy(update={"support_chat_id": desk.group.id})
        async with desk.open(NoPacing()):
            await desk.group.expect("Обращение №1")
            await desk.group.expect("вы тут?")


@pytest.mark.parametrize("lost", [[], ["message"]], ids=["told by a message", "told by a refusal"])
async def test_a_group_that_becomes_a_supergroup_is_followed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lost: list[str]
) -> None:
    async with made_desk(tmp_path, support_chat_id=-500) as desk:
        desk.group = desk.telegram.group(-500, "Поддержка", members=[desk.oleg, desk.vera], bot="administrator")
        async with at_work(desk):
            await posted(desk, desk.anna)
            with monkeypatch.context() as patch:
                if lost:
                    patch.setattr(desk.telegram.world.updates, "put", lambda *_: None)
                new = desk.group.upgrade()
            await desk.anna.write("вы тут?")
            await new.expect("вы тут?")
            desk.group = new
        async with desk.open(NoPacing()):
            await desk.anna.write("а теперь?")
            words = await new.expect("а теперь?")
            await desk.oleg.write_in(new, "тут", reply_to=words)
            await desk.anna.expect("тут")


async def test_another_groups_move_does_not_take_the_desk_along(forum: FrontDesk, ticket: Posted) -> None:
    """An apology for an update of some group must not make that group the desk, wherever it moved."""
    other = forum.telegram.group(-700, "Соседи", members=[forum.boris], bot="administrator")
    forum.telegram.inject({"message": {"chat": {"id": -700, "type": "group"}, "text": 5}})
    moved = other.upgrade()
    await written(forum, forum.anna, "личное", ticket.thread)
    assert _count(moved.messages(), "личное") == 0


async def test_a_group_made_public_gets_nothing_more(forum: FrontDesk, ticket: Posted) -> None:
    admin = forum.telegram.person(3001, "Админ")
    await admin.start()
    forum.group.chat.names["username"] = "vsem_vidno"
    forum.group.promote_bot()  # whereupon the bot looks at its group again, as it does every few minutes
    await forum.anna.write("мой пароль 123")
    await admin.expect("публичное имя")
    del forum.group.chat.names["username"]
    await forum.group.expect("мой пароль 123", thread=ticket.thread)
