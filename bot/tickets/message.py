"""A message on its way into a ticket, from either side."""

from dataclasses import dataclass

from bot.storage.content import Content


@dataclass(frozen=True, slots=True)
class Said:
    """What was written and where; `album` is Telegram's media group, `reply_to` the message answered, if any."""

    content: Content
    chat_id: int
    message_id: int
    album: str | None = None
    reply_to: int | None = None
