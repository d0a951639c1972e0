"""Rebuilds what a person sent as a call to Telegram, so that nothing depends on the original message."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from aiogram.methods import (
    CopyMessage,
    SendAnimation,
    SendAudio,
    SendContact,
    SendDocument,
    SendLocation,
    SendMediaGroup,
    SendMessage,
    SendPhoto,
    SendSticker,
    SendVenue,
    SendVideo,
    SendVideoNote,
    SendVoice,
    TelegramMethod,
)
from aiogram.types import (
    InputMediaAnimation,
    InputMediaAudio,
    InputMediaDocument,
    InputMediaPhoto,
    InputMediaVideo,
    LinkPreviewOptions,
    MessageEntity,
    ReplyParameters,
)

from bot.storage.content import CAPTION_LIMIT, TEXT_LIMIT, Content, ContentKind, Quote, leading, utf16_length

Call = TelegramMethod[Any]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a message goes: a chat, a topic in it, the message it answers, and which part of that.

    `fresh` if it was made just now, with a card that shows the ticket as it is.
    """

    chat_id: int
    thread_id: int | None = None
    reply_to: int | None = None
    fresh: bool = False
    quote: Quote | None = None

    def parameters(self) -> dict[str, Any]:
        """The parameters that every sending method has in common."""
        reply = None
        if self.reply_to is not None:
            # the message answered may be gone by now; the words must arrive all the same
            reply = ReplyParameters(message_id=self.reply_to, allow_sending_without_reply=True, **self._quoted())
        return {"chat_id": self.chat_id, "message_thread_id": self.thread_id, "reply_parameters": reply}

    def _quoted(self) -> dict[str, Any]:
        if self.quote is None:
            return {}
        return {"quote": self.quote.text, "quote_parse_mode": None, "quote_entities": _entities(self.quote.entities)}


_CAPTIONED: dict[ContentKind, tuple[type[Call], str]] = {
    ContentKind.PHOTO: (SendPhoto, "photo"),
    ContentKind.VIDEO: (SendVideo, "video"),
    ContentKind.DOCUMENT: (SendDocument, "document"),
    ContentKind.AUDIO: (SendAudio, "audio"),
    ContentKind.ANIMATION: (SendAnimation, "animation"),
    ContentKind.VOICE: (SendVoice, "voice"),
}
PICTURES = (ContentKind.PHOTO, ContentKind.VIDEO, ContentKind.ANIMATION)
"""Kinds that may be veiled and have their caption above."""

_BARE: dict[ContentKind, tuple[type[Call], str]] = {
    ContentKind.VIDEO_NOTE: (SendVideoNote, "video_note"),
    ContentKind.STICKER: (SendSticker, "sticker"),
}
_FIELDS: dict[ContentKind, type[Call]] = {
    ContentKind.LOCATION: SendLocation,
    ContentKind.VENUE: SendVenue,
    ContentKind.CONTACT: SendContact,
}
_ALBUM_PARTS: dict[ContentKind, Any] = {
    ContentKind.PHOTO: InputMediaPhoto,
    ContentKind.VIDEO: InputMediaVideo,
    ContentKind.DOCUMENT: InputMediaDocument,
    ContentKind.AUDIO: InputMediaAudio,
}


def one(content: Content, place: Place, header: str = "") -> Call:
    """A call that shows one content; `header` goes above its words where there is room for both."""
    where = place.parameters()
    if content.kind is ContentKind.TEXT:
        return SendMessage(**words(content, header), **where)
    if content.kind in _CAPTIONED:
        method, field = _CAPTIONED[content.kind]
        return method(**{field: content.file_id}, **caption(content, header), **_veil(content), **where)
    if content.kind in _BARE:
        method, field = _BARE[content.kind]
        return method(**{field: content.file_id}, **where)
    if content.kind in _FIELDS:
        return _FIELDS[content.kind](**content.data, **where)
    return CopyMessage(from_chat_id=content.data["chat_id"], message_id=content.data["message_id"], **where)


def album(contents: Sequence[Content], place: Place, header: str = "") -> Call:
    """A call that shows 2 to 10 contents as one album; the header goes to the part with the caption, else the first."""
    headed = leading(contents)
    media = [part_of_album(content, header if index == headed else "") for index, content in enumerate(contents)]
    return SendMediaGroup(media=media, **place.parameters())


def part_of_album(content: Content, header: str = "") -> Any:
    """A file as Telegram's `InputMedia`: in an album, or in place of another by an edit."""
    kind: Any = InputMediaAnimation if content.kind is ContentKind.ANIMATION else _ALBUM_PARTS[content.kind]
    return kind(media=content.file_id, **caption(content, header), **_veil(content))


def words(content: Content, header: str) -> dict[str, Any]:
    """The fields of a text; links have their preview unless the writer took it off."""
    text, entities = _headed(content, header, TEXT_LIMIT)
    preview = LinkPreviewOptions.model_validate({"is_disabled": False} | content.link_preview)
    return {"text": text, "entities": entities, "parse_mode": None, "link_preview_options": preview}


def caption(content: Content, header: str) -> dict[str, Any]:
    """The fields of a caption."""
    text, entities = _headed(content, header, CAPTION_LIMIT)
    above = {"show_caption_above_media": True} if content.caption_above and content.kind in PICTURES else {}
    return {"caption": text or None, "caption_entities": entities, "parse_mode": None, **above}


def _veil(content: Content) -> dict[str, Any]:
    return {"has_spoiler": True} if content.spoiler and content.kind in PICTURES else {}


def _headed(content: Content, header: str, limit: int) -> tuple[str, list[MessageEntity]]:
    """The words under a bold header, with entities moved; without it where both don't fit."""
    entities = _entities(content.entities)
    above = f"{header}\n" if content.text else header
    if not header or utf16_length(above) + utf16_length(content.text) > limit:
        return content.text, entities
    shift = utf16_length(above)
    moved = [entity.model_copy(update={"offset": entity.offset + shift}) for entity in entities]
    bold = MessageEntity(type="bold", offset=0, length=utf16_length(header))
    return above + content.text, [bold, *moved]


def _entities(stored: Sequence[dict[str, Any]]) -> list[MessageEntity]:
    return [MessageEntity.model_validate(entity) for entity in stored]
