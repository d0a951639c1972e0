"""Groups: who sees what, who is who, topics, and growing up."""

import pytest
from aiogram import Bot
from aiogram.types import ReplyParameters, Update

from bot.playground import Group, Person, Playground


async def texts(bot: Bot) -> list[str | None]:
    updates = await bot.get_updates()
    if updates:
        await bot.get_updates(offset=updates[-1].update_id + 1)
    return [update.message.text for update in updates if update.message]


async def one(bot: Bot) -> Update:
    (update,) = await bot.get_updates()
    await bot.get_updates(offset=update.update_id + 1)
    return update


async def test_a_plain_member_bot_sees_only_what_is_meant_for_it(bot: Bot, pg: Playground, oleg: Person) -> None:
    group = pg.group(-1001000000003, "Группа", members=[oleg], bot="member")
    sent = await bot.send_message(group.id, "спросите меня")
    await oleg.write_in(group, "болтовня")
    await oleg.write_in(group, "/stats")
    await oleg.write_in(group, "/stats@other_bot")
    await oleg.write_in(group, "/stats@Biletik_Bot сейчас")
    await oleg.write_in(group, "ответ", reply_to=sent.message_id)
    assert await texts(bot) == ["/stats", "/stats@Biletik_Bot сейчас", "ответ"]


async def test_an_administrator_bot_sees_everything(bot: Bot, forum: Group, oleg: Person) -> None:
    await oleg.write_in(forum, "болтовня")
    assert await texts(bot) == ["болтовня"]


async def test_a_reply_in_a_plain_supergroup_has_a_thread_but_no_topic(bot: Bot, pg: Playground, oleg: Person) -> None:
    group = pg.group(-1001000000004, "Группа", members=[oleg])
    sent = await bot.send_message(group.id, "карточка")
    await oleg.write_in(group, "ответ", reply_to=sent.message_id)
    message = (await one(bot)).message
    assert message
    assert message.reply_to_message
    assert message.reply_to_message.text == "карточка"
    assert (message.message_thread_id, message.is_topic_message) == (sent.message_id, None)


async def test_a_reply_goes_to_the_topic_of_what_it_answers(bot: Bot, forum: Group, oleg: Person) -> None:
    topic = forum.open_topic("№1")
    message = await oleg.write_in(forum, "вопрос", thread=topic.id)
    sent = await bot.send_message(forum.id, "x", reply_parameters=ReplyParameters(message_id=message.id))
    assert (sent.message_thread_id, sent.is_topic_message) == (topic.id, True)
    other = forum.open_topic("№2")
    reply = ReplyParameters(message_id=message.id)
    across = await bot.send_message(forum.id, "x", message_thread_id=other.id, reply_parameters=reply)
    assert across.external_reply
    assert across.external_reply.message_id == message.id


async def test_a_persons_reply_goes_where_the_original_is(bot: Bot, forum: Group, oleg: Person) -> None:
    topic = await bot.create_forum_topic(forum.id, "№1")
    await bot.send_message(forum.id, "карточка", message_thread_id=topic.message_thread_id)
    reply = await oleg.write_in(forum, "ответ", reply_to=await forum.expect("карточка"))
    assert (reply.thread, reply.reply_to) == (topic.message_thread_id, topic.message_thread_id + 1)


async def test_an_anonymous_administrator_has_no_name(bot: Bot, forum: Group, oleg: Person) -> None:
    await oleg.write_in(forum, "от имени группы", anonymous=True)
    message = (await one(bot)).message
    assert message
    assert message.from_user
    assert message.from_user.id == 1087968824
    assert message.sender_chat
    assert message.sender_chat.id == forum.id


async def test_a_post_of_the_linked_channel_appears(bot: Bot, pg: Playground) -> None:
    group = pg.group(-1001000000005, "Обсуждение")
    group.post_from_channel("Новости", "Работы ночью")
    message = (await one(bot)).message
    assert message
    assert message.from_user
    assert (message.is_automatic_forward, message.from_user.id) == (True, 777000)
    assert (await bot.get_chat(group.id)).linked_chat_id


async def test_the_bot_is_told_of_its_rise_and_fall(bot: Bot, forum: Group) -> None:
    forum.demote_bot()
    change = (await one(bot)).my_chat_member
    assert change
    assert (change.old_chat_member.status, change.new_chat_member.status) == ("administrator", "member")
    forum.promote_bot({"can_manage_topics": True})
    change = (await one(bot)).my_chat_member
    assert change
    assert getattr(change.new_chat_member, "can_manage_topics", None) is True
    me = await bot.get_chat_member(forum.id, bot.id)
    assert getattr(me, "can_pin_messages", None) is False


async def test_the_bot_is_told_of_being_blocked(bot: Bot, anna: Person) -> None:
    anna.block_bot()
    change = (await one(bot)).my_chat_member
    assert change
    assert (change.chat.id, change.new_chat_member.status) == (1001, "kicked")
    with pytest.raises(ValueError, match="unblock"):
        await anna.write("?")


async def test_members_come_and_go(bot: Bot, forum: Group, anna: Person) -> None:
    assert (await bot.get_chat_member(forum.id, 1001)).status == "left"
    forum.join(anna)
    assert (await bot.get_chat_member(forum.id, 1001)).status == "member"
    joined = (await one(bot)).message
    assert joined
    assert joined.new_chat_members
    forum.kick(anna)
    assert (await bot.get_chat_member(forum.id, 1001)).status == "kicked"
    with pytest.raises(ValueError, match="not in the group"):
        await anna.write_in(forum, "?")


async def test_administrators_are_listed(bot: Bot, forum: Group) -> None:
    statuses = [person.status for person in await bot.get_chat_administrators(forum.id)]
    assert statuses == ["administrator", "creator"]


async def test_a_group_grows_into_a_supergroup(bot: Bot, pg: Playground, oleg: Person) -> None:
    group = pg.group(-700, "Малая", members=[oleg])
    new = group.upgrade()
    old_message, new_message = [update.message for update in await bot.get_updates()]
    assert old_message
    assert old_message.migrate_to_chat_id == new.id
    assert new_message
    assert new_message.migrate_from_chat_id == -700
    await oleg.write_in(new, "здесь")


async def test_topics_are_told_of_and_remembered(bot: Bot, forum: Group) -> None:
    icons = await bot.get_forum_topic_icon_stickers()
    topic = await bot.create_forum_topic(
        forum.id, "№1", icon_color=0x6FB9F0, icon_custom_emoji_id=icons[0].custom_emoji_id
    )
    await bot.edit_forum_topic(forum.id, topic.message_thread_id, name="№1 ✅")
    await bot.close_forum_topic(forum.id, topic.message_thread_id)
    kept = forum.topic("№1")
    assert (kept.name, kept.closed, kept.deleted, kept.icon_custom_emoji_id) == (
        "№1 ✅",
        True,
        False,
        icons[0].custom_emoji_id,
    )
    kinds = [update.message.content_type for update in await bot.get_updates() if update.message]
    assert kinds == ["forum_topic_created", "forum_topic_edited", "forum_topic_closed"]
    await bot.delete_forum_topic(forum.id, topic.message_thread_id)
    assert forum.messages(topic.message_thread_id) == []


async def test_people_close_reopen_and_delete_topics_too(bot: Bot, forum: Group, oleg: Person) -> None:
    topic = forum.open_topic("№5")
    forum.close_topic(topic.id)
    with pytest.raises(ValueError, match="closed"):
        await oleg.write_in(forum, "?", thread=topic.id)
    forum.reopen_topic(topic.id)
    await oleg.write_in(forum, "!", thread=topic.id)
    kinds = [update.message.content_type for update in await bot.get_updates() if update.message]
    assert kinds == ["forum_topic_created", "forum_topic_closed", "forum_topic_reopened", "text"]


async def test_a_public_group_is_found_by_name(bot: Bot, pg: Playground) -> None:
    group = pg.group(-1001000000006, "Открытая", username="open_group")
    chat = await bot.get_chat("@open_group")
    assert (chat.id, chat.username, chat.type) == (group.id, "open_group", "supergroup")


async def test_a_pin_is_told_of(bot: Bot, forum: Group) -> None:
    sent = await bot.send_message(forum.id, "важно")
    await bot.pin_chat_message(forum.id, sent.message_id)
    message = (await one(bot)).message
    assert message
    assert message.pinned_message
    assert message.pinned_message.message_id == sent.message_id
    pinned = (await bot.get_chat(forum.id)).pinned_message
    assert pinned
    assert pinned.message_id == sent.message_id
