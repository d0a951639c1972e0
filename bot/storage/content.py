"""What a person sent, free of Telegram's classes: rebuilt from `file_id`s wherever it must appear."""

from collections.abc import Sequence
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


REPLACEABLE = (
    ContentKind.PHOTO,
    ContentKind.VIDEO,
    ContentKind.ANIMATION,
    ContentKind.DOCUMENT,
    ContentKind.AUDIO,
)
"""Kinds whose file an edit may replace (core.telegram.org/bots/api#editmessagemedia)."""

AMENDABLE = (*REPLACEABLE, ContentKind.TEXT, ContentKind.VOICE)
"""Kinds with words that an edit may change; a live location moves by edits, and stays where it began."""


class Quote(BaseModel):
    """The part of the answered message that its answer is about."""

    model_config = ConfigDict(frozen=True)

    text: str
    entities: list[dict[str, Any]] = []


class Content(BaseModel):
    """One message's worth: words with their entities, or one file, place or contact.

    `entities` are Telegram's own objects, offsets in UTF-16 units; `data` holds a place's or a contact's fields,
    or `{"chat_id", "message_id"}` of the original for `COPY`. `spoiler` hides a picture until it is touched, and
    `caption_above` puts the words over it; `link_preview` is Telegram's `LinkPreviewOptions` where they were chosen.
    """

    model_config = ConfigDict(frozen=True)

    kind: ContentKind
    text: str = ""
    entities: list[dict[str, Any]] = []
    file_id: str | None = None
    data: dict[str, Any] = {}
    quote: Quote | None = None
    spoiler: bool = False
    caption_above: bool = False
    link_preview: dict[str, Any] = {}

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


def leading(contents: Sequence[Content]) -> int:
    """The part of an album that carries its caption, and so whatever is put above it.

    Telegram's apps show a caption under the whole album only where a single part has one.
    """
    return next((position for position, content in enumerate(contents) if content.text), 0)


def utf16_length(text: str) -> int:
    """Length as Telegram counts it."""
    return len(text.encode("utf-16-le")) // 2
