"""What agents write about a ticket goes to its subscriber."""

from aiogram import Bot, Router
from aiogram.types import Message
from dishka.integrations.aiogram import FromDishka, inject

from bot import clock
from bot.handlers.agents.answer import answer
from bot.handlers.agents.filters import ticket_of
from bot.handlers.agents.identify import agent_of, is_bot
from bot.handlers.public.addressed import address
from bot.handlers.public.guide import Guide
from bot.storage.database import Database
from bot.storage.once import Once
from bot.telegram.content import content_of
from bot.telegram.members import Members
from bot.texts import Texts
from bot.tickets.message import Said
from bot.tickets.reply import reply_to_subscriber

router = Router(name="agents' messages")


@router.message()
@inject
async def relay(
    message: Message,
    texts: Texts,
    once: FromDishka[Once],
    database: FromDishka[Database],
    members: FromDishka[Members],
    bot: Bot,
    guide: FromDishka[Guide],
) -> None:
    """Words, files and albums; service messages and talk outside of tickets stay where they are.

    There an agent who calls the bot by its name sees what it answers; in a ticket the name goes to the subscriber.
    """
    content = content_of(message)
    if content is None or is_bot(message):
        return
    ticket_id = await ticket_of(message, database)
    if ticket_id is None:
        addressed = await address(message, bot)
        if addressed is not None and addressed.named:
            await guide.answer(message, addressed)
        elif _answers_us(message):
            await answer(message, texts.html("desk-answers-nothing"))
        return
    agent = await agent_of(message, members)
    answered = message.reply_to_message.message_id if message.reply_to_message else None
    said = Said(content, message.chat.id, message.message_id, message.media_group_id, answered)
    await once(reply_to_subscriber, ticket_id, agent, said, clock.now())


def _answers_us(message: Message) -> bool:
    """A reply to a message of ours, or words in a topic of ours, that belong to no ticket.

    Their writer thinks that they went to a subscriber.
    """
    answered = message.reply_to_message
    if answered is None or answered.from_user is None or message.bot is None:
        return False
    return answered.from_user.id == message.bot.id
