"""A subscriber edits what they wrote to a ticket, or what waits for one."""

from aiogram import Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.types import Message
from dishka.integrations.aiogram import FromDishka, inject
from sqlmodel import Session

from bot import clock
from bot.conversation.keep import corrected, is_kept
from bot.storage.database import Database
from bot.storage.once import Once
from bot.storage.tickets import Tickets
from bot.telegram.content import content_of
from bot.tickets.edit import edit
from bot.tickets.message import Said

router = Router(name="subscribers' edits")


@router.edited_message()
@inject
async def edited(message: Message, once: FromDishka[Once], database: FromDishka[Database]) -> None:
    """The copy in the group follows. A message may be a question, too: that is for the next handlers."""
    chat_id, message_id = message.chat.id, message.message_id
    content = content_of(message)

    def look(session: Session) -> tuple[bool, bool]:
        return bool(Tickets(session).written(chat_id, message_id)), is_kept(session, chat_id, message_id)

    in_ticket, kept = await database.read(look)
    if content is not None and in_ticket:
        await once(edit, Said(content, chat_id, message_id, message.media_group_id), clock.now())
    elif content is not None and kept:
        await once(corrected, chat_id, message_id, content)
    raise SkipHandler
