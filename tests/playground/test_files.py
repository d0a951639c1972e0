"""Files: every kind goes both ways, by upload and by file_id."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramAPIError
from aiogram.types import BufferedInputFile, InputMediaPhoto, InputMediaVideo, MediaUnion

from bot.playground import Person, Upload

Refuses = Callable[[Awaitable[Any], str], Awaitable[TelegramAPIError]]
KINDS = ["photo", "document", "video", "animation", "audio", "voice", "video_note", "sticker"]


@pytest.mark.parametrize("kind", KINDS)
async def test_every_kind_comes_and_goes_back_by_file_id(bot: Bot, anna: Person, kind: str) -> None:
    sent = await anna.send_file(kind)
    (update,) = await bot.get_updates()
    assert update.message
    assert update.message.content_type == kind
    back = await getattr(bot, f"send_{kind}")(1001, sent.file_id)
    assert back.content_type == kind
    assert (await anna.expect(lambda seen: seen.kind == kind)).file_id == sent.file_id


@pytest.mark.parametrize("kind", KINDS)
async def test_every_kind_can_be_uploaded(bot: Bot, anna: Person, kind: str) -> None:
    await getattr(bot, f"send_{kind}")(1001, BufferedInputFile(b"content", "name.x"))
    seen = await anna.expect()
    assert seen.kind == kind
    downloaded = await bot.download(seen.file_id or "")
    assert downloaded
    assert downloaded.read() == b"content"


async def test_an_album_of_uploads_and_known_files(bot: Bot, anna: Person) -> None:
    known = (await anna.send_video()).file_id or ""
    items: list[MediaUnion] = [
        InputMediaPhoto(media=BufferedInputFile(b"one", "1.jpg"), caption="<b>две</b>", parse_mode="HTML"),
        InputMediaVideo(media=known),
    ]
    first, second = await bot.send_media_group(1001, items)
    assert first.media_group_id == second.media_group_id
    assert (first.caption, first.html_text, second.content_type) == ("две", "<b>две</b>", "video")


async def test_over_20_mb_goes_on_by_file_id_but_not_down(bot: Bot, anna: Person, refuses: Refuses) -> None:
    big = await anna.send_document(size=25_000_000)
    (update,) = await bot.get_updates()
    assert update.message
    assert update.message.document
    assert update.message.document.file_size == 25_000_000
    await refuses(bot.get_file(big.file_id or ""), "Bad Request: file is too big")
    assert (await bot.send_document(1001, big.file_id or "")).document


async def test_an_unknown_file(bot: Bot, anna: Person, refuses: Refuses) -> None:
    await refuses(bot.send_photo(1001, "AgACunknown"), "Bad Request: wrong file identifier/HTTP URL specified")
    await refuses(bot.get_file("AgACunknown"), "Bad Request: wrong file_id or the file is temporarily unavailable")


async def test_a_file_stays_of_its_kind(bot: Bot, anna: Person, refuses: Refuses) -> None:
    photo = (await anna.send_photo()).file_id or ""
    await refuses(bot.send_document(1001, photo), "Bad Request: can't use file of type Photo as Document")


async def test_an_empty_file(bot: Bot, anna: Person, refuses: Refuses) -> None:
    empty = BufferedInputFile(b"", "empty.txt")
    await refuses(bot.send_document(1001, empty), "Bad Request: file must be non-empty")


async def test_a_person_sends_a_file_of_their_own(bot: Bot, anna: Person) -> None:
    await anna.send_document("договор", Upload(b"text", "договор.txt", "text/plain"))
    (update,) = await bot.get_updates()
    assert update.message
    assert update.message.document
    assert (update.message.document.file_name, update.message.caption) == ("договор.txt", "договор")
