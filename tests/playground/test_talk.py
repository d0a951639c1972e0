"""People and the bot talk: what each sends reaches the other as Telegram would bring it."""

from aiogram import Bot
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup, KeyboardButton, ReplyKeyboardMarkup, Update

from bot.playground import Group, Person, Playground

YES = InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="Да", callback_data="yes")]])


async def only_update(bot: Bot) -> Update:
    (update,) = await bot.get_updates()
    await bot.get_updates(offset=update.update_id + 1)
    return update


async def test_a_person_writes_and_the_bot_reads_it(bot: Bot, anna: Person) -> None:
    await anna.write("/faq как оплатить на example.com?")
    message = (await only_update(bot)).message
    assert message
    assert message.from_user
    assert message.text == "/faq как оплатить на example.com?"
    assert [entity.type for entity in message.entities or []] == ["bot_command", "url"]
    assert (message.chat.type, message.chat.id, message.from_user.language_code) == ("private", 1001, "ru")


async def test_the_bot_answers_and_the_person_sees_it(bot: Bot, anna: Person) -> None:
    sent = await bot.send_message(1001, "<b>Оплатить</b> можно так", parse_mode="HTML", reply_markup=YES)
    seen = await anna.expect("Оплатить")
    assert seen.id == sent.message_id
    assert seen.html == "<b>Оплатить</b> можно так"
    assert [button.text for button in seen.buttons] == ["Да"]


async def test_a_press_waits_for_the_answer(bot: Bot, anna: Person) -> None:
    await bot.send_message(1001, "Продолжить?", reply_markup=YES)
    query = anna.start_press(await anna.expect("Продолжить"), "yes")
    callback = (await only_update(bot)).callback_query
    assert callback
    assert callback.data == "yes"
    assert callback.message
    assert callback.message.message_id
    await bot.answer_callback_query(callback.id, "Готово", show_alert=True)
    assert query.answer == {"text": "Готово", "show_alert": True, "url": None}


async def test_an_edit_is_seen_in_place(bot: Bot, anna: Person) -> None:
    sent = await bot.send_message(1001, "Один", reply_markup=YES)
    await bot.edit_message_text("Два", chat_id=1001, message_id=sent.message_id)
    seen = await anna.expect("Два")
    assert (seen.id, seen.buttons, seen.edited) == (sent.message_id, [], True)


async def test_an_album_comes_as_separate_updates_of_one_group(bot: Bot, anna: Person) -> None:
    await anna.send_album(3, caption="фото")
    messages = [update.message for update in await bot.get_updates()]
    assert len({message.media_group_id for message in messages if message}) == 1
    assert [message.caption for message in messages if message] == ["фото", None, None]
    sizes = messages[0].photo if messages[0] else None
    assert sizes
    assert sizes[-1].width > sizes[0].width


async def test_a_photo_can_be_downloaded(bot: Bot, anna: Person) -> None:
    seen = await anna.send_photo()
    assert seen.file_id
    content = await bot.download(seen.file_id)
    assert content
    assert content.read().startswith(b"\x89PNG")


async def test_the_reply_keyboard_shares_the_own_phone(bot: Bot, anna: Person) -> None:
    button = KeyboardButton(text="Мой номер", request_contact=True)
    markup = ReplyKeyboardMarkup(keyboard=[[button]], one_time_keyboard=True)
    await bot.send_message(1001, "Поделитесь номером", reply_markup=markup)
    assert anna.chat.reply_keyboard == [["Мой номер"]]
    await anna.tap("номер")
    message = (await only_update(bot)).message
    assert message
    assert message.contact
    assert (message.contact.user_id, message.contact.phone_number) == (1001, "+79001234567")
    assert anna.chat.reply_keyboard == []


async def test_a_topic_carries_talk_both_ways(bot: Bot, forum: Group, oleg: Person) -> None:
    topic = await bot.create_forum_topic(forum.id, "№1 Анна")
    await bot.send_message(forum.id, "Карточка", message_thread_id=topic.message_thread_id)
    card = await forum.expect("Карточка", thread=topic.message_thread_id)
    assert card.raw["reply_to_message"]["forum_topic_created"]["name"] == "№1 Анна"
    await oleg.write_in(forum, "Здравствуйте", thread=topic.message_thread_id)
    created, written = [update.message for update in await bot.get_updates()]
    assert created
    assert created.forum_topic_created
    assert written
    assert (written.message_thread_id, written.is_topic_message) == (topic.message_thread_id, True)
    assert (forum.topic("№1").id, card.thread) == (topic.message_thread_id,) * 2


async def test_the_journal_keeps_what_was_called(bot: Bot, pg: Playground, anna: Person) -> None:
    await bot.send_message(1001, "раз")
    (call,) = pg.calls("sendMessage", chat_id=1001)
    assert (call.params["text"], call.ok, call.result["text"]) == ("раз", True, "раз")
