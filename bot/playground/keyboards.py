"""Keyboards under messages and in place of the phone's own, with Telegram's limits."""

import json
from itertools import chain

from bot.playground.chats import Chat, Json
from bot.playground.errors import bad_request

LONGEST_DATA = 64  # bytes of callback_data, https://core.telegram.org/bots/api#inlinekeyboardbutton
MOST_BUTTONS = 100
LONGEST_MARKUP = 10_000  # bytes of JSON; Telegram publishes no number, this is what it was seen to take
ACTIONS = (
    "url",
    "callback_data",
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "copy_text",
    "callback_game",
    "pay",
)
PRIVATE_ONLY = {
    "request_contact": "phone number can be requested in private chats only",
    "request_location": "location can be requested in private chats only",
    "request_poll": "poll can be requested in private chats only",
    "request_users": "users can be requested in private chats only",
    "request_chat": "chats can be requested in private chats only",
    "web_app": "Web App buttons can be used in private chats only",
}
LINKS = ("http://", "https://", "tg://", "ton://")


def check_markup(markup: Json, chat: Chat) -> Json | None:
    """Check any reply_markup of a message; an inline keyboard without buttons is none."""
    if "inline_keyboard" in markup:
        return check_inline(markup)
    if not markup.keys() & {"keyboard", "remove_keyboard", "force_reply"}:
        return None
    for button in chain.from_iterable(_rows(markup, "keyboard")):
        if not str(button.get("text", "")).strip():
            raise bad_request("can't parse keyboard button: Keyboard button text must be non-empty")
        for key, reason in PRIVATE_ONLY.items():
            if button.get(key) and not chat.is_private:
                raise bad_request(reason)
    return markup


def check_inline(markup: Json) -> Json | None:
    if "inline_keyboard" not in markup:
        raise bad_request("inline keyboard expected")
    rows = [row for row in _rows(markup, "inline_keyboard") if row]
    buttons = list(chain.from_iterable(rows))
    if len(buttons) > MOST_BUTTONS or len(json.dumps(rows).encode()) > LONGEST_MARKUP:
        raise bad_request("reply markup is too long")
    for button in buttons:
        _check_button(button)
    return {"inline_keyboard": rows} if rows else None


def _rows(markup: Json, field: str) -> list[list[Json]]:
    rows = markup.get(field, [])
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad_request(f'field "{field}" must be an Array of Arrays')
    return rows


def _check_button(button: Json) -> None:
    if not str(button.get("text", "")).strip():
        raise bad_request("can't parse inline keyboard button: Inline keyboard button text must be non-empty")
    chosen = [action for action in ACTIONS if button.get(action) not in (None, "", False)]
    if "switch_inline_query" in button or "switch_inline_query_current_chat" in button:
        return
    if not chosen:
        raise bad_request("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    if len(str(button.get("callback_data") or "").encode()) > LONGEST_DATA:
        raise bad_request("BUTTON_DATA_INVALID")
    url = button.get("url")
    if url and ("." not in url and "localhost" not in url and not url.startswith(LINKS)):
        raise bad_request(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")
