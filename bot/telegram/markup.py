"""Words with Telegram's formatting as HTML of the kind that an answer of the FAQ is written in."""

from aiogram.types import MessageEntity
from aiogram.utils.text_decorations import html_decoration

from bot.storage.content import Content

_KEPT = frozenset(
    {
        "bold",
        "italic",
        "underline",
        "strikethrough",
        "spoiler",
        "code",
        "pre",
        "text_link",
        "blockquote",
        "expandable_blockquote",
    }
)
"""Mentions name people, and emoji of one's own need a paid account (core.telegram.org/bots/api#messageentity)."""


def as_html(content: Content) -> str:
    """The words of a message or the caption of a file as markup."""
    entities = [MessageEntity.model_validate(entity) for entity in content.entities if entity.get("type") in _KEPT]
    return html_decoration.unparse(content.text, entities)
