"""What a subscriber sets on messages of a ticket is shown to agents; on all else it is nobody's concern."""

from aiogram import Router
from aiogram.types import MessageReactionUpdated
from dishka.integrations.aiogram import FromDishka, inject

from bot import clock
from bot.storage.once import Once
from bot.telegram.reactions import settable
from bot.tickets.react import react

router = Router(name="subscribers' reactions")


@router.message_reaction()
@inject
async def reacted(event: MessageReactionUpdated, once: FromDishka[Once]) -> None:
    """A private chat's messages belong to its person's own tickets, or to none."""
    emoji = settable(event.old_reaction, event.new_reaction)
    await once(react, event.chat.id, event.message_id, event.chat.id, emoji, clock.now())
