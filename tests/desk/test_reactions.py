"""What one side sets on a message of a ticket appears on the other side's, and nowhere else."""

from typing import Any

import pytest

from bot.playground import Person, Seen
from bot.playground.chats import Json
from bot.telegram import remedies
from tests.conftest import FrontDesk
from tests.desk.conftest import Posted, a, at_work, depth, posted, queued, written

CUSTOM: Json = {"type": "custom_emoji", "custom_emoji_id": "5368324170671202286"}
PAID: Json = {"type": "paid"}


@pytest.fixture
async def words(forum: FrontDesk, ticket: Posted) -> Seen:
    """Anna's words in the topic."""
    return await written(forum, forum.anna, "Заработало!", ticket.thread)


def _at(person: Person, text: str) -> Seen:
    """The last of the messages with some words that somebody sees in private."""
    return next(seen for seen in reversed(person.chat.messages) if text in seen.text)


def _at_annas(desk: FrontDesk, text: str) -> Seen:
    return _at(desk.anna, text)


def _calls(desk: FrontDesk) -> list[Any]:
    return list(desk.telegram.calls("setMessageReaction"))


async def _settled(desk: FrontDesk, ticket: Posted) -> None:
    """All that was done so far has been handled, in private and in the topic, and what it made has left."""
    await written(desk, desk.anna, "проверка связи", ticket.thread)
    await desk.oleg.write_in(desk.group, "слышу вас", thread=ticket.thread)
    await desk.anna.expect("слышу вас")
    await queued(desk, 0)


async def test_an_agents_reaction_appears_under_the_subscribers_words(forum: FrontDesk, words: Seen) -> None:
    await forum.oleg.react(words, "🎉")
    await forum.anna.chat.expect_reactions(_at_annas(forum, "Заработало!"), "🎉")


async def test_a_subscribers_reaction_appears_under_the_agents_words(forum: FrontDesk, ticket: Posted) -> None:
    said = await forum.oleg.write_in(forum.group, "Готово", thread=ticket.thread)
    shown = await forum.anna.expect("Готово")
    await forum.anna.react(shown, "❤")
    await forum.group.expect_reactions(said, "❤")


async def test_a_reaction_that_changes_changes_and_one_taken_back_goes(forum: FrontDesk, words: Seen) -> None:
    target = _at_annas(forum, "Заработало!")
    await forum.oleg.react(words, "👍")
    await forum.anna.chat.expect_reactions(target, "👍")
    await forum.oleg.react(words, "🔥")
    await forum.anna.chat.expect_reactions(target, "🔥")
    await forum.oleg.react(words, None)
    await forum.anna.chat.expect_reactions(target)


async def test_of_several_agents_reactions_the_latest_shows_and_then_the_one_before(
    forum: FrontDesk, words: Seen
) -> None:
    target = _at_annas(forum, "Заработало!")
    await forum.oleg.react(words, "👍")
    await forum.anna.chat.expect_reactions(target, "👍")
    await forum.vera.react(words, "❤")
    await forum.anna.chat.expect_reactions(target, "❤")
    await forum.vera.react(words, None)
    await forum.anna.chat.expect_reactions(target, "👍")


async def test_an_anonymous_administrators_reaction_appears_too(forum: FrontDesk, words: Seen) -> None:
    await forum.oleg.react(words, "👍", anonymous=True)
    await forum.anna.chat.expect_reactions(_at_annas(forum, "Заработало!"), "👍")


async def test_a_channels_reaction_does_not(forum: FrontDesk, ticket: Posted, words: Seen) -> None:
    channel = {"id": -1009, "type": "channel", "title": "Новости"}
    _reacted(forum, words, actor_chat=channel)
    await _settled(forum, ticket)
    assert _calls(forum) == []


async def test_a_reaction_of_somebody_who_left_the_group_does_not(
    forum: FrontDesk, ticket: Posted, words: Seen
) -> None:
    forum.group.leave(forum.vera)
    _reacted(forum, words, user=forum.vera.user)
    await _settled(forum, ticket)
    assert _calls(forum) == []


def _reacted(desk: FrontDesk, message: Seen, **who: Json) -> None:
    """An update that says that somebody liked a message."""
    change: Json = {"old_reaction": [], "new_reaction": [{"type": "emoji", "emoji": "👍"}], "date": 1}
    update = {"chat": message.chat.wire(), "message_id": message.id} | who | change
    desk.telegram.inject({"message_reaction": update})


@pytest.mark.parametrize(
    ("set_there", "shown"),
    [((CUSTOM,), "👀"), ((PAID,), "👍"), (("🔥", CUSTOM), "🔥"), (("🔥", "❤"), "❤"), (("❤", PAID), "❤")],
    ids=["custom", "paid", "emoji before custom", "the latest of several", "emoji before paid"],
)
async def test_what_a_bot_cannot_set_is_shown_by_what_it_can(
    forum: FrontDesk, words: Seen, set_there: tuple[str | Json, ...], shown: str
) -> None:
    await forum.oleg.react(words, *set_there)
    await forum.anna.chat.expect_reactions(_at_annas(forum, "Заработало!"), shown)


async def test_of_reactions_added_one_by_one_the_last_one_added_shows(forum: FrontDesk, words: Seen) -> None:
    target = _at_annas(forum, "Заработало!")
    await forum.oleg.react(words, "❤")
    await forum.anna.chat.expect_reactions(target, "❤")
    await forum.oleg.react(words, "🔥", "❤")
    await forum.anna.chat.expect_reactions(target, "🔥")


async def test_reactions_to_cards_notes_and_the_bots_other_messages_stay_where_they_are(
    forum: FrontDesk, ticket: Posted
) -> None:
    note = await forum.oleg.write_in(forum.group, "// сложный случай", thread=ticket.thread)
    for message in (note, ticket.card):
        await forum.oleg.react(message, "👎")
    await forum.anna.react(_at_annas(forum, "Здравствуйте"), "👍")
    await _settled(forum, ticket)
    assert _calls(forum) == []


async def test_an_album_kept_among_agents_takes_no_reaction_across(forum: FrontDesk, ticket: Posted) -> None:
    parts = await forum.oleg.send_album(2, caption="// наша схема", chat=forum.group, thread=ticket.thread)
    for part in parts:
        await forum.oleg.react(part, "👎")
    await _settled(forum, ticket)
    assert _calls(forum) == []


async def test_a_part_of_an_album_takes_its_reaction_across(forum: FrontDesk, ticket: Posted) -> None:
    sent = await forum.anna.send_album(2)
    shown = [await forum.group.expect(a("photo"), thread=ticket.thread) for _ in sent]
    await forum.oleg.react(shown[1], "👌")
    await forum.anna.chat.expect_reactions(sent[1], "👌")
    assert sent[0].reactions == []


async def test_reactions_by_two_tickets_stay_apart(forum: FrontDesk, words: Seen) -> None:
    other = await posted(forum, forum.boris)
    theirs = await written(forum, forum.boris, "А у меня нет", other.thread)
    await forum.oleg.react(words, "🎉")
    await forum.oleg.react(theirs, "😢")
    await forum.boris.chat.expect_reactions(_at(forum.boris, "А у меня нет"), "😢")
    await forum.anna.chat.expect_reactions(_at_annas(forum, "Заработало!"), "🎉")


async def test_a_redelivered_update_sets_a_reaction_once(forum: FrontDesk, ticket: Posted, words: Seen) -> None:
    update: Json = {
        "update_id": 990_000_001,
        "message_reaction": {
            "chat": forum.group.chat.wire(),
            "message_id": words.id,
            "user": forum.oleg.user,
            "date": 1,
            "old_reaction": [],
            "new_reaction": [{"type": "emoji", "emoji": "👍"}],
        },
    }
    forum.telegram.inject(update)
    await forum.anna.chat.expect_reactions(_at_annas(forum, "Заработало!"), "👍")
    forum.telegram.inject(update)
    await _settled(forum, ticket)
    assert len(_calls(forum)) == 1


async def test_changes_made_while_the_bot_was_away_leave_as_one(closed_desk: FrontDesk) -> None:
    async with at_work(closed_desk) as desk:
        ticket = await posted(desk, desk.anna)
        words = await written(desk, desk.anna, "Заработало!", ticket.thread)
    for emoji in ("👍", "👎", None, "🔥"):
        await desk.oleg.react(words, emoji)
    desk.telegram.faults.add("setMessageReaction", desk.anna.id, status=429, retry_after=1, times=1)
    async with at_work(desk):
        await desk.anna.chat.expect_reactions(_at_annas(desk, "Заработало!"), "🔥")
        assert len(_calls(desk)) <= 3


@pytest.mark.parametrize(
    "refusal",
    [
        {"status": 400, "description": "Bad Request: REACTION_INVALID"},
        {"status": 400, "description": "Bad Request: message to react not found"},
        {"status": 400, "description": "Bad Request: MESSAGE_ID_INVALID"},
        {"status": 400, "description": "Bad Request: not enough rights"},
        {"status": 403, "description": "Forbidden: bot was blocked by the user"},
    ],
)
@pytest.mark.parametrize("to_desk", [True, False], ids=["to the desk", "to the subscriber"])
async def test_a_refused_reaction_is_dropped_and_nobody_is_bothered(
    forum: FrontDesk, ticket: Posted, words: Seen, refusal: dict[str, Any], *, to_desk: bool
) -> None:
    admin = forum.telegram.person(3001, "Админ")
    await admin.start()
    forum.telegram.faults.add("setMessageReaction", **refusal)
    if to_desk:
        await forum.anna.react(_at_annas(forum, "Заработало!"), "👍")
    else:
        await forum.oleg.react(words, "👍")
    await _settled(forum, ticket)
    assert len(_calls(forum)) == 1
    assert not [seen for seen in forum.group.messages() if "Не доставлено" in seen.text or "не принял" in seen.text]
    await admin.expect_nothing("Telegram не принял", seconds=0.1)
    assert len([seen for seen in forum.group.messages() if "Обращение №1 " in seen.text]) == 1


async def test_a_chat_that_allows_few_reactions_misses_the_others(
    forum: FrontDesk, ticket: Posted, words: Seen
) -> None:
    forum.group.chat.extra["available_reactions"] = [{"type": "emoji", "emoji": "👍"}]
    target = _at_annas(forum, "Заработало!")
    await forum.anna.react(target, "🔥")
    await _settled(forum, ticket)
    assert words.reactions == []
    await forum.anna.react(target, "👍")
    await forum.group.expect_reactions(words, "👍")


async def test_a_reaction_to_a_message_that_was_deleted_is_dropped(
    forum: FrontDesk, ticket: Posted, words: Seen
) -> None:
    await forum.oleg.delete(words)
    await forum.anna.react(_at_annas(forum, "Заработало!"), "👍")
    await _settled(forum, ticket)
    assert await depth(forum) == 0


@pytest.mark.parametrize("trouble", [{"status": 500}, {"drop": "before"}, {"drop": "after"}])
async def test_a_reaction_that_telegram_failed_on_is_set_again(
    forum: FrontDesk, words: Seen, monkeypatch: pytest.MonkeyPatch, trouble: dict[str, Any]
) -> None:
    monkeypatch.setattr(remedies, "PAUSES", (0.1,))
    forum.telegram.faults.add("setMessageReaction", times=1, **trouble)
    await forum.oleg.react(words, "👍")
    await forum.anna.chat.expect_reactions(_at_annas(forum, "Заработало!"), "👍")


async def test_a_reaction_that_telegram_never_takes_does_not_keep_words_back_for_ever(
    forum: FrontDesk, ticket: Posted, words: Seen, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(remedies, "PAUSES", (0.01,))
    forum.telegram.faults.add("setMessageReaction", status=500)
    await forum.oleg.react(words, "👍")
    await forum.oleg.write_in(forum.group, "Смотрю", thread=ticket.thread)
    await forum.anna.expect("Смотрю", timeout=20)
    assert len(_calls(forum)) == 1 + remedies.MOST_TRIES


async def test_in_a_group_without_topics_reactions_go_both_ways(plain: FrontDesk, plain_ticket: Posted) -> None:
    said = await plain.oleg.write_in(plain.group, "Смотрю", reply_to=plain_ticket.card)
    shown = await plain.anna.expect("Смотрю")
    await plain.anna.react(shown, "🙏")
    await plain.group.expect_reactions(said, "🙏")
    await plain.oleg.react(said, "👀")
    await plain.anna.chat.expect_reactions(shown, "🙏", "👀")
