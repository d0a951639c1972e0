"""Answers to what people ask with a press, an inline query or a payment."""

import re
from typing import Any

from aiogram.methods import (
    AnswerCallbackQuery,
    AnswerInlineQuery,
    AnswerPreCheckoutQuery,
    AnswerShippingQuery,
    AnswerWebAppQuery,
)

from bot.playground.api.registry import Call, given, handles, plain, plain_list
from bot.playground.chats import Json
from bot.playground.errors import STALE_QUERY, bad_request
from bot.playground.keyboards import check_inline
from bot.playground.text.formatting import formatted_text
from bot.playground.world import World

LONGEST_ANSWER = 200  # characters, https://core.telegram.org/bots/api#answercallbackquery
LONGEST_OFFSET = 64  # bytes, https://core.telegram.org/bots/api#answerinlinequery
START_PARAMETER = re.compile("[A-Za-z0-9_-]{1,64}")  # https://core.telegram.org/bots/api#inlinequeryresultsbutton
MOST_RESULTS = 50  # https://core.telegram.org/bots/api#answerinlinequery


@handles(AnswerCallbackQuery)
def answer_callback_query(call: Call[AnswerCallbackQuery]) -> bool:
    method = call.method
    if len(method.text or "") > LONGEST_ANSWER:
        raise bad_request("MESSAGE_TOO_LONG")
    answer = {"text": method.text or "", "show_alert": bool(method.show_alert), "url": method.url}
    return _answer(call.world, "callback", method.callback_query_id, answer)


@handles(AnswerInlineQuery)
def answer_inline_query(call: Call[AnswerInlineQuery]) -> bool:
    method = call.method
    results = plain_list(method.results) or []
    if len((method.next_offset or "").encode()) > LONGEST_OFFSET:
        raise bad_request("NEXT_OFFSET_INVALID")
    if (
        method.button
        and not method.button.web_app
        and not START_PARAMETER.fullmatch(method.button.start_parameter or "")
    ):
        raise bad_request("START_PARAM_INVALID")
    if len(results) > MOST_RESULTS:
        raise bad_request("RESULTS_TOO_MUCH")
    if len({result["id"] for result in results}) < len(results):
        raise bad_request("RESULT_ID_DUPLICATE")
    for result, typed in zip(results, method.results, strict=True):
        _check_result(result, getattr(typed, "input_message_content", None))
    answer = {
        "results": results,
        "next_offset": method.next_offset or "",
        "is_personal": bool(method.is_personal),
        "button": plain(method.button),
    }
    return _answer(call.world, "inline", method.inline_query_id, answer)


def _check_result(result: Json, content: Any) -> None:
    """Put the parsed text into the result, so that a chosen one can be posted."""
    if not 1 <= len(str(result["id"]).encode()) <= 64:  # noqa: PLR2004 - bytes, the API's own limit
        raise bad_request("RESULT_ID_INVALID")
    if result["type"] == "article" and not str(result.get("title", "")).strip():
        raise bad_request("ARTICLE_TITLE_EMPTY")
    if "reply_markup" in result:
        check_inline(result["reply_markup"])
    if content is not None and hasattr(content, "message_text"):
        entities = plain_list(content.entities)
        result["posted"] = formatted_text(content.message_text, given(content.parse_mode), entities)


@handles(AnswerPreCheckoutQuery)
def answer_pre_checkout_query(call: Call[AnswerPreCheckoutQuery]) -> bool:
    method = call.method
    if not method.ok and not method.error_message:
        raise bad_request("error_message must be non-empty")
    answer = {"ok": method.ok, "error_message": method.error_message}
    return _answer(call.world, "pre_checkout", method.pre_checkout_query_id, answer)


@handles(AnswerShippingQuery, AnswerWebAppQuery)
def answer_unknown_query(_: Call[Any]) -> bool:
    """The playground asks no such queries, so every answer is to an unknown one."""
    raise bad_request(STALE_QUERY)


def _answer(world: World, kind: str, query_id: str, answer: Json) -> bool:
    query = world.queries.get(query_id)
    if query is None or query.kind != kind or query.answer is not None:
        raise bad_request(STALE_QUERY)
    if world.now() - query.asked > world.query_seconds:
        raise bad_request(STALE_QUERY)
    query.answer = answer
    world.bus.publish("answer", chat_id=query.user_id, query_id=query.id, kind=kind, **answer)
    return True
