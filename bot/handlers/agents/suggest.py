"""An agent suggests a reply for the FAQ: `/faq` in a ticket's topic, or the card's button."""

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message
from dishka.integrations.aiogram import FromDishka, inject

from bot import clock
from bot.handlers.agents.answer import answer
from bot.handlers.agents.filters import ticket_of
from bot.handlers.agents.identify import agent_of
from bot.handlers.agents.withhold import Withhold
from bot.screens.callbacks import DeskAction
from bot.screens.screen import Toast
from bot.settings import Settings
from bot.storage.database import Database
from bot.storage.desk import Placements
from bot.storage.once import Once
from bot.telegram.members import Members
from bot.texts import Texts
from bot.tickets.suggest import Suggested, suggest

router = Router(name="agents' suggestions")
router.message.middleware(Withhold())


@router.message(Command("faq"))
@inject
async def suggest_reply(
    message: Message,
    texts: Texts,
    once: FromDishka[Once],
    database: FromDishka[Database],
    members: FromDishka[Members],
    settings: FromDishka[Settings],
) -> None:
    """In reply to an agent's message that one, otherwise the latest."""
    agent = await agent_of(message, members)
    ticket_id = await ticket_of(message, database)
    if ticket_id is None:
        await answer(message, texts.html("desk-which-ticket", command="faq"))
        return
    reply = await _answered(message, database)
    done = await once(suggest, ticket_id, agent, reply, settings.admin_ids, clock.now())
    await answer(message, texts.html(_done(done), number=str(ticket_id)), ticket_id)


@router.callback_query(DeskAction.filter(F.what == "faq"))
@inject
async def press(
    callback: CallbackQuery,
    callback_data: DeskAction,
    texts: Texts,
    once: FromDishka[Once],
    members: FromDishka[Members],
    settings: FromDishka[Settings],
) -> Toast:
    """The latest reply."""
    agent = await agent_of(callback, members)
    done = await once(suggest, callback_data.ticket_id, agent, None, settings.admin_ids, clock.now())
    return Toast(texts.plain(_done(done), number=str(callback_data.ticket_id)))


async def _answered(message: Message, database: Database) -> int | None:
    """The ticket's message that this one answers; a topic's own opening message is none."""
    answered = message.reply_to_message
    if answered is None:
        return None
    place = (message.chat.id, answered.message_id)
    placement = await database.read(lambda session: Placements(session).of(*place))
    return placement.ticket_message_id if placement else None


def _done(done: Suggested) -> str:
    return "desk-faq-again" if done.again else "desk-done-faq"
