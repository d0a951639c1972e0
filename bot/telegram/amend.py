"""Rebuilds an edit of what a person sent as an edit of its copy."""

from aiogram.methods import EditMessageCaption, EditMessageMedia, EditMessageText

from bot.storage.content import AMENDABLE, REPLACEABLE, Content, ContentKind
from bot.telegram.rebuild import Call, caption, part_of_album, words

NOT_AMENDABLE = (
    "message to edit not found",
    "message can't be edited",
    "MESSAGE_ID_INVALID",
    "MESSAGE_EDIT_TIME_EXPIRED",
    "MEDIA_PREV_INVALID",
    "there is no text in the message",
    "there is no caption in the message",
    "there is no media in the message",
)
"""What Telegram says of a copy that is gone, or that can't become what it should.

A bot's own messages stay editable for good (core.telegram.org/bots/api#updating-messages).
"""


def amended(content: Content, chat_id: int, message_id: int, header: str, *, replaced: bool) -> Call | None:
    """A call that makes a copy show the content as it is now; None if no edit can.

    `replaced` if the file is another than the copy's.
    """
    if content.kind is ContentKind.TEXT:
        return EditMessageText(chat_id=chat_id, message_id=message_id, **words(content, header))
    if not replaced and content.kind in AMENDABLE:
        return EditMessageCaption(chat_id=chat_id, message_id=message_id, **caption(content, header))
    if content.kind in REPLACEABLE:
        return EditMessageMedia(chat_id=chat_id, message_id=message_id, media=part_of_album(content, header))
    return None
