"""What agents set on messages of a ticket goes to its subscriber."""

from aiogram import Router
from aiogram.types import MessageReactionUpdated
from dishka.integrations.aiogram import FromDishka, inject

from bot import clock
from bot.storage.once import Once
from bot.telegram.members import Members
from bot.telegram.reactions import settable
from bot.tickets.react import react

router = Router(name="agents' reactions")


@router.message_reaction()
@inject
async def reacted(event: MessageReactionUpdated, once: FromDishka[Once], members: FromDishka[Members]) -> None:
    """Of members alone; an anonymous administrator reacts as the group itself."""
    actor_id = await _agent(event, members)
    if actor_id is not None:
        emoji = settable(event.old_reaction, event.new_reaction)
        await once(react, event.chat.id, event.message_id, actor_id, emoji, clock.now())


async def _agent(event: MessageReactionUpdated, members: Members) -> int | None:
    """Whose it is; None for bots, channels, and whoever isn't a member."""
    if event.user is not None:
        return event.user.id if not event.user.is_bot and await members.is_agent(event.user.id) else None
    as_group = event.actor_chat is not None and event.actor_chat.id == event.chat.id
    return event.chat.id if as_group else None
