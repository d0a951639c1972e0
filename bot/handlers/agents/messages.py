"""What agents write about a ticket goes to its subscriber."""

from aiogram import Router
from aiogram.types import Message
from dishka.integrations.aiogram import FromDishka, inject

from bot import clock
from bot.handlers.agents.filters import ticket_of
from bot.handlers.agents.identify import agent_of
from bot.storage.database import Database
from bot.storage.once import Once
from bot.telegram.content import content_of
from bot.telegram.members import Members
from bot.tickets.message import Said
from bot.tickets.reply import reply_to_subscriber

router = Router(name="agents' messages")


@router.message()
@inject
async def relay(
    message: Message, once: FromDishka[Once], database: FromDishka[Database], members: FromDishka[Members]
) -> None:
    """Words, files and albums; service messages and talk outside of tickets stay where they are."""
    content = content_of(message)
    ticket_id = await ticket_of(message, database) if content is not None else None
    if content is None or ticket_id is None or _own(message):
        return
    agent = await agent_of(message, members)
    answered = message.reply_to_message.message_id if message.reply_to_message else None
    said = Said(content, message.chat.id, message.message_id, message.media_group_id, answered)
    await once(reply_to_subscriber, ticket_id, agent, said, clock.now())


def _own(message: Message) -> bool:
    """The bot's own messages are no replies of agents."""
    return message.bot is not None and message.from_user is not None and message.from_user.id == message.bot.id
