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
    InputMediaAudio,
    InputMediaDocument,
    InputMediaPhoto,
    InputMediaVideo,
    MessageEntity,
    ReplyParameters,
)

from bot.storage.content import CAPTION_LIMIT, TEXT_LIMIT, Content, ContentKind, Quote, utf16_length

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
        text, entities = _headed(content, header, TEXT_LIMIT)
        return SendMessage(text=text, entities=entities, parse_mode=None, **where)
    if content.kind in _CAPTIONED:
        method, field = _CAPTIONED[content.kind]
        text, entities = _headed(content, header, CAPTION_LIMIT)
        file = {field: content.file_id}
        return method(caption=text or None, caption_entities=entities, parse_mode=None, **file, **where)
    if content.kind in _BARE:
        method, field = _BARE[content.kind]
        return method(**{field: content.file_id}, **where)
    if content.kind in _FIELDS:
        return _FIELDS[content.kind](**content.data, **where)
    return CopyMessage(from_chat_id=content.data["chat_id"], message_id=content.data["message_id"], **where)


def album(contents: Sequence[Content], place: Place, header: str = "") -> Call:
    """A call that shows 2 to 10 contents as one album; the header goes to the first part."""
    media = []
    for index, content in enumerate(contents):
        text, entities = _headed(content, header if index == 0 else "", CAPTION_LIMIT)
        part = _ALBUM_PARTS[content.kind]
        media.append(part(media=content.file_id, caption=text or None, caption_entities=entities, parse_mode=None))
    return SendMediaGroup(media=media, **place.parameters())


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
