"""Files: what people and bots upload, kept in memory, and its Bot API description for each kind of message."""

import hashlib
import secrets
from dataclasses import dataclass, field
from typing import Any

from bot.playground.chats import Json
from bot.playground.errors import bad_request

LARGEST_DOWNLOAD = 20 * 1024 * 1024  # bytes, https://core.telegram.org/bots/api#getfile
LARGEST_UPLOAD = 50 * 1024 * 1024  # bytes, https://core.telegram.org/bots/api#sending-files
PHOTO_SIDES = (90, 320, 1280)
WIDE = 3 / 4

# kind of message -> how its file_id begins, folder, file name, MIME type
KINDS = {
    "photo": ("AgACAgIAAx", "photos", "photo.jpg", "image/jpeg"),
    "video": ("BAACAgIAAx", "videos", "video.mp4", "video/mp4"),
    "animation": ("CgACAgIAAx", "animations", "animation.mp4", "video/mp4"),
    "document": ("BQACAgIAAx", "documents", "file.bin", "application/octet-stream"),
    "audio": ("CQACAgIAAx", "music", "audio.mp3", "audio/mpeg"),
    "voice": ("AwACAgIAAx", "voice", "voice.oga", "audio/ogg"),
    "video_note": ("DQACAgIAAx", "video_notes", "note.mp4", "video/mp4"),
    "sticker": ("CAACAgIAAx", "stickers", "sticker.webp", "image/webp"),
}


@dataclass(frozen=True)
class Upload:
    """A file as it comes over the wire. `size` (bytes) may claim more than `content` holds."""

    content: bytes = b""
    name: str | None = None
    mime: str | None = None
    size: int | None = None


@dataclass(frozen=True)
class StoredFile:
    kind: str
    file_id: str
    unique_id: str
    size: int
    path: str
    name: str
    mime: str
    content: bytes = field(repr=False)

    def brief(self) -> Json:
        return {"file_id": self.file_id, "file_unique_id": self.unique_id, "file_size": self.size}

    def wire(self) -> Json:
        """Give the Bot API's File; over 20 MB a bot can't have it."""
        if self.size > LARGEST_DOWNLOAD:
            raise bad_request("file is too big")
        return {**self.brief(), "file_path": self.path}

    def data(self) -> bytes:
        """Give the content; what was only claimed is filled with zeros."""
        return self.content.ljust(self.size, b"\0")


class Files:
    """All files of the playground, by file_id, by unique id and by path."""

    def __init__(self) -> None:
        self._by_id: dict[str, StoredFile] = {}
        self._by_path: dict[str, StoredFile] = {}

    def store(self, kind: str, upload: Upload) -> StoredFile:
        prefix, folder, default_name, default_mime = KINDS[kind]
        size = len(upload.content) if upload.size is None else upload.size
        if not size:
            raise bad_request("file must be non-empty")
        number = len(self._by_id)
        name = upload.name or default_name
        suffix = name.rpartition(".")[2] if "." in name else default_name.rpartition(".")[2]
        digest = hashlib.sha256(upload.content + kind.encode()).hexdigest()[:14]
        stored = StoredFile(
            kind=kind,
            file_id=f"{prefix}{secrets.token_urlsafe(40)}",
            unique_id=f"AQAD{digest}{number if not upload.content else ''}",
            size=size,
            path=f"{folder}/file_{number}.{suffix}",
            name=name,
            mime=upload.mime or default_mime,
            content=upload.content,
        )
        self._by_id[stored.file_id] = self._by_path[stored.path] = stored
        return stored

    def get(self, file_id: str) -> StoredFile:
        stored = self._by_id.get(file_id)
        if stored is None:
            raise bad_request("wrong file_id or the file is temporarily unavailable")
        return stored

    def at(self, path: str) -> StoredFile | None:
        return self._by_path.get(path)

    def reuse(self, kind: str, file_id: str) -> StoredFile:
        """Find a file to send again, which must be of the same kind."""
        stored = self._by_id.get(file_id)
        if stored is None:
            raise bad_request("wrong file identifier/HTTP URL specified")
        if stored.kind != kind:
            have, want = (word.title().replace("_", "") for word in (stored.kind, kind))
            raise bad_request(f"can't use file of type {have} as {want}")
        return stored

    def describe(self, stored: StoredFile, **details: Any) -> Json:
        """Give the message field for a file: `{"photo": [sizes]}`, `{"document": {…}}` and so on."""
        known = {key: value for key, value in details.items() if value is not None}
        if stored.kind == "photo":
            return {"photo": self._sizes(stored)}
        look = {**DEFAULTS.get(stored.kind, {}), **known}
        if stored.kind not in {"sticker", "video_note"}:
            look["mime_type"] = stored.mime
        if stored.kind in {"document", "audio", "video", "animation"}:
            look["file_name"] = stored.name
        field_ = {stored.kind: {**look, **stored.brief()}}
        return (
            field_ | {"document": {**stored.brief(), "file_name": stored.name, "mime_type": stored.mime}}
            if (stored.kind == "animation")
            else field_
        )

    def _sizes(self, stored: StoredFile) -> list[Json]:
        """Give three sizes, the largest last; all lead to the same content."""
        sizes = []
        for side in PHOTO_SIDES:
            share = (side / PHOTO_SIDES[-1]) ** 2
            file_id = stored.file_id if side == PHOTO_SIDES[-1] else f"{stored.file_id[:-2]}s{PHOTO_SIDES.index(side)}"
            self._by_id.setdefault(file_id, stored)
            sizes.append(
                {
                    "file_id": file_id,
                    "file_unique_id": f"{stored.unique_id}{'abc'[PHOTO_SIDES.index(side)]}",
                    "file_size": max(1, int(stored.size * share)),
                    "width": side,
                    "height": int(side * WIDE),
                }
            )
        return sizes


DEFAULTS: dict[str, Json] = {
    "video": {"width": 1280, "height": 720, "duration": 5},
    "animation": {"width": 320, "height": 240, "duration": 2},
    "audio": {"duration": 60},
    "voice": {"duration": 3},
    "video_note": {"length": 240, "duration": 5},
    "sticker": {"type": "regular", "width": 512, "height": 512, "is_animated": False, "is_video": False},
}
