"""Messages of words and of small things: text, place, contact, poll, dice, chat action."""

import random
import secrets
from typing import Any

from aiogram.methods import (
    SendChatAction,
    SendContact,
    SendDice,
    SendLocation,
    SendMessage,
    SendPoll,
    SendVenue,
    StopPoll,
)

from bot.playground.api.registry import Call, given, handles, plain, plain_list
from bot.playground.api.sending import check_topic, place_of, send
from bot.playground.chats import Json
from bot.playground.errors import bad_request
from bot.playground.keyboards import check_inline
from bot.playground.posting import edited_by_bot
from bot.playground.text.formatting import formatted, formatted_text

DICE = {"🎲": 6, "🎯": 6, "🎳": 6, "🏀": 5, "⚽": 5, "🎰": 64}
LONGEST_QUESTION = 300  # https://core.telegram.org/bots/api#sendpoll
FEWEST_OPTIONS, MOST_OPTIONS = 1, 12
ACTIONS = (
    "typing upload_photo record_video upload_video record_voice upload_voice upload_document "
    "choose_sticker find_location record_video_note upload_video_note"
)
CHAT_ACTIONS = frozenset(ACTIONS.split())


@handles(SendMessage)
def send_message(call: Call[SendMessage]) -> Json:
    method = call.method
    place = place_of(call)
    content = formatted_text(method.text, given(method.parse_mode), plain_list(method.entities))
    if options := plain(given(method.link_preview_options)):
        content["link_preview_options"] = options
    return send(call, content, place)


@handles(SendLocation)
def send_location(call: Call[SendLocation]) -> Json:
    return send(call, {"location": _location(call.method)})


@handles(SendVenue)
def send_venue(call: Call[SendVenue]) -> Json:
    method = call.method
    location = _location(method)
    venue = {"location": location, "title": method.title, "address": method.address}
    return send(call, {"location": location, "venue": venue})


def _location(method: SendLocation | SendVenue) -> Json:
    return {"latitude": method.latitude, "longitude": method.longitude}


@handles(SendContact)
def send_contact(call: Call[SendContact]) -> Json:
    method = call.method
    contact = {"phone_number": method.phone_number, "first_name": method.first_name}
    if method.last_name:
        contact["last_name"] = method.last_name
    return send(call, {"contact": contact})


@handles(SendDice)
def send_dice(call: Call[SendDice]) -> Json:
    emoji = call.method.emoji or "🎲"
    if emoji not in DICE:
        raise bad_request("DICE_EMOJI_INVALID")
    return send(call, {"dice": {"emoji": emoji, "value": random.randint(1, DICE[emoji])}})  # noqa: S311 - a toy


@handles(SendPoll)
def send_poll(call: Call[SendPoll]) -> Json:
    method = call.method
    question, _ = formatted(method.question, given(method.question_parse_mode), None)
    if not question or len(question) > LONGEST_QUESTION:
        raise bad_request(f"poll question must be 1-{LONGEST_QUESTION} characters long")
    if not FEWEST_OPTIONS <= len(method.options) <= MOST_OPTIONS:
        raise bad_request(f"poll must have {FEWEST_OPTIONS}-{MOST_OPTIONS} answer options")
    texts = [option if isinstance(option, str) else option.text for option in method.options]
    return send(call, {"poll": poll(question, texts, anonymous=method.is_anonymous is not False)})


def poll(question: str, options: list[str], *, anonymous: bool = True) -> Json:
    return {
        "id": str(secrets.randbits(62)),
        "question": question,
        "options": [
            {"persistent_id": str(number), "text": text, "voter_count": 0} for number, text in enumerate(options)
        ],
        "total_voter_count": 0,
        "is_closed": False,
        "is_anonymous": anonymous,
        "type": "regular",
        "allows_multiple_answers": False,
        "allows_revoting": True,
        "members_only": False,
    }


@handles(StopPoll)
def stop_poll(call: Call[StopPoll]) -> Any:
    chat = call.world.writable(call.method.chat_id)
    message = chat.messages.get(call.method.message_id)
    if message is None or "poll" not in message:
        raise bad_request("message with poll to stop not found")
    if message["poll"]["is_closed"]:
        raise bad_request("poll has already been closed")
    message["poll"]["is_closed"] = True
    message.pop("reply_markup", None)
    if markup := plain(call.method.reply_markup):
        message["reply_markup"] = check_inline(markup)
    edited_by_bot(call.world, chat, message)
    return message["poll"]


@handles(SendChatAction)
def send_chat_action(call: Call[SendChatAction]) -> bool:
    chat = call.world.writable(call.method.chat_id)
    check_topic(chat, call.method.message_thread_id)
    if call.method.action not in CHAT_ACTIONS:
        raise bad_request("wrong parameter action in request")
    call.world.bus.publish("action", chat_id=chat.id, action=call.method.action)
    return True
