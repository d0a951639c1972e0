"""Shows a screen with its pictures and files.

- One picture or file carries the words as its caption, if they fit. Otherwise pictures come first, as an album where
  there are several, then files, then the words with their buttons.
- What can't be sent costs itself, never the words.
- A file goes up once, and the person sees that something is on its way; from then on Telegram sends the one it has,
  on every replica.
"""

import asyncio
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import structlog
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest, TelegramNetworkError, TelegramServerError
from aiogram.types import FSInputFile, InputFile, InputMediaDocument, InputMediaPhoto, Message
from sqlmodel import Session

from bot.faq.catalogue import markup
from bot.faq.catalogue.attachments import Attachment, grouped
from bot.screens.screen import Screen, send
from bot.storage.content import CAPTION_LIMIT
from bot.storage.database import Database
from bot.storage.uploads import keep_uploaded, uploaded

FAILURES = (TelegramBadRequest, TelegramNetworkError, TelegramServerError)

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class _Ready:
    """An attachment as it is sent: by address, by the id that Telegram knows it by, or as a file with its digest."""

    one: Attachment
    media: str | InputFile
    digest: str = ""
    known: bool = False


class Illustrated:
    """Sends screens; `folder` is the FAQ's."""

    def __init__(self, bot: Bot, database: Database, folder: Path) -> None:
        self._bot = bot
        self._database = database
        self._folder = folder

    async def send(self, chat_id: int, screen: Screen) -> Message:
        """Shows a screen in a chat; the message with the words is returned."""
        groups = grouped(screen.attachments)
        if [len(group) for group in groups] == [1] and markup.length(screen.text) <= CAPTION_LIMIT:
            shown = await self._tried(chat_id, groups[0], screen)
            if shown:
                return shown[0]
        else:
            for group in groups:
                await self._tried(chat_id, group)
        return await send(self._bot, chat_id, screen)

    async def _tried(self, chat_id: int, group: Sequence[Attachment], screen: Screen | None = None) -> list[Message]:
        """What Telegram no longer knows goes up anew; of an album that it refuses each part is tried by itself."""
        for anew in (False, True):
            ready = [one for one in [await self._ready(one, anew=anew) for one in group] if one is not None]
            try:
                if any(one.digest for one in ready):
                    await self._bot.send_chat_action(chat_id, f"upload_{group[0].kind}")
                sent = await self._sent(chat_id, ready, screen) if ready else []
            except FAILURES as error:
                log.warning("attachments not sent", names=[one.name for one in group], reason=str(error))
            else:
                await self._keep(ready, sent)
                return sent
            if not any(one.known for one in ready):
                break
        parts = group if len(group) > 1 else ()
        return [message for one in parts for message in await self._tried(chat_id, [one])]

    async def _sent(self, chat_id: int, ready: Sequence[_Ready], screen: Screen | None) -> list[Message]:
        if len(ready) > 1:
            parts: list[Any] = [_part(one) for one in ready]
            return await self._bot.send_media_group(chat_id, parts)
        words: dict[str, Any] = {"caption": screen.text, "reply_markup": screen.keyboard} if screen else {}
        (one,) = ready
        if one.one.kind == "photo":
            return [await self._bot.send_photo(chat_id, one.media, **words)]
        return [await self._bot.send_document(chat_id, one.media, disable_content_type_detection=True, **words)]

    async def _ready(self, one: Attachment, *, anew: bool) -> _Ready | None:
        """How it is sent; None if there is no such file, here or at Telegram."""
        if one.is_address:
            return _Ready(one, one.name)
        file = one.within(self._folder)
        digest = await asyncio.to_thread(_digest_of, file) if file else None
        bot_id = self._bot.id
        known = await self._database.read(lambda session: uploaded(session, bot_id, one.kind, one.name, digest))
        if known and not anew:
            return _Ready(one, known, known=True)
        if file is None or digest is None:
            log.warning("attachment missing", name=one.name)
            return None
        return _Ready(one, FSInputFile(file), digest)

    async def _keep(self, ready: Sequence[_Ready], sent: Sequence[Message]) -> None:
        pairs = [(one, _id(message)) for one, message in zip(ready, sent, strict=True) if one.digest]
        bot_id = self._bot.id

        def step(session: Session) -> None:
            for one, file_id in pairs:
                if file_id:
                    keep_uploaded(session, bot_id, one.one.kind, one.one.name, one.digest, file_id)

        if pairs:
            await self._database.write(step)


def _part(ready: _Ready) -> InputMediaPhoto | InputMediaDocument:
    if ready.one.kind == "photo":
        return InputMediaPhoto(media=ready.media)
    return InputMediaDocument(media=ready.media, disable_content_type_detection=True)


def _id(message: Message) -> str | None:
    if message.photo:
        return message.photo[-1].file_id
    return message.document.file_id if message.document else None


def _digest_of(file: Path) -> str | None:
    """None if the file can't be read."""
    try:
        stat = file.stat()
        return _digest(file, stat.st_mtime_ns, stat.st_size)
    except OSError:
        return None


@lru_cache(maxsize=1_000)
def _digest(file: Path, changed: int, size: int) -> str:  # noqa: ARG001 - another time or size is another file
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()
