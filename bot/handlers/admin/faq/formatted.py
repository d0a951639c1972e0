"""A message with Telegram's own formatting as the FAQ's markup."""

from aiogram.enums import MessageEntityType
from aiogram.types import Message
from aiogram.utils.text_decorations import html_decoration

KEPT = frozenset(
    {
        MessageEntityType.BOLD,
        MessageEntityType.ITALIC,
        MessageEntityType.UNDERLINE,
        MessageEntityType.STRIKETHROUGH,
        MessageEntityType.SPOILER,
        MessageEntityType.CODE,
        MessageEntityType.PRE,
        MessageEntityType.TEXT_LINK,
        MessageEntityType.BLOCKQUOTE,
        MessageEntityType.EXPANDABLE_BLOCKQUOTE,
    }
)
"""Others, such as custom emoji, show as their text."""


def as_html(message: Message) -> str:
    """The words of a message with their formatting; what looks like a tag stays words."""
    entities = [entity for entity in message.entities or [] if entity.type in KEPT]
    return html_decoration.unparse(message.text or "", entities).strip()
