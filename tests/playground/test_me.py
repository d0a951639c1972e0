"""What the bot says of itself, and what passes through without being seen."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramAPIError
from aiogram.types import BotCommand, BotCommandScopeChat, MenuButtonCommands

from bot.playground import Group, Person, Playground

Refuses = Callable[[Awaitable[Any], str], Awaitable[TelegramAPIError]]


async def test_who_the_bot_is(bot: Bot) -> None:
    me = await bot.me()
    assert (me.id, me.username, me.supports_inline_queries, me.can_read_all_group_messages) == (
        1000,
        "biletik_bot",
        True,
        False,
    )


async def test_commands_are_kept_by_scope_and_language(bot: Bot) -> None:
    ours = [BotCommand(command="balance", description="Баланс")]
    await bot.set_my_commands(ours)
    await bot.set_my_commands([], scope=BotCommandScopeChat(chat_id=5), language_code="en")
    assert [(one.command, one.description) for one in await bot.get_my_commands()] == [("balance", "Баланс")]
    assert await bot.get_my_commands(language_code="en") == []
    await bot.delete_my_commands()
    assert await bot.get_my_commands() == []


@pytest.mark.parametrize("name", ["Balance", "бал", "a" * 33, "a b"])
async def test_a_command_telegram_refuses(bot: Bot, refuses: Refuses, name: str) -> None:
    wrong = [BotCommand(command=name, description="x")]
    await refuses(bot.set_my_commands(wrong), "Bad Request: BOT_COMMAND_INVALID")


async def test_name_descriptions_and_menu(bot: Bot) -> None:
    await bot.set_my_description("Отвечаю на вопросы")
    await bot.set_my_short_description("Стойка")
    await bot.set_chat_menu_button(menu_button=MenuButtonCommands())
    assert (await bot.get_my_description()).description == "Отвечаю на вопросы"
    assert (await bot.get_my_short_description()).short_description == "Стойка"
    assert (await bot.get_my_name()).name == "Билетик"
    assert (await bot.get_chat_menu_button()).type == "commands"


async def test_chats_are_described(bot: Bot, anna: Person, forum: Group) -> None:
    private, group = await bot.get_chat(1001), await bot.get_chat(forum.id)
    assert (private.type, private.full_name) == ("private", "Анна Ким")
    assert (group.type, group.title, group.is_forum) == ("supergroup", "Поддержка", True)
    assert await bot.get_chat_member_count(forum.id) == 3


async def test_a_stranger_is_unknown(bot: Bot, pg: Playground, refuses: Refuses) -> None:
    pg.person(7, "Никто")
    await refuses(bot.get_chat(7), "Bad Request: chat not found")


async def test_rights_are_asked_for_in_passing(bot: Bot, forum: Group, oleg: Person, refuses: Refuses) -> None:
    assert (await bot.create_chat_invite_link(forum.id)).invite_link.startswith("https://t.me/+")
    await bot.ban_chat_member(forum.id, oleg.id)
    assert (await bot.get_chat_member(forum.id, oleg.id)).status == "kicked"
    forum.promote_bot({"can_manage_topics": True})
    call = bot.ban_chat_member(forum.id, oleg.id)
    await refuses(call, "Bad Request: not enough rights to restrict/unrestrict chat member")


async def test_a_chat_action_needs_a_living_topic(bot: Bot, forum: Group, refuses: Refuses) -> None:
    topic = forum.open_topic("№1")
    await bot.send_chat_action(forum.id, "typing", message_thread_id=topic.id)
    forum.delete_topic(topic.id)
    call = bot.send_chat_action(forum.id, "typing", message_thread_id=topic.id)
    await refuses(call, "Bad Request: message thread not found")
    await refuses(bot.send_chat_action(forum.id, "dancing"), "Bad Request: wrong parameter action in request")


async def test_an_outage_loses_nothing(pg: Playground, bot: Bot, anna: Person) -> None:
    await anna.write("до")
    url = pg.url
    await pg.stop()
    await anna.write("во время")
    await pg.start()
    assert pg.url == url
    assert [update.message.text for update in await bot.get_updates() if update.message] == ["до", "во время"]
