"""Changing what the bot has sent."""

from typing import Any

from aiogram.methods import (
    EditMessageCaption,
    EditMessageMedia,
    EditMessageReplyMarkup,
    EditMessageText,
)

from bot.playground.api.media import media_content
from bot.playground.api.registry import Call, given, handles, plain, plain_list
from bot.playground.chats import Chat, Json
from bot.playground.errors import NOT_MODIFIED, bad_request
from bot.playground.keyboards import check_inline
from bot.playground.posting import edited_by_bot
from bot.playground.text.formatting import formatted_caption, formatted_text

TEXT = ("text", "entities", "link_preview_options")
CAPTION = ("caption", "caption_entities", "show_caption_above_media")
MEDIA = ("photo", "video", "animation", "audio", "document", "has_media_spoiler")

_ALBUM_MATES = {
    "photo": ("photo", "video"),
    "video": ("photo", "video"),
    "audio": ("audio",),
    "document": ("document",),
}


@handles(EditMessageText)
def edit_message_text(call: Call[EditMessageText]) -> Any:
    method = call.method
    chat, message = _editable(call)
    if not method.text:
        raise bad_request("message text is empty")
    if "text" not in message:
        raise bad_request("there is no text in the message to edit")
    content = formatted_text(method.text, given(method.parse_mode), plain_list(method.entities))
    if options := plain(given(method.link_preview_options)):
        content["link_preview_options"] = options
    return _change(call, chat, message, TEXT, content)


@handles(EditMessageCaption)
def edit_message_caption(call: Call[EditMessageCaption]) -> Any:
    method = call.method
    chat, message = _editable(call)
    if not any(kind in message for kind in (*MEDIA, "voice")):
        raise bad_request("there is no caption in the message to edit")
    content = formatted_caption(method.caption, given(method.parse_mode), plain_list(method.caption_entities))
    if given(method.show_caption_above_media):
        content["show_caption_above_media"] = True
    return _change(call, chat, message, CAPTION, content)


@handles(EditMessageMedia)
def edit_message_media(call: Call[EditMessageMedia]) -> Any:
    media = call.method.media
    chat, message = _editable(call)
    if "text" not in message and not any(kind in message for kind in MEDIA):
        raise bad_request("message can't be edited")
    content = media_content(call, media.type, media.media, media)
    _check_album(message, media.type)
    return _change(call, chat, message, (*MEDIA, *CAPTION, *TEXT), content)


@handles(EditMessageReplyMarkup)
def edit_message_reply_markup(call: Call[EditMessageReplyMarkup]) -> Any:
    chat, message = _editable(call)
    return _change(call, chat, message, (), {})


def _check_album(message: Json, kind: str) -> None:
    """A part of an album keeps to its kind: https://core.telegram.org/bots/api#editmessagemedia."""
    if "media_group_id" in message and kind not in _ALBUM_MATES[next(kind for kind in MEDIA if kind in message)]:
        raise bad_request("MEDIA_GROUPED_INVALID")


def _editable(call: Call[Any]) -> tuple[Chat, Json]:
    method, world = call.method, call.world
    if method.inline_message_id:
        raise bad_request("MESSAGE_ID_INVALID")
    chat = world.writable(method.chat_id)
    message = chat.messages.get(method.message_id or 0)
    if message is None:
        raise bad_request("message to edit not found")
    if message["from"]["id"] != world.bot_id or "forward_origin" in message:
        raise bad_request("message can't be edited")
    return chat, message


def _change(call: Call[Any], chat: Chat, message: Json, old: tuple[str, ...], content: Json) -> Json:
    """Put `content` and the call's keyboard in place of the `old` fields, if that changes anything."""
    markup = plain(given(call.method.reply_markup))
    keyboard = check_inline(markup) if markup is not None else None
    now = {key: value for key, value in message.items() if key in {*old, "reply_markup"}}
    wanted = content | ({"reply_markup": keyboard} if keyboard else {})
    if now == wanted:
        raise bad_request(NOT_MODIFIED)
    if refusal := call.world.flood.refusal(chat.id):
        raise refusal
    for key in now:
        del message[key]
    message.update(wanted)
    return edited_by_bot(call.world, chat, message)
