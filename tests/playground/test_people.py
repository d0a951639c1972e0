"""The people's side: what tests and the tour do in their name, and what they are told when the bot fails them."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramAPIError, TelegramForbiddenError
from aiogram.types import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InlineQueryResultsButton,
    InputTextMessageContent,
    KeyboardButton,
    LabeledPrice,
    ReactionTypeEmoji,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
)

from bot.playground import Group, Person, Playground

Refuses = Callable[[Awaitable[Any], str], Awaitable[TelegramAPIError]]
YES = InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="Да, конечно", callback_data="yes")]])


async def test_what_never_came_is_told_with_the_chats_end(bot: Bot, anna: Person) -> None:
    await bot.send_message(1001, "Привет", reply_markup=YES)
    with pytest.raises(AssertionError, match="has not shown 'Пока'") as caught:
        await anna.expect("Пока", timeout=0.01)
    assert "Билетик: Привет\n      [Да, конечно]" in str(caught.value)


async def test_each_thing_is_expected_once(bot: Bot, anna: Person) -> None:
    await bot.send_message(1001, "раз")
    await bot.send_message(1001, "раз два")
    assert (await anna.expect("раз")).text == "раз"
    assert (await anna.expect("раз")).text == "раз два"
    await anna.expect_nothing(seconds=0.01)


async def test_expecting_waits(bot: Bot, anna: Person) -> None:
    waiting = asyncio.create_task(anna.expect(lambda seen: seen.kind == "location"))
    await asyncio.sleep(0.01)
    await bot.send_message(1001, "не то")
    await bot.send_location(1001, 55, 37)
    assert (await waiting).kind == "location"


async def test_what_should_not_come_is_noticed(bot: Bot, anna: Person) -> None:
    await bot.send_message(1001, "лишнее")
    with pytest.raises(AssertionError, match="лишнее"):
        await anna.expect_nothing()


async def test_catching_up_forgets_what_came(bot: Bot, anna: Person) -> None:
    await bot.send_message(1001, "меню")
    anna.chat.catch_up()
    with pytest.raises(AssertionError):
        await anna.expect("меню", timeout=0.01)


async def test_a_press_without_an_answer_is_a_failure(bot: Bot, anna: Person) -> None:
    await bot.send_message(1001, "Продолжить?", reply_markup=YES)
    seen = await anna.expect()
    with pytest.raises(AssertionError, match="has not answered the button 'yes'"):
        await anna.press(seen, "конечно", timeout=0.01)
    with pytest.raises(AssertionError, match="no button 'Нет'"):
        await anna.press(seen, "Нет")


async def test_a_press_under_a_deleted_message(bot: Bot, anna: Person) -> None:
    sent = await bot.send_message(1001, "Продолжить?", reply_markup=YES)
    seen = await anna.expect()
    await bot.delete_message(1001, sent.message_id)
    anna.start_press(seen, "yes")
    update = (await bot.get_updates())[-1]
    assert update.callback_query
    assert update.callback_query.message
    assert update.callback_query.message.date == 0
    assert seen.deleted


async def test_a_long_text_goes_in_pieces_as_from_a_phone(bot: Bot, anna: Person) -> None:
    await anna.write("я" * 10_000)
    lengths = [len(update.message.text or "") for update in await bot.get_updates() if update.message]
    assert lengths == [4096, 4096, 1808]


async def test_an_edit_reaches_the_bot(bot: Bot, anna: Person) -> None:
    message = await anna.write("как оплатит")
    await anna.edit(message, "как оплатить")
    _, update = await bot.get_updates()
    assert update.edited_message
    assert (update.edited_message.text, update.edited_message.message_id) == ("как оплатить", message.id)
    assert update.edited_message.edit_date


async def test_an_own_deletion_does_not_reach_the_bot(bot: Bot, anna: Person) -> None:
    message = await anna.write("ой")
    await bot.get_updates()
    await anna.delete(message)
    assert len(await bot.get_updates()) == 1
    assert message.id not in [seen.id for seen in anna.chat.messages]


async def test_every_small_thing_can_be_sent(bot: Bot, anna: Person) -> None:
    await anna.send_location()
    await anna.send_venue("Офис", "Ленина, 1")
    await anna.send_poll("Когда?", ["Сегодня", "Завтра"])
    await anna.send_dice()
    await anna.send_contact("+79990000000", user_id=77)
    await anna.send_raw({"story": {"chat": {"id": 5, "type": "private", "first_name": "X"}, "id": 1}})
    await anna.forward(await anna.write("переслано"))
    messages = [update.message for update in await bot.get_updates() if update.message]
    kinds = ["location", "venue", "poll", "dice", "contact", "story", "text", "text"]
    assert [message.content_type for message in messages] == kinds
    assert messages[-1].forward_origin


async def test_a_reply_carries_what_it_answers(bot: Bot, anna: Person) -> None:
    sent = await bot.send_message(1001, "вопрос")
    await anna.write("ответ", reply_to=await anna.expect("вопрос"))
    message = (await bot.get_updates())[-1].message
    assert message
    assert message.reply_to_message
    assert (message.reply_to_message.message_id, message.message_thread_id) == (sent.message_id, None)


async def test_the_reply_keyboard_comes_and_goes(bot: Bot, anna: Person) -> None:
    await bot.send_message(1001, "меню", reply_markup=ReplyKeyboardMarkup(keyboard=[[KeyboardButton(text="Баланс")]]))
    await anna.tap("Баланс")
    assert anna.chat.reply_keyboard == [["Баланс"]]
    await bot.send_message(1001, "всё", reply_markup=ReplyKeyboardRemove())
    assert anna.chat.reply_keyboard == []
    with pytest.raises(AssertionError, match="no such button"):
        await anna.tap("Баланс")


async def test_an_inline_query_and_its_choice(bot: Bot, anna: Person) -> None:
    asking = asyncio.create_task(anna.inline("роутер"))
    await asyncio.sleep(0.01)
    (update,) = await bot.get_updates()
    assert update.inline_query
    content = InputTextMessageContent(message_text="<b>Роутер</b>", parse_mode="HTML")
    result = InlineQueryResultArticle(id="r1", title="Роутер", input_message_content=content)
    await bot.answer_inline_query(update.inline_query.id, [result])
    offered = await asking
    assert offered.titles == ["Роутер"]
    posted = await anna.choose(offered.results[0], "роутер")
    assert posted.html == "<b>Роутер</b>"
    chosen = (await bot.get_updates())[-2].chosen_inline_result
    assert chosen
    assert (chosen.result_id, chosen.inline_message_id) == ("r1", None)


async def test_a_chosen_result_stands_where_it_was_typed(bot: Bot, anna: Person, pg: Playground) -> None:
    group = pg.group(-100200, "Соседи", members=[anna])
    link = InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="Ещё", url="https://t.me/biletik_bot")]])
    result = {"id": "r1", "title": "Роутер", "reply_markup": link.model_dump(exclude_none=True)}
    posted = await anna.choose(result, "роутер", chat=group)
    assert (posted.chat.id, posted.raw["via_bot"]["id"]) == (-100200, bot.id)
    chosen = (await bot.get_updates())[-2].chosen_inline_result
    assert chosen
    assert chosen.inline_message_id


async def test_results_are_checked_as_telegram_checks_them(bot: Bot, anna: Person, refuses: Refuses) -> None:
    asking = asyncio.create_task(anna.inline("роутер"))
    await asyncio.sleep(0.01)
    (update,) = await bot.get_updates()
    assert update.inline_query
    query = update.inline_query.id
    content = InputTextMessageContent(message_text="Роутер")
    fine = InlineQueryResultArticle(id="r1", title="Роутер", input_message_content=content)
    untitled = InlineQueryResultArticle(id="r1", title=" ", input_message_content=content)
    wrong = InlineQueryResultsButton(text="Сюда", start_parameter="с пробелом")
    await refuses(bot.answer_inline_query(query, [untitled]), "Bad Request: ARTICLE_TITLE_EMPTY")
    await refuses(bot.answer_inline_query(query, [fine, fine]), "Bad Request: RESULT_ID_DUPLICATE")
    await refuses(bot.answer_inline_query(query, [fine], next_offset="9" * 65), "Bad Request: NEXT_OFFSET_INVALID")
    await refuses(bot.answer_inline_query(query, [fine], button=wrong), "Bad Request: START_PARAM_INVALID")
    await bot.answer_inline_query(query, [fine], next_offset="9" * 64)
    assert (await asking).titles == ["Роутер"]


async def test_a_phone_asks_no_bot_that_has_no_inline_mode_nor_too_much(anna: Person) -> None:
    with pytest.raises(ValueError, match="256"):
        await anna.inline("я" * 257)
    anna.world.me["supports_inline_queries"] = False
    with pytest.raises(ValueError, match="inline mode"):
        await anna.inline("роутер")


async def test_a_payment_is_asked_about_and_then_told_of(bot: Bot, anna: Person) -> None:
    prices = [LabeledPrice(label="Интернет", amount=50000)]
    await bot.send_invoice(1001, "Счёт", "За ноябрь", "contract-1", "RUB", prices, provider_token="pay")
    paying = asyncio.create_task(anna.pay(await anna.expect(lambda seen: seen.kind == "invoice")))
    await asyncio.sleep(0.01)
    (update,) = await bot.get_updates()
    assert update.pre_checkout_query
    assert (update.pre_checkout_query.invoice_payload, update.pre_checkout_query.total_amount) == (
        "contract-1",
        50000,
    )
    await bot.answer_pre_checkout_query(update.pre_checkout_query.id, ok=True)
    await paying
    message = (await bot.get_updates())[-1].message
    assert message
    assert message.successful_payment
    assert message.successful_payment.invoice_payload == "contract-1"


async def test_a_reaction_in_private_is_told_of_when_asked_for(bot: Bot, anna: Person) -> None:
    await bot.get_updates(allowed_updates=["message_reaction"])
    sent = await bot.send_message(1001, "помогло?")
    await anna.react(anna.chat.message(sent.message_id), "👍")
    (update,) = await bot.get_updates()
    assert update.message_reaction
    assert update.message_reaction.message_id == sent.message_id


async def test_an_anonymous_administrators_reaction_names_the_group(bot: Bot, forum: Group, oleg: Person) -> None:
    await bot.get_updates(allowed_updates=["message_reaction"])
    message = await oleg.write_in(forum, "раз")
    await oleg.react(message, "👍", anonymous=True)
    await oleg.react(message, "👍", anonymous=True)  # changes nothing, so nobody is told
    (update,) = await bot.get_updates()
    assert update.message_reaction
    assert update.message_reaction.user is None
    assert update.message_reaction.actor_chat
    assert update.message_reaction.actor_chat.id == forum.id


async def test_the_bots_own_reactions_and_those_of_groups_it_does_not_run_are_not_told(
    bot: Bot, forum: Group, oleg: Person
) -> None:
    await bot.get_updates(allowed_updates=["message_reaction"])
    message = await oleg.write_in(forum, "раз")
    await bot.set_message_reaction(forum.id, message.id, [ReactionTypeEmoji(emoji="👍")])
    forum.demote_bot()
    await oleg.react(message, "🔥")
    assert await bot.get_updates() == []


async def test_only_members_react_and_only_with_what_there_is(forum: Group, oleg: Person, anna: Person) -> None:
    message = await oleg.write_in(forum, "раз")
    with pytest.raises(ValueError, match="only members"):
        await anna.react(message, "👍")
    with pytest.raises(ValueError, match="nobody can react"):
        await oleg.react(message, "🚲")
    with pytest.raises(ValueError, match="at most 3"):
        await oleg.react(message, "👍", "👎", "🔥", "🎉")


async def test_copies_and_forwards_go_on(bot: Bot, anna: Person, forum: Group) -> None:
    album = await anna.send_album(2, caption="фото")
    ids = [seen.id for seen in album]
    copies = await bot.copy_messages(forum.id, 1001, [*ids, 999])
    assert len({forum.message(copy.message_id).album for copy in copies}) == 1
    forwarded = await bot.forward_message(forum.id, 1001, ids[0])
    assert forwarded.forward_origin
    copied = await bot.copy_message(forum.id, 1001, ids[0], caption="<i>другая</i>", parse_mode="HTML")
    assert forum.message(copied.message_id).html == "<i>другая</i>"


async def test_updates_survive_a_restart_of_the_bot(pg: Playground, bot: Bot, anna: Person) -> None:
    await anna.write("пока бот спал")
    first = await bot.get_updates()
    again = await bot.get_updates()
    assert [update.update_id for update in first] == [update.update_id for update in again]
    assert pg.calls("getUpdates")
    assert not pg.calls()


async def test_a_deleted_account_refuses_everything(bot: Bot, anna: Person) -> None:
    anna.delete_account()
    with pytest.raises(TelegramForbiddenError, match="user is deactivated"):
        await bot.send_message(1001, "?")


async def test_an_update_needs_a_number_whatever_else_is_wrong(pg: Playground) -> None:
    with pytest.raises(ValueError, match="update_id"):
        pg.inject({"update_id": "x"})
