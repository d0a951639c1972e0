"""A message on its way into a ticket, from either side."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from bot.storage.content import Content


@dataclass(frozen=True, slots=True)
class Said:
    """What was written and where; `album` is Telegram's media group, `reply_to` the message answered, if any."""

    content: Content
    chat_id: int
    message_id: int
    album: str | None = None
    reply_to: int | None = None

    def parts(self) -> Iterator["Said"]:
        """As a bot can send it: words too long for a caption follow their file, outside of its album."""
        file, *words = self.content.sendable()
        yield replace(self, content=file)
        for content in words:
            yield replace(self, content=content, album=None)
