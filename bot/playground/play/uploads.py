"""Files that come from the page: one, or several as an album."""

import secrets
from typing import TYPE_CHECKING

from aiohttp import BodyPartReader, web

from bot.playground.chats import Json
from bot.playground.media import Upload
from bot.playground.people import Person
from bot.playground.play.actions import place
from bot.playground.play.inputs import Where

if TYPE_CHECKING:
    from bot.playground.playground import Playground

KIND_OF = {"image": "photo", "video": "video", "audio": "audio"}
TOGETHER = frozenset({"photo", "video"})


async def take_files(pg: "Playground", person: Person, request: web.Request) -> list[Json]:
    """Send the parts named `file`; other parts: `caption`, `kind` (else by MIME type), and those of `Where`."""
    files, fields = await _parts(request)
    kind, caption = fields.pop("kind", None), fields.pop("caption", None)
    where = place(pg, Where.model_validate({key: value for key, value in fields.items() if value}))
    kinds = [kind or _kind(file) for file in files]
    album = str(secrets.randbits(53)) if _as_album(kinds) else None
    sent = []
    for number, (file, its_kind) in enumerate(zip(files, kinds, strict=True)):
        text = caption if number == 0 else None
        sent.append((await person.send_file(its_kind, file, text, album=album, **where)).raw)
    return sent


async def _parts(request: web.Request) -> tuple[list[Upload], dict[str, str]]:
    files: list[Upload] = []
    fields: dict[str, str] = {}
    async for part in await request.multipart():
        if not isinstance(part, BodyPartReader) or part.name is None:
            continue
        content = bytes(await part.read())
        if part.filename:
            files.append(Upload(content, part.filename, part.headers.get("Content-Type")))
        else:
            fields[part.name] = content.decode()
    return files, fields


def _kind(file: Upload) -> str:
    mime = file.mime or ""
    if mime.startswith("audio/") and ("ogg" in mime or "webm" in mime):
        return "voice"
    return KIND_OF.get(mime.partition("/")[0], "document")


def _as_album(kinds: list[str]) -> bool:
    return len(kinds) > 1 and (set(kinds) <= TOGETHER or len(set(kinds)) == 1)
