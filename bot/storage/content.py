"""What a person sent, free of Telegram's classes: rebuilt from `file_id`s wherever it must appear."""

from enum import StrEnum
from typing import Any

from pydantic import BaseModel, ConfigDict

TEXT_LIMIT = 4096
CAPTION_LIMIT = 1024
"""UTF-16 units after entities that a bot may send (core.telegram.org/bots/api#sendmessage, #sendphoto)."""


class ContentKind(StrEnum):
    """Kinds of message that a desk passes on."""

    TEXT = "text"
    PHOTO = "photo"
    VIDEO = "video"
    DOCUMENT = "document"
    AUDIO = "audio"
    ANIMATION = "animation"
    VOICE = "voice"
    VIDEO_NOTE = "video_note"
    STICKER = "sticker"
    LOCATION = "location"
    VENUE = "venue"
    CONTACT = "contact"
    COPY = "copy"  # a kind that can't be rebuilt: copied from where it was sent


class Quote(BaseModel):
    """The part of the answered message that its answer is about."""

    model_config = ConfigDict(frozen=True)

    text: str
    entities: list[dict[str, Any]] = []


class Content(BaseModel):
    """One message's worth: words with their entities, or one file, place or contact.

    `entities` are Telegram's own objects, offsets in UTF-16 units; `data` holds a place's or a contact's fields,
    or `{"chat_id", "message_id"}` of the original for `COPY`.
    """

    model_config = ConfigDict(frozen=True)

    kind: ContentKind
    text: str = ""
    entities: list[dict[str, Any]] = []
    file_id: str | None = None
    data: dict[str, Any] = {}
    quote: Quote | None = None

    @property
    def is_media(self) -> bool:
        """Whether it is a file that an album could hold or that stands for itself."""
        return self.file_id is not None

    def sendable(self) -> list["Content"]:
        """Itself; or, with a caption that only a paying person may write, the file and then the words."""
        if not self.is_media or utf16_length(self.text) <= CAPTION_LIMIT:
            return [self]
        words = Content(kind=ContentKind.TEXT, text=self.text, entities=self.entities)
        return [self.model_copy(update={"text": "", "entities": []}), words]


def utf16_length(text: str) -> int:
    """Length as Telegram counts it."""
    return len(text.encode("utf-16-le")) // 2
