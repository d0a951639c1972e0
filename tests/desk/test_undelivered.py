"""Marks that tell the truth: what didn't reach the subscriber, why, and how it is sent again."""

import pytest

from bot.playground import Seen
from bot.storage.people import People
from tests.conftest import FrontDesk
from tests.desk.conftest import Posted, posted, queued, written

BLOCKED = "Не доставлено: абонент заблокировал бота"
BACK = "Абонент снова пускает бота"


def _card(desk: FrontDesk, ticket: Posted) -> Seen:
    """The ticket's card as it is now."""
    return desk.group.message(ticket.card.id)


async def _refused(desk: FrontDesk, ticket: Posted, words: str) -> tuple[Seen, Seen]:
    """An agent's words that a block keeps back, and what the agent is told."""
    said = await desk.oleg.write_in(desk.group, words, thread=ticket.thread)
    return said, await desk.group.expect(BLOCKED, thread=ticket.thread)


def _arrived(desk: FrontDesk) -> list[str]:
    """What Anna has got from agents."""
    return [seen.text.rpartition("\n")[2] for seen in desk.anna.chat.messages if seen.text.startswith("Олег")]


@pytest.fixture
async def back(forum: FrontDesk, ticket: Posted) -> Seen:
    """Two messages were refused, and Anna is back; the remark that says so."""
    forum.anna.block_bot()
    await _refused(forum, ticket, "раз")
    await _refused(forum, ticket, "два")
    forum.anna.unblock_bot()
    return await forum.group.expect("не дошли 2 сообщения", thread=ticket.thread)


async def test_what_a_block_kept_back_is_told_in_reply_to_it_and_on_the_card(forum: FrontDesk, ticket: Posted) -> None:
    forum.anna.block_bot()
    said, told = await _refused(forum, ticket, "вы здесь?")
    assert told.reply_to == said.id
    await forum.group.expect("⚠️ Сообщения не доходят: абонент заблокировал бота", thread=ticket.thread)
    assert "⚠️" in _card(forum, ticket).text


async def test_a_deleted_account_is_told_with_nothing_to_send_again(forum: FrontDesk, ticket: Posted) -> None:
    forum.anna.delete_account()
    said = await forum.oleg.write_in(forum.group, "вы здесь?", thread=ticket.thread)
    told = await forum.group.expect("Не доставлено: такого чата", thread=ticket.thread)
    assert (told.reply_to, told.buttons) == (said.id, [])
    await forum.group.expect("⚠️ Сообщения не доходят: абонент удалил аккаунт", thread=ticket.thread)


async def test_what_telegram_refused_is_told_with_its_reason_until_something_arrives(
    forum: FrontDesk, ticket: Posted
) -> None:
    forum.telegram.faults.add("sendPhoto", forum.anna.id, status=400, description="Bad Request: PHOTO_INVALID", times=1)
    said = await forum.oleg.send_photo("схема", chat=forum.group, thread=ticket.thread)
    told = await forum.group.expect("PHOTO_INVALID", thread=ticket.thread)
    assert (told.reply_to, told.buttons) == (said.id, [])
    await forum.group.expect("⚠️ Последнее сообщение не дошло", thread=ticket.thread)
    await forum.oleg.write_in(forum.group, "дошло?", thread=ticket.thread)
    await forum.group.expect(lambda seen: seen.id == ticket.card.id and "⚠️" not in seen.text, thread=ticket.thread)


async def test_an_announcement_that_a_block_kept_back_shows_on_the_card_and_is_not_repeated(
    forum: FrontDesk, ticket: Posted
) -> None:
    forum.anna.block_bot()
    await forum.oleg.write_in(forum.group, "/claim", thread=ticket.thread)
    told = await forum.group.expect(BLOCKED, thread=ticket.thread)
    assert told.buttons == []
    await forum.group.expect("⚠️ Сообщения не доходят", thread=ticket.thread)
    forum.anna.unblock_bot()
    await forum.group.expect(lambda seen: seen.id == ticket.card.id and "⚠️" not in seen.text, thread=ticket.thread)


async def test_whoever_is_back_is_told_of_on_the_card_and_in_the_topic(
    forum: FrontDesk, ticket: Posted, back: Seen
) -> None:
    await forum.group.expect("Не дошли 2 сообщения", thread=ticket.thread)
    card = _card(forum, ticket).text
    assert f"⚠️ {BACK}" in card
    assert _arrived(forum) == []


async def test_what_was_refused_is_sent_again_in_order_and_once(forum: FrontDesk, ticket: Posted, back: Seen) -> None:
    pressed = await forum.oleg.press(back, "Отправить ещё раз")
    assert pressed.text == "Отправляю ещё раз 2 сообщения."
    await forum.anna.expect("два")
    await forum.group.expect(lambda seen: seen.id == ticket.card.id and "⚠️" not in seen.text, thread=ticket.thread)
    again = await forum.vera.press(back, "Отправить ещё раз")
    assert "всё уже отправлено" in (again.text or "")
    await queued(forum, 0)
    assert _arrived(forum) == ["раз", "два"]


async def test_the_remark_under_the_message_sends_again_too(forum: FrontDesk, ticket: Posted) -> None:
    forum.anna.block_bot()
    _, told = await _refused(forum, ticket, "раз")
    forum.anna.unblock_bot()
    await forum.group.expect("не дошло 1 сообщение", thread=ticket.thread)
    await forum.oleg.press(told, "Отправить ещё раз")
    await forum.anna.expect("раз")


async def test_while_the_bot_is_blocked_nothing_is_sent_again(forum: FrontDesk, ticket: Posted) -> None:
    forum.anna.block_bot()
    _, told = await _refused(forum, ticket, "раз")
    calls = len(forum.telegram.calls("sendMessage", forum.anna.id))
    pressed = await forum.oleg.press(told, "Отправить ещё раз")
    assert "всё ещё не пускает бота" in (pressed.text or "")
    await queued(forum, 0)
    assert len(forum.telegram.calls("sendMessage", forum.anna.id)) == calls


async def test_what_is_refused_once_more_can_be_sent_once_more(forum: FrontDesk, ticket: Posted, back: Seen) -> None:
    forum.telegram.faults.add(
        "sendMessage", forum.anna.id, status=403, description="Forbidden: bot was blocked by the user", times=1
    )
    await forum.oleg.press(back, "Отправить ещё раз")
    await forum.anna.expect("два")
    told = await forum.group.expect(BLOCKED, thread=ticket.thread)
    await forum.oleg.press(told, "Отправить ещё раз")
    await forum.anna.expect("раз")
    assert _arrived(forum) == ["два", "раз"]


async def test_only_agents_send_again(forum: FrontDesk, ticket: Posted, back: Seen) -> None:
    forum.group.leave(forum.vera)
    await written(forum, forum.anna, "я вернулась", ticket.thread)
    pressed = await forum.vera.press(back, "Отправить ещё раз")
    assert "только сотрудники" in (pressed.text or "")
    await queued(forum, 0)
    assert _arrived(forum) == []


async def test_an_album_that_a_block_kept_back_is_sent_again_as_an_album(forum: FrontDesk, ticket: Posted) -> None:
    forum.anna.block_bot()
    parts = await forum.oleg.send_album(3, caption="схема", chat=forum.group, thread=ticket.thread)
    told = await forum.group.expect(BLOCKED, thread=ticket.thread)
    assert told.reply_to == parts[0].id
    forum.anna.unblock_bot()
    await forum.group.expect("не дошло 1 сообщение", thread=ticket.thread)
    await forum.oleg.press(told, "Отправить ещё раз")
    shown = [await forum.anna.expect(lambda seen: seen.kind == "photo") for _ in parts]
    assert [seen.file_id for seen in shown] == [seen.file_id for seen in parts]
    assert len({seen.album for seen in shown}) == 1


async def test_each_of_a_subscribers_tickets_tells_of_its_own(forum: FrontDesk, ticket: Posted) -> None:
    other = await posted(forum, forum.anna, "Телевизор не показывает")
    quiet = await posted(forum, forum.anna, "Вопрос о тарифе")
    forum.anna.block_bot()
    await _refused(forum, ticket, "раз")
    await _refused(forum, other, "два")
    forum.anna.unblock_bot()
    await forum.group.expect("не дошло 1 сообщение", thread=ticket.thread)
    back = await forum.group.expect("не дошло 1 сообщение", thread=other.thread)
    await forum.oleg.press(back, "Отправить ещё раз")
    await forum.anna.expect("два")
    await queued(forum, 0)
    assert _arrived(forum) == ["два"]
    assert not [seen for seen in forum.group.messages(quiet.thread) if BACK in seen.text]


async def test_whoever_is_back_and_lacks_nothing_is_no_news(forum: FrontDesk, ticket: Posted) -> None:
    forum.anna.block_bot()
    forum.anna.unblock_bot()
    await written(forum, forum.anna, "случайно нажала", ticket.thread)
    await queued(forum, 0)
    assert not [seen for seen in forum.group.messages() if BACK in seen.text]


async def test_words_that_arrive_show_that_the_bot_is_let_in(forum: FrontDesk, ticket: Posted) -> None:
    """Even if Telegram's word of it was lost."""
    forum.anna.block_bot()
    _, told = await _refused(forum, ticket, "раз")
    forum.anna.chat.chat.blocked = False
    await forum.oleg.write_in(forum.group, "два", thread=ticket.thread)
    await forum.anna.expect("два")
    await queued(forum, 0)
    person = await forum.database.read(lambda session: People(session).of(forum.anna.id))
    assert person is not None
    assert person.blocked_at is None
    await forum.oleg.press(told, "Отправить ещё раз")
    await forum.anna.expect("раз")


async def test_in_a_group_without_topics_it_is_told_in_reply_too(plain: FrontDesk, plain_ticket: Posted) -> None:
    plain.anna.block_bot()
    said = await plain.oleg.write_in(plain.group, "вы здесь?", reply_to=plain_ticket.card)
    told = await plain.group.expect(BLOCKED)
    assert told.reply_to == said.id
