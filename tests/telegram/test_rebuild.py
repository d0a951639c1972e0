"""What a person sent, kept as `Content`, becomes a call that shows the same."""

from typing import Any

import pytest
from aiogram.methods import SendMediaGroup, SendMessage, SendPhoto
from aiogram.types import Message
from hypothesis import given
from hypothesis import strategies as st

from bot.storage.content import CAPTION_LIMIT, TEXT_LIMIT, Content, ContentKind, Quote, utf16_length
from bot.telegram.content import content_of
from bot.telegram.rebuild import Call, Place, album, one

HERE = Place(chat_id=1001)
BASE = {"message_id": 7, "date": 1, "chat": {"id": 5, "type": "private"}}
FILE = {"file_id": "F", "file_unique_id": "U"}
BOLD = {"type": "bold", "offset": 0, "length": 2}
SIZES = {**FILE, "width": 9, "height": 9}
MADE_OF: dict[str, dict[str, Any]] = {
    "text": {"text": "да", "entities": [BOLD]},
    "photo": {"photo": [{**SIZES, "file_id": "small"}, SIZES]},
    "video": {"video": {**SIZES, "duration": 1}},
    "document": {"document": FILE},
    "audio": {"audio": {**FILE, "duration": 1}},
    "animation": {"animation": {**SIZES, "duration": 1}, "document": FILE},
    "voice": {"voice": {**FILE, "duration": 1}},
    "video_note": {"video_note": {**FILE, "duration": 1, "length": 9}},
    "sticker": {"sticker": {**SIZES, "type": "regular", "is_animated": False, "is_video": False}},
    "location": {"location": {"latitude": 1.5, "longitude": 2.5}},
    "venue": {
        "location": {"latitude": 1.5, "longitude": 2.5},
        "venue": {"location": {"latitude": 1.5, "longitude": 2.5}, "title": "Офис", "address": "Мира, 1"},
    },
    "contact": {"contact": {"phone_number": "+7", "first_name": "Ян", "user_id": 5}},
}


def _message(**fields: Any) -> Message:
    return Message.model_validate(BASE | fields)


def _content(**fields: Any) -> Content:
    """As it comes back from the database."""
    content = content_of(_message(**fields))
    assert content is not None
    return Content.model_validate_json(content.model_dump_json())


def _params(call: Call) -> dict[str, Any]:
    return call.model_dump(exclude_none=True, exclude_unset=True)


@pytest.mark.parametrize("kind", MADE_OF)
def test_each_kind_is_sent_as_the_same_kind(kind: str) -> None:
    content = _content(**MADE_OF[kind])
    assert content.kind == kind
    method = "message" if kind == "text" else kind.replace("_", "")
    assert one(content, HERE).__api_method__.lower() == f"send{method}"


@pytest.mark.parametrize("kind", ["photo", "video", "document", "audio", "animation", "voice"])
def test_a_file_keeps_its_id_its_caption_and_formatting(kind: str) -> None:
    call = _params(one(_content(**MADE_OF[kind], caption="да", caption_entities=[BOLD]), HERE))
    assert (call[kind], call["caption"]) == ("F", "да")
    assert call["caption_entities"] == [BOLD]


def test_a_place_and_a_contact_keep_their_fields_but_not_the_persons_id() -> None:
    venue = _params(one(_content(**MADE_OF["venue"]), HERE))
    assert (venue["latitude"], venue["longitude"], venue["title"], venue["address"]) == (1.5, 2.5, "Офис", "Мира, 1")
    contact = _params(one(_content(**MADE_OF["contact"]), HERE))
    assert (contact["phone_number"], contact["first_name"]) == ("+7", "Ян")
    assert "user_id" not in contact


@pytest.mark.parametrize(
    "fields",
    [
        {"dice": {"emoji": "🎲", "value": 6}},
        {},  # a kind that is newer than this bot
    ],
    ids=["dice", "unknown"],
)
def test_what_cannot_be_rebuilt_is_copied_from_where_it_stands(fields: dict[str, Any]) -> None:
    call = _params(one(_content(**fields), HERE))
    assert (call["chat_id"], call["from_chat_id"], call["message_id"]) == (1001, 5, 7)


@pytest.mark.parametrize("fields", [{"new_chat_title": "Дом"}, {"pinned_message": {**BASE, "date": 0}}])
def test_a_service_message_is_nobodys_words(fields: dict[str, Any]) -> None:
    assert content_of(_message(**fields)) is None


def test_a_quote_that_was_chosen_is_kept_and_one_that_telegram_added_is_not() -> None:
    marked = _content(text="да", quote={"text": "свет", "position": 0, "is_manual": True, "entities": [BOLD]})
    assert marked.quote == Quote(text="свет", entities=[BOLD])
    assert _content(text="да", quote={"text": "свет", "position": 0}).quote is None


def test_a_reply_never_keeps_a_message_from_arriving() -> None:
    place = Place(1001, thread_id=3, reply_to=9, quote=Quote(text="свет", entities=[BOLD]))
    call = one(_content(text="да"), place)
    assert isinstance(call, SendMessage)
    reply = call.reply_parameters
    assert reply is not None
    assert (call.message_thread_id, reply.message_id, reply.quote) == (3, 9, "свет")
    assert reply.allow_sending_without_reply is True
    assert reply.quote_parse_mode is None


def test_an_album_keeps_captions_and_has_its_header_on_the_first_part() -> None:
    photo = Content(kind=ContentKind.PHOTO, file_id="A", text="да", entities=[BOLD])
    video = Content(kind=ContentKind.VIDEO, file_id="B")
    call = album([photo, video], HERE, "Олег")
    assert isinstance(call, SendMediaGroup)
    first, second = call.media
    assert (first.type, first.media, first.caption) == ("photo", "A", "Олег\nда")
    assert [entity.offset for entity in first.caption_entities or []] == [0, 5]
    assert (second.type, second.media, second.caption) == ("video", "B", None)


@given(words=st.text(min_size=1, max_size=60), header=st.text(min_size=1, max_size=20), data=st.data())
def test_entities_still_mark_the_same_words_under_a_header(words: str, header: str, data: st.DataObject) -> None:
    begin = data.draw(st.integers(0, len(words) - 1))
    end = data.draw(st.integers(begin + 1, len(words)))
    marked = words[begin:end]
    entity = {"type": "italic", "offset": utf16_length(words[:begin]), "length": utf16_length(marked)}
    call = one(Content(kind=ContentKind.TEXT, text=words, entities=[entity]), HERE, header)
    assert isinstance(call, SendMessage)
    assert call.entities is not None
    assert [found.extract_from(call.text) for found in call.entities] == [header, marked]


@pytest.mark.parametrize(
    ("kind", "limit"), [(ContentKind.TEXT, TEXT_LIMIT), (ContentKind.PHOTO, CAPTION_LIMIT)], ids=["text", "caption"]
)
@pytest.mark.parametrize("letter", ["я", "😀"])
def test_a_header_goes_where_there_is_no_room_for_it(kind: ContentKind, limit: int, letter: str) -> None:
    for room, header in ((5, "Олег\n"), (4, "")):
        words = letter * ((limit - room) // utf16_length(letter))
        words += "." * (limit - room - utf16_length(words))
        call = one(Content(kind=kind, file_id="A", text=words), HERE, "Олег")
        shown = call.text if isinstance(call, SendMessage) else call.caption if isinstance(call, SendPhoto) else None
        assert shown == header + words
        assert utf16_length(shown) <= limit


def test_only_a_caption_that_a_bot_may_not_send_is_parted_from_its_file() -> None:
    fits = Content(kind=ContentKind.PHOTO, file_id="A", text="😀" * 512, entities=[BOLD])
    assert fits.sendable() == [fits]
    file, words = fits.model_copy(update={"text": "😀" * 513}).sendable()
    assert (file.file_id, file.text, file.entities) == ("A", "", [])
    assert (words.kind, words.file_id, words.text, words.entities) == (ContentKind.TEXT, None, "😀" * 513, [BOLD])
    long = Content(kind=ContentKind.TEXT, text="а" * 4096)
    assert long.sendable() == [long]
