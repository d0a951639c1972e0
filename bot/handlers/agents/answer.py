"""What the bot says to an agent in the group."""

import structlog
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import Message, ReplyParameters

from bot.storage.desk import Placements
from bot.telegram.handling import current
from bot.texts import Html

log = structlog.get_logger(__name__)


async def answer(message: Message, text: Html, ticket_id: int | None = None) -> None:
    """Answers a command. What it did is done and shown on the card, so a topic closed or deleted by now is no fault.

    A reply to what is said about a ticket belongs to that ticket.
    """
    reply = ReplyParameters(message_id=message.message_id, allow_sending_without_reply=True)
    try:
        shown = await message.answer(text, reply_parameters=reply)
    except TelegramBadRequest as error:
        log.info("agent not answered", why=error.message)
        return
    if ticket_id is not None:
        current().later.append(
            lambda session: Placements(session).add(shown.chat.id, [shown.message_id], ticket_id, [None])
        )
