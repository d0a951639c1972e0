"""The group itself: who comes and goes, what the bot may do there, and where it moved."""

from aiogram import Bot, F, Router
from aiogram.enums import ChatMemberStatus
from aiogram.types import CallbackQuery, ChatMemberUpdated, Message
from dishka.integrations.aiogram import FromDishka, inject

from bot.handlers.agents.filters import InDesk
from bot.screens.screen import Toast, acknowledge
from bot.telegram.group import DeskGroup
from bot.telegram.members import Members
from bot.texts import Texts

router = Router(name="group membership")
_PRESENT = (ChatMemberStatus.MEMBER, ChatMemberStatus.ADMINISTRATOR)


@router.chat_member()
@inject
async def member_changed(event: ChatMemberUpdated, members: FromDishka[Members]) -> None:
    """Whoever left is no agent any more, from this moment."""
    members.forget(event.new_chat_member.user.id)


@router.my_chat_member()
@inject
async def rights_changed(event: ChatMemberUpdated, bot: Bot, texts: Texts, group: FromDishka[DeskGroup]) -> None:
    """In the desk: looked at again. In another group: whoever added the bot learns the group's id for the settings."""
    if event.chat.id == await group.chat_id():
        group.forget()
    elif event.new_chat_member.status in _PRESENT and event.old_chat_member.status not in _PRESENT:
        name = (await bot.me()).username or ""
        await bot.send_message(event.chat.id, texts.html("group-not-desk", chat=str(event.chat.id), bot=name))


@router.callback_query(F.message.chat.type != "private", ~InDesk())
async def pressed_elsewhere(callback: CallbackQuery, texts: Texts) -> None:
    """Only the desk has buttons of tickets; a group that was the desk once, or never, has none."""
    await acknowledge(callback, Toast(texts.plain("refused-not-agent"), alert=True))


@router.message(lambda message: message.migrate_to_chat_id is not None)
@inject
async def moved(message: Message, group: FromDishka[DeskGroup]) -> None:
    """Telegram made a supergroup of the group: its new id wins over the setting."""
    if message.migrate_to_chat_id is not None and message.chat.id == await group.chat_id():
        await group.moved(message.migrate_to_chat_id)
