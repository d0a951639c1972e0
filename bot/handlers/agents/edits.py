"""What agents change of what they wrote: edits, and `/del`."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import Message
from dishka.integrations.aiogram import FromDishka, inject

from bot import clock
from bot.handlers.agents.answer import answer
from bot.handlers.agents.filters import ticket_of
from bot.handlers.agents.identify import agent_of, is_bot
from bot.handlers.agents.withhold import Withhold
from bot.storage.content import Content
from bot.storage.database import Database
from bot.storage.once import Once
from bot.storage.tickets import Tickets
from bot.telegram.content import content_of
from bot.telegram.members import Members
from bot.texts import Texts
from bot.tickets.edit import Outcome, edit
from bot.tickets.message import Said
from bot.tickets.remove import Removed, remove

router = Router(name="agents' edits")
router.message.middleware(Withhold())


@router.message(Command("del"))
@inject
async def take_back(message: Message, texts: Texts, once: FromDishka[Once], members: FromDishka[Members]) -> None:
    """In reply to one's own message."""
    agent = await agent_of(message, members)
    answered = message.reply_to_message.message_id if message.reply_to_message else 0
    done = await once(remove, message.chat.id, answered, agent, clock.now())
    await answer(message, texts.html(_done(done)), done.ticket_id)


def _done(done: Removed) -> str:
    if done.again:
        return "desk-del-again"
    return "desk-del-unsent" if done.unsent else "desk-done-del"


@router.edited_message()
@inject
async def edited(
    message: Message,
    texts: Texts,
    once: FromDishka[Once],
    database: FromDishka[Database],
    members: FromDishka[Members],
) -> None:
    """The subscriber's copy follows; made a note, the message is taken back."""
    content = content_of(message)
    if content is None or is_bot(message):
        return
    stored = await database.read(lambda session: Tickets(session).written(message.chat.id, message.message_id))
    if _is_for_agents(content):
        if stored:
            await _made_a_note(message, texts, once, members)
        return
    ticket_id = stored[0].ticket_id if stored else await ticket_of(message, database)
    if ticket_id is None:
        return
    await agent_of(message, members)
    outcome = Outcome.FOREIGN
    if stored:
        said = Said(content, message.chat.id, message.message_id, message.media_group_id)
        outcome = (await once(edit, said, clock.now())).outcome
    if outcome is not Outcome.KEPT:
        await answer(message, texts.html("desk-edit-stays"), ticket_id)


async def _made_a_note(message: Message, texts: Texts, once: Once, members: Members) -> None:
    agent = await agent_of(message, members)
    done = await once(remove, message.chat.id, message.message_id, agent, clock.now())
    if not done.again:
        await answer(message, texts.html("desk-now-note"), done.ticket_id)


def _is_for_agents(content: Content) -> bool:
    """A note or a command."""
    return content.text.startswith("/")
