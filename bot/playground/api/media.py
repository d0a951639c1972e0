"""Messages with files, one by one and as albums."""

import secrets
from typing import Any

from aiogram.methods import (
    GetFile,
    SendAnimation,
    SendAudio,
    SendDocument,
    SendMediaGroup,
    SendPhoto,
    SendSticker,
    SendVideo,
    SendVideoNote,
    SendVoice,
)

from bot.playground.api.registry import Call, given, handles, plain_list
from bot.playground.api.sending import place_of, post, send
from bot.playground.chats import Json
from bot.playground.errors import bad_request
from bot.playground.media import StoredFile
from bot.playground.text.formatting import formatted_caption

FEWEST_IN_ALBUM, MOST_IN_ALBUM = 2, 10  # https://core.telegram.org/bots/api#sendmediagroup
ALONE = {"audio": "Audio", "document": "Document"}  # kinds that share an album with no other
DETAILS = ("width", "height", "duration", "length", "performer", "title", "emoji")


@handles(SendPhoto, SendDocument, SendVideo, SendVoice, SendVideoNote, SendAudio, SendAnimation, SendSticker)
def send_file(call: Call[Any]) -> Json:
    method = call.method
    kind = method.__api_method__.removeprefix("send")
    kind = "video_note" if kind == "VideoNote" else kind.lower()
    place = place_of(call)
    content = media_content(call, kind, getattr(method, kind), method)
    return send(call, content, place)


def media_content(call: Call[Any], kind: str, reference: Any, look: Any) -> Json:
    """Make the fields of a message with a file; `look` has its caption and details."""
    stored = resolve(call, kind, reference)
    details = {key: getattr(look, key, None) for key in DETAILS}
    content = call.world.files.describe(stored, **details)
    for flag, shown in (("has_spoiler", "has_media_spoiler"), ("show_caption_above_media",) * 2):
        if given(getattr(look, flag, None)):
            content[shown] = True
    if hasattr(look, "caption"):
        entities = plain_list(look.caption_entities)
        content |= formatted_caption(look.caption, given(look.parse_mode), entities)
    return content


def resolve(call: Call[Any], kind: str, reference: Any) -> StoredFile:
    """Find the file meant: one uploaded with the call, or one known by its file_id."""
    text = str(reference)
    if text.startswith("attach://"):
        upload = call.uploads.get(text.removeprefix("attach://"))
        if upload is None:
            raise bad_request("wrong file identifier/HTTP URL specified")
        return call.world.files.store(kind, upload)
    return call.world.files.reuse(kind, text)


@handles(SendMediaGroup)
def send_media_group(call: Call[SendMediaGroup]) -> list[Json]:
    items = call.method.media
    _check_album([item.type for item in items])
    place = place_of(call, cost=len(items))
    contents = [media_content(call, item.type, item.media, item) for item in items]
    group = str(secrets.randbits(53))
    return [post(call.world, place, {"media_group_id": group, **content}) for content in contents]


def _check_album(kinds: list[str]) -> None:
    if len(kinds) > MOST_IN_ALBUM:
        raise bad_request("too many messages to send as an album")
    if len(kinds) < FEWEST_IN_ALBUM:
        raise bad_request("there are not enough messages to send as an album")
    if any(kind not in {"photo", "video", *ALONE} for kind in kinds):
        raise bad_request("can't use the media of the specified type in the album")
    for kind, name in ALONE.items():
        if kind in kinds and len(set(kinds)) > 1:
            raise bad_request(f"{name} can't be mixed with other media types")


@handles(GetFile)
def get_file(call: Call[GetFile]) -> Json:
    return call.world.files.get(call.method.file_id).wire()
