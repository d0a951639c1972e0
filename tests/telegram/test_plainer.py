"""What Telegram refused of a message's trimmings is left out; anything else isn't touched."""

import pytest
from aiogram.methods import EditMessageText, SendMediaGroup, SendMessage, SendPhoto
from aiogram.types import InputMediaPhoto, MessageEntity, ReplyParameters

from bot.telegram.plainer import plainer
from bot.telegram.rebuild import Call

ENTITY = MessageEntity(type="bold", offset=0, length=1)
REPLY = ReplyParameters(message_id=9, quote="свет", allow_sending_without_reply=True)
TEXT = SendMessage(chat_id=1, text="да", entities=[ENTITY], parse_mode=None, reply_parameters=REPLY)


def _step(call: Call, refusal: str) -> SendMessage:
    simpler = plainer(call, refusal)
    assert isinstance(simpler, SendMessage)
    return simpler


def test_a_refused_quote_leaves_a_reply_and_a_refused_reply_the_words() -> None:
    replying = _step(TEXT, "Bad Request: QUOTE_TEXT_INVALID")
    assert replying.reply_parameters is not None
    assert (replying.reply_parameters.message_id, replying.reply_parameters.quote) == (9, None)
    alone = _step(replying, "Bad Request: message to be replied not found")
    assert (alone.reply_parameters, alone.text, alone.entities) == (None, "да", [ENTITY])


def test_refused_formatting_leaves_the_words() -> None:
    assert _step(TEXT, "Bad Request: can't parse entities: too many").entities is None
    photo = plainer(SendPhoto(chat_id=1, photo="F", caption="да", caption_entities=[ENTITY]), "ENTITY_BOUNDS_INVALID")
    assert isinstance(photo, SendPhoto)
    assert (photo.caption, photo.caption_entities) == ("да", None)
    first = InputMediaPhoto(media="F", caption="да", caption_entities=[ENTITY])
    sent = SendMediaGroup(chat_id=1, media=[first, InputMediaPhoto(media="G")])
    album = plainer(sent, "ENTITY_BOUNDS_INVALID")
    assert isinstance(album, SendMediaGroup)
    assert [(part.media, part.caption, part.caption_entities) for part in album.media] == [
        ("F", "да", None),
        ("G", None, None),
    ]


@pytest.mark.parametrize(
    "refusal",
    ["QUOTE_TEXT_INVALID", "message to be replied not found", "can't parse entities", "message is too long"],
)
def test_a_message_without_trimmings_cannot_be_made_plainer(refusal: str) -> None:
    assert plainer(SendMessage(chat_id=1, text="да"), refusal) is None
    assert plainer(EditMessageText(chat_id=1, message_id=2, text="<b>да</b>"), refusal) is None


def test_other_refusals_are_no_reason_to_send_less() -> None:
    assert plainer(TEXT, "Bad Request: message thread not found") is None
