"""A message with Telegram's own formatting as the FAQ's markup."""

from aiogram.types import Message

from bot.telegram import markup
from bot.telegram.content import content_of


def as_html(message: Message) -> str:
    """The words of a message with their formatting; what looks like a tag stays words."""
    content = content_of(message)
    return markup.as_html(content).strip() if content else ""
