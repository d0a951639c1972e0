"""Leaves out of a message what Telegram refused in it: trimmings must not keep the words from arriving."""

from collections.abc import Callable
from typing import Any

from aiogram.types import InputMedia, ReplyParameters

from bot.telegram.rebuild import Call


def plainer(call: Call, refusal: str) -> Call | None:
    """The same message without the quote, the reply or the formatting that was refused; None if it isn't one of these.

    `refusal` is Telegram's description, such as `QUOTE_TEXT_INVALID` or `can't parse entities: …`.
    """
    for sign, leave_out in _TRIMMINGS.items():
        if sign in refusal.lower():
            simpler = leave_out(call)
            return None if simpler == call else simpler
    return None


def _without_quote(call: Call) -> Call:
    reply = getattr(call, "reply_parameters", None)
    if not isinstance(reply, ReplyParameters) or reply.quote is None:
        return call
    bare = ReplyParameters(message_id=reply.message_id, allow_sending_without_reply=True)
    return call.model_copy(update={"reply_parameters": bare})


def _without_reply(call: Call) -> Call:
    if getattr(call, "reply_parameters", None) is None:
        return call
    return call.model_copy(update={"reply_parameters": None})


def _without_formatting(call: Call) -> Call:
    bare: dict[str, Any] = {field: None for field in ("entities", "caption_entities") if getattr(call, field, None)}
    media = getattr(call, "media", None)
    if isinstance(media, list):
        bare["media"] = [part.model_copy(update={"caption_entities": None}) for part in media]
    elif isinstance(media, InputMedia) and getattr(media, "caption_entities", None):
        bare["media"] = media.model_copy(update={"caption_entities": None})
    return call.model_copy(update=bare)


_TRIMMINGS: dict[str, Callable[[Call], Call]] = {
    "quote": _without_quote,
    "repl": _without_reply,  # "message to be replied not found", "reply message not found"
    "entit": _without_formatting,  # "can't parse entities", ENTITY_BOUNDS_INVALID
}
