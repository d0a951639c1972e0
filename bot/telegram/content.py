"""Between Telegram's messages and our `Content`."""

from typing import Any, Protocol

from aiogram.enums import ContentType
from aiogram.types import Message, MessageEntity

from bot.storage.content import Content, ContentKind, Quote


class _HasFileId(Protocol):
    @property
    def file_id(self) -> str: ...


_FILES = (
    # an animation also comes as a document, so it is looked for first
    (ContentKind.ANIMATION, "animation"),
    (ContentKind.VIDEO, "video"),
    (ContentKind.DOCUMENT, "document"),
    (ContentKind.AUDIO, "audio"),
    (ContentKind.VOICE, "voice"),
    (ContentKind.VIDEO_NOTE, "video_note"),
    (ContentKind.STICKER, "sticker"),
)
_COPIED = ("poll", "dice", "game", "story", "checklist", "paid_media")


def content_of(message: Message) -> Content | None:
    """What a person sent; None for a service message, which is nobody's words."""
    content = _content_of(message)
    if content is None or message.quote is None or not message.quote.is_manual:
        return content
    quote = Quote(text=message.quote.text, entities=_entities(message.quote.entities))
    return content.model_copy(update={"quote": quote})


def _content_of(message: Message) -> Content | None:
    if message.text is not None:
        return _text(message.text, message)
    if message.photo:
        return _file(ContentKind.PHOTO, message.photo[-1], message)
    for kind, field in _FILES:
        file: _HasFileId | None = getattr(message, field)
        if file is not None:
            return _file(kind, file, message)
    return _place_or_contact(message) or _to_be_copied(message)


def _text(text: str, message: Message) -> Content:
    preview = message.link_preview_options
    return Content(
        kind=ContentKind.TEXT,
        text=text,
        entities=_entities(message.entities),
        link_preview={} if preview is None else preview.model_dump(mode="json", exclude_unset=True),
    )


def _file(kind: ContentKind, file: _HasFileId, message: Message) -> Content:
    return Content(
        kind=kind,
        text=message.caption or "",
        entities=_entities(message.caption_entities),
        file_id=file.file_id,
        spoiler=bool(message.has_media_spoiler),
        caption_above=bool(message.show_caption_above_media),
    )


def _place_or_contact(message: Message) -> Content | None:
    if message.venue is not None:  # a venue also comes as a location
        venue = message.venue.model_dump(mode="json", exclude_none=True)
        place = venue.pop("location")
        data = {"latitude": place["latitude"], "longitude": place["longitude"]} | venue
        return Content(kind=ContentKind.VENUE, data=data)
    if message.location is not None:
        place = message.location
        return Content(kind=ContentKind.LOCATION, data={"latitude": place.latitude, "longitude": place.longitude})
    if message.contact is not None:
        contact = message.contact.model_dump(mode="json", exclude_none=True, exclude={"user_id"})
        return Content(kind=ContentKind.CONTACT, data=contact)
    return None


def _to_be_copied(message: Message) -> Content | None:
    newer_than_we_are = message.content_type == ContentType.UNKNOWN
    if newer_than_we_are or any(getattr(message, field, None) is not None for field in _COPIED):
        return Content(kind=ContentKind.COPY, data={"chat_id": message.chat.id, "message_id": message.message_id})
    return None


def _entities(entities: list[MessageEntity] | None) -> list[dict[str, Any]]:
    return [entity.model_dump(mode="json", exclude_none=True) for entity in entities or []]
