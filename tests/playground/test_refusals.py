"""What Telegram refuses, the playground refuses, in the same words."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramAPIError, TelegramBadRequest, TelegramForbiddenError, TelegramMigrateToChat
from aiogram.types import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    ReplyParameters,
)

from bot.playground import Group, Person, Playground

Refuses = Callable[[Awaitable[Any], str], Awaitable[TelegramAPIError]]
NOT_MODIFIED = (
    "Bad Request: message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)


def keyboard(*buttons: InlineKeyboardButton) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup(inline_keyboard=[list(buttons)])


class TestText:
    @pytest.mark.parametrize("text", ["", "   \n", "<b></b>", "<b> </b>"])
    async def test_nothing_to_say(self, bot: Bot, anna: Person, refuses: Refuses, text: str) -> None:
        await refuses(bot.send_message(1001, text, parse_mode="HTML"), "Bad Request: message text is empty")

    async def test_4096_units_pass_and_one_more_is_too_long(self, bot: Bot, anna: Person, refuses: Refuses) -> None:
        await bot.send_message(1001, "я" * 4096)
        await bot.send_message(1001, "<b>" + "я" * 4096 + "</b>", parse_mode="HTML")
        await refuses(bot.send_message(1001, "я" * 4097), "Bad Request: message is too long")
        await refuses(bot.send_message(1001, "😀" * 2049), "Bad Request: message is too long")

    async def test_captions_end_at_1024(self, bot: Bot, anna: Person, refuses: Refuses) -> None:
        photo = (await anna.send_photo()).file_id or ""
        await bot.send_photo(1001, photo, caption="ж" * 1024)
        await refuses(bot.send_photo(1001, photo, caption="ж" * 1025), "Bad Request: message caption is too long")

    @pytest.mark.parametrize(
        ("html", "complaint"),
        [
            ("<p>нет", 'Unsupported start tag "p" at byte offset 0'),
            ("раз <b>два", 'Can\'t find end tag corresponding to start tag "b"'),
            ("<b><i>x</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
            ("x</b>", "Unexpected end tag at byte offset 1"),
            ("ж < 5", "Unclosed start tag at byte offset 3"),
            ('<span class="x">y</span>', 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ],
    )
    async def test_bad_markup(self, bot: Bot, anna: Person, refuses: Refuses, html: str, complaint: str) -> None:
        call = bot.send_message(1001, html, parse_mode="HTML")
        await refuses(call, f"Bad Request: can't parse entities: {complaint}")

    async def test_an_unknown_parse_mode(self, bot: Bot, anna: Person, refuses: Refuses) -> None:
        await refuses(bot.send_message(1001, "x", parse_mode="BBCode"), "Bad Request: unsupported parse_mode")


class TestWhereTo:
    async def test_an_unknown_chat(self, bot: Bot, refuses: Refuses) -> None:
        assert isinstance(await refuses(bot.send_message(5, "x"), "Bad Request: chat not found"), TelegramBadRequest)

    async def test_a_person_who_never_started(self, bot: Bot, pg: Playground, refuses: Refuses) -> None:
        pg.person(7, "Никто")
        description = "Forbidden: bot can't initiate conversation with a user"
        assert isinstance(await refuses(bot.send_message(7, "x"), description), TelegramForbiddenError)

    async def test_a_person_who_blocked_the_bot(self, bot: Bot, anna: Person, refuses: Refuses) -> None:
        anna.block_bot()
        await refuses(bot.send_message(1001, "x"), "Forbidden: bot was blocked by the user")
        await refuses(bot.send_chat_action(1001, "typing"), "Forbidden: bot was blocked by the user")
        anna.unblock_bot()
        await bot.send_message(1001, "снова")

    async def test_a_group_the_bot_left(self, bot: Bot, forum: Group, refuses: Refuses) -> None:
        await bot.leave_chat(forum.id)
        call = bot.send_message(forum.id, "x")
        await refuses(call, "Forbidden: bot is not a member of the supergroup chat")

    async def test_a_group_that_kicked_it(self, bot: Bot, forum: Group, refuses: Refuses) -> None:
        forum.set_bot("kicked")
        await refuses(bot.send_message(forum.id, "x"), "Forbidden: bot was kicked from the supergroup chat")

    async def test_a_group_that_became_a_supergroup(self, bot: Bot, pg: Playground) -> None:
        group = pg.group(-500, "Малая").upgrade()
        with pytest.raises(TelegramMigrateToChat) as caught:
            await bot.send_message(-500, "x")
        assert caught.value.migrate_to_chat_id == group.id
        await bot.send_message(group.id, "x")

    async def test_a_reply_to_nothing(self, bot: Bot, anna: Person, refuses: Refuses) -> None:
        missing = ReplyParameters(message_id=999)
        call = bot.send_message(1001, "x", reply_parameters=missing)
        await refuses(call, "Bad Request: message to be replied not found")
        lenient = ReplyParameters(message_id=999, allow_sending_without_reply=True)
        assert not (await bot.send_message(1001, "x", reply_parameters=lenient)).reply_to_message

    async def test_a_quote_that_is_not_there(self, bot: Bot, anna: Person, refuses: Refuses) -> None:
        message = await anna.write("вот мой вопрос")
        good = ReplyParameters(message_id=message.id, quote="мой вопрос")
        sent = await bot.send_message(1001, "x", reply_parameters=good)
        assert sent.quote
        assert sent.quote.text == "мой вопрос"
        bad = ReplyParameters(message_id=message.id, quote="твой вопрос")
        await refuses(bot.send_message(1001, "x", reply_parameters=bad), "Bad Request: QUOTE_TEXT_INVALID")


class TestEditing:
    async def test_nothing_changes(self, bot: Bot, anna: Person, refuses: Refuses) -> None:
        markup = keyboard(InlineKeyboardButton(text="Да", callback_data="y"))
        sent = await bot.send_message(1001, "<b>раз</b>", parse_mode="HTML", reply_markup=markup)
        where: dict[str, Any] = {"chat_id": 1001, "message_id": sent.message_id}
        same = bot.edit_message_text("<b>раз</b>", parse_mode="HTML", reply_markup=markup, **where)
        await refuses(same, NOT_MODIFIED)
        await refuses(bot.edit_message_reply_markup(reply_markup=markup, **where), NOT_MODIFIED)
        await bot.edit_message_reply_markup(**where)
        await bot.edit_message_text("раз", **where)
        await refuses(bot.edit_message_text("раз ", **where), NOT_MODIFIED)

    async def test_no_such_message(self, bot: Bot, anna: Person, refuses: Refuses) -> None:
        call = bot.edit_message_text("x", chat_id=1001, message_id=99)
        await refuses(call, "Bad Request: message to edit not found")

    async def test_someone_elses_message(self, bot: Bot, anna: Person, refuses: Refuses) -> None:
        message = await anna.write("моё")
        call = bot.edit_message_text("x", chat_id=1001, message_id=message.id)
        await refuses(call, "Bad Request: message can't be edited")

    async def test_text_and_caption_are_not_the_same(self, bot: Bot, anna: Person, refuses: Refuses) -> None:
        photo = await bot.send_photo(1001, (await anna.send_photo()).file_id or "")
        where: dict[str, Any] = {"chat_id": 1001, "message_id": photo.message_id}
        await refuses(bot.edit_message_text("x", **where), "Bad Request: there is no text in the message to edit")
        await bot.edit_message_caption(caption="подпись", **where)
        assert anna.chat.message(photo.message_id).text == "подпись"


class TestDeleting:
    async def test_a_message_older_than_two_days(
        self, bot: Bot, pg: Playground, anna: Person, refuses: Refuses
    ) -> None:
        sent = await bot.send_message(1001, "x")
        pg.advance(48 * 3600 + 1)
        call = bot.delete_message(1001, sent.message_id)
        await refuses(call, "Bad Request: message can't be deleted for everyone")

    async def test_a_message_that_is_gone(self, bot: Bot, anna: Person, refuses: Refuses) -> None:
        sent = await bot.send_message(1001, "x")
        await bot.delete_message(1001, sent.message_id)
        assert sent.message_id not in [message.id for message in anna.chat.messages]
        call = bot.delete_message(1001, sent.message_id)
        await refuses(call, "Bad Request: message to delete not found")

    async def test_others_messages_need_a_right(self, bot: Bot, forum: Group, oleg: Person, refuses: Refuses) -> None:
        forum.promote_bot({"can_manage_topics": True})
        message = await oleg.write_in(forum, "моё")
        call = bot.delete_message(forum.id, message.id)
        await refuses(call, "Bad Request: message can't be deleted")
        forum.promote_bot({"can_delete_messages": True})
        await bot.delete_message(forum.id, message.id)
