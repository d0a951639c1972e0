"""What Telegram refuses of buttons, queries, topics, albums and reactions."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramAPIError
from aiogram.types import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaDocument,
    InputMediaPhoto,
    KeyboardButton,
    ReactionTypeCustomEmoji,
    ReactionTypeEmoji,
    ReactionTypePaid,
    ReactionTypeUnion,
    ReplyKeyboardMarkup,
)

from bot.playground import Group, Person, Playground

Refuses = Callable[[Awaitable[Any], str], Awaitable[TelegramAPIError]]
STALE = "Bad Request: query is too old and response timeout expired or query ID is invalid"


def keyboard(*buttons: InlineKeyboardButton) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup(inline_keyboard=[list(buttons)])


class TestButtons:
    @pytest.mark.parametrize(
        ("button", "complaint"),
        [
            (InlineKeyboardButton(text="x", callback_data="d" * 65), "BUTTON_DATA_INVALID"),
            (InlineKeyboardButton(text="x", callback_data="ж" * 33), "BUTTON_DATA_INVALID"),
            (
                InlineKeyboardButton(text=" ", callback_data="d"),
                "can't parse inline keyboard button: Inline keyboard button text must be non-empty",
            ),
            (
                InlineKeyboardButton(text="x"),
                "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
            ),
            (
                InlineKeyboardButton(text="x", url="позвони"),
                "inline keyboard button URL 'позвони' is invalid: Wrong HTTP URL",
            ),
        ],
    )
    async def test_bad_buttons(
        self, bot: Bot, anna: Person, refuses: Refuses, button: InlineKeyboardButton, complaint: str
    ) -> None:
        call = bot.send_message(1001, "x", reply_markup=keyboard(button))
        await refuses(call, f"Bad Request: {complaint}")
        assert [message.text for message in anna.chat.messages] == ["/start"]

    async def test_more_than_a_hundred_buttons(self, bot: Bot, anna: Person, refuses: Refuses) -> None:
        row = [InlineKeyboardButton(text=str(n), callback_data="d") for n in range(101)]
        await bot.send_message(1001, "x", reply_markup=keyboard(*row[:100]))
        call = bot.send_message(1001, "x", reply_markup=keyboard(*row))
        await refuses(call, "Bad Request: reply markup is too long")

    async def test_a_phone_is_asked_for_in_private_only(self, bot: Bot, forum: Group, refuses: Refuses) -> None:
        markup = ReplyKeyboardMarkup(keyboard=[[KeyboardButton(text="Номер", request_contact=True)]])
        call = bot.send_message(forum.id, "x", reply_markup=markup)
        await refuses(call, "Bad Request: phone number can be requested in private chats only")


class TestQueries:
    async def test_a_press_is_answered_once(self, bot: Bot, anna: Person, refuses: Refuses) -> None:
        query = anna.start_press(anna.chat.messages[0], "d")
        await bot.answer_callback_query(query.id)
        await refuses(bot.answer_callback_query(query.id), STALE)

    async def test_an_old_press(self, bot: Bot, pg: Playground, anna: Person, refuses: Refuses) -> None:
        query = anna.start_press(anna.chat.messages[0], "d")
        pg.advance(61)
        await refuses(bot.answer_callback_query(query.id), STALE)

    async def test_a_made_up_press(self, bot: Bot, refuses: Refuses) -> None:
        await refuses(bot.answer_callback_query("12345"), STALE)


class TestTopics:
    async def test_a_deleted_topic(self, bot: Bot, forum: Group, refuses: Refuses) -> None:
        topic = forum.open_topic("№1")
        forum.delete_topic(topic.id)
        call = bot.send_message(forum.id, "x", message_thread_id=topic.id)
        await refuses(call, "Bad Request: message thread not found")
        await refuses(bot.close_forum_topic(forum.id, topic.id), "Bad Request: TOPIC_DELETED")

    async def test_an_unknown_topic(self, bot: Bot, forum: Group, anna: Person, refuses: Refuses) -> None:
        gone = "Bad Request: message thread not found"
        await refuses(bot.send_message(forum.id, "x", message_thread_id=77), gone)
        await refuses(bot.send_message(forum.id, "x", message_thread_id=1), gone)
        await refuses(bot.send_message(1001, "x", message_thread_id=5), gone)
        await refuses(bot.close_forum_topic(forum.id, 77), "Bad Request: TOPIC_ID_INVALID")

    async def test_a_closed_topic(self, bot: Bot, forum: Group, refuses: Refuses) -> None:
        topic = await bot.create_forum_topic(forum.id, "№1")
        await bot.close_forum_topic(forum.id, topic.message_thread_id)
        call = bot.send_message(forum.id, "x", message_thread_id=topic.message_thread_id)
        await refuses(call, "Bad Request: TOPIC_CLOSED")
        again = bot.close_forum_topic(forum.id, topic.message_thread_id)
        await refuses(again, "Bad Request: TOPIC_NOT_MODIFIED")
        await bot.reopen_forum_topic(forum.id, topic.message_thread_id)
        await bot.send_message(forum.id, "x", message_thread_id=topic.message_thread_id)

    async def test_topics_need_a_forum_and_a_right(
        self, bot: Bot, pg: Playground, forum: Group, refuses: Refuses
    ) -> None:
        pg.group(-600, "Простая")
        await refuses(bot.create_forum_topic(-600, "x"), "Bad Request: the chat is not a forum")
        forum.promote_bot({"can_pin_messages": True})
        call = bot.create_forum_topic(forum.id, "x")
        await refuses(call, "Bad Request: not enough rights to create a topic")

    async def test_pins_need_a_right(self, bot: Bot, forum: Group, refuses: Refuses) -> None:
        sent = await bot.send_message(forum.id, "x")
        await bot.pin_chat_message(forum.id, sent.message_id)
        forum.promote_bot({"can_manage_topics": True})
        call = bot.unpin_chat_message(forum.id, message_id=sent.message_id)
        await refuses(call, "Bad Request: not enough rights to manage pinned messages in the chat")


class TestAlbums:
    async def test_from_two_to_ten(self, bot: Bot, anna: Person, refuses: Refuses) -> None:
        photo = InputMediaPhoto(media=(await anna.send_photo()).file_id or "")
        await bot.send_media_group(1001, [photo] * 10)
        eleven = bot.send_media_group(1001, [photo] * 11)
        await refuses(eleven, "Bad Request: too many messages to send as an album")
        one = bot.send_media_group(1001, [photo])
        await refuses(one, "Bad Request: there are not enough messages to send as an album")

    async def test_documents_keep_to_themselves(self, bot: Bot, anna: Person, refuses: Refuses) -> None:
        photo = InputMediaPhoto(media=(await anna.send_photo()).file_id or "")
        document = InputMediaDocument(media=(await anna.send_document()).file_id or "")
        call = bot.send_media_group(1001, [photo, document])
        await refuses(call, "Bad Request: Document can't be mixed with other media types")


async def test_one_known_reaction_per_message(bot: Bot, anna: Person, refuses: Refuses) -> None:
    message = await anna.write("спасибо")
    await bot.set_message_reaction(1001, message.id, [ReactionTypeEmoji(emoji="👍")])
    two: list[ReactionTypeUnion] = [ReactionTypeEmoji(emoji="👍"), ReactionTypeEmoji(emoji="🔥")]
    await refuses(bot.set_message_reaction(1001, message.id, two), "Bad Request: REACTIONS_TOO_MANY")
    odd: list[ReactionTypeUnion] = [ReactionTypeEmoji(emoji="🚲")]
    await refuses(bot.set_message_reaction(1001, message.id, odd), "Bad Request: REACTION_INVALID")
    await refuses(bot.set_message_reaction(1001, 777, []), "Bad Request: message to react not found")
    assert message.reactions == ["👍"]
    await bot.set_message_reaction(1001, message.id, [])
    assert message.reactions == []


async def test_a_bot_sets_nothing_paid_and_custom_emoji_only_where_they_are(
    bot: Bot, anna: Person, refuses: Refuses
) -> None:
    message = await anna.write("спасибо")
    custom: list[ReactionTypeUnion] = [ReactionTypeCustomEmoji(custom_emoji_id="5368324170671202286")]
    paid: list[ReactionTypeUnion] = [ReactionTypePaid()]
    await refuses(bot.set_message_reaction(1001, message.id, custom), "Bad Request: REACTION_INVALID")
    await refuses(bot.set_message_reaction(1001, message.id, paid), "Bad Request: REACTION_INVALID")
    await anna.react(message, {"type": "custom_emoji", "custom_emoji_id": "5368324170671202286"})
    await bot.set_message_reaction(1001, message.id, custom)
    await refuses(bot.set_message_reaction(1001, message.id, paid), "Bad Request: REACTION_INVALID")


async def test_a_bot_sets_what_the_group_allows_and_nothing_on_service_messages(
    bot: Bot, forum: Group, oleg: Person, refuses: Refuses
) -> None:
    forum.chat.extra["available_reactions"] = [{"type": "emoji", "emoji": "👍"}]
    message = await oleg.write_in(forum, "раз")
    fire: list[ReactionTypeUnion] = [ReactionTypeEmoji(emoji="🔥")]
    thumb: list[ReactionTypeUnion] = [ReactionTypeEmoji(emoji="👍")]
    await refuses(bot.set_message_reaction(forum.id, message.id, fire), "Bad Request: REACTION_INVALID")
    await bot.set_message_reaction(forum.id, message.id, thumb)
    with pytest.raises(ValueError, match="nobody can react"):
        await oleg.react(message, "🔥")
    topic = forum.open_topic("Новости")
    await refuses(bot.set_message_reaction(forum.id, topic.id, thumb), "Bad Request: REACTION_INVALID")
