"""A person blocks the bot, or lets it in again."""

from aiogram import Router
from aiogram.filters import KICKED, MEMBER, ChatMemberUpdatedFilter
from aiogram.types import ChatMemberUpdated
from dishka.integrations.aiogram import FromDishka, inject

from bot import clock
from bot.storage.people import People
from bot.telegram.handling import Handling
from bot.tickets.undelivered import come_back

router = Router(name="presence")


@router.my_chat_member(ChatMemberUpdatedFilter(member_status_changed=KICKED))
@inject
async def blocked(event: ChatMemberUpdated, handling: FromDishka[Handling]) -> None:
    """Left in peace until they write again."""
    handling.later.append(lambda session: People(session).mark_blocked(event.chat.id, clock.now()))


@router.my_chat_member(ChatMemberUpdatedFilter(member_status_changed=MEMBER))
@inject
async def unblocked(event: ChatMemberUpdated, handling: FromDishka[Handling]) -> None:
    """May be written to, and agents hear of it where something didn't arrive meanwhile."""
    handling.later.append(lambda session: come_back(session, event.chat.id, clock.now()))
