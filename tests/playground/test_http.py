"""The Bot API's face over plain HTTP: every way to pass parameters, and every kind of wrong request."""

import json
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest

from bot.playground import Person, Playground, params


@pytest.fixture
async def http() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as session:
        yield session


async def call(http: aiohttp.ClientSession, pg: Playground, method: str, **how: Any) -> tuple[int, Any]:
    async with http.post(f"{pg.url}/bot{pg.token}/{method}", **how) as response:
        return response.status, await response.json()


def form(**fields: Any) -> aiohttp.FormData:
    data = aiohttp.FormData(default_to_multipart=True)
    for name, value in fields.items():
        data.add_field(name, value)
    return data


MARKUP = {"inline_keyboard": [[{"text": "Да", "callback_data": "y"}]]}
WAYS: list[dict[str, Any]] = [
    {"json": {"chat_id": 1001, "text": "123", "reply_markup": MARKUP}},
    {"json": {"chat_id": "1001", "text": "123", "reply_markup": json.dumps(MARKUP)}},
    {"data": {"chat_id": "1001", "text": "123", "reply_markup": json.dumps(MARKUP)}},
    {"data": form(chat_id="1001", text="123", reply_markup=json.dumps(MARKUP))},
    {"params": {"chat_id": "1001", "text": "123", "reply_markup": json.dumps(MARKUP)}},
]


@pytest.mark.parametrize("way", range(len(WAYS)))
async def test_every_way_to_pass_parameters(
    http: aiohttp.ClientSession, pg: Playground, anna: Person, way: int
) -> None:
    status, answer = await call(http, pg, "sendmessage", **WAYS[way])
    assert (status, answer["ok"]) == (200, True)
    assert (answer["result"]["text"], answer["result"]["reply_markup"]) == ("123", MARKUP)
    assert answer["result"]["from"] == {
        "id": 1000,
        "is_bot": True,
        "first_name": "Билетик",
        "username": "biletik_bot",
    }


async def test_get_works_as_well(http: aiohttp.ClientSession, pg: Playground) -> None:
    async with http.get(f"{pg.url}/bot{pg.token}/getMe") as response:
        assert (await response.json())["result"]["username"] == "biletik_bot"


async def test_a_wrong_token(http: aiohttp.ClientSession, pg: Playground) -> None:
    for path in ("/bot1000:WRONG/getMe", "/file/bot1000:WRONG/x"):
        async with http.get(pg.url + path) as response:
            wrong = {"ok": False, "error_code": 401, "description": "Unauthorized"}
            assert (response.status, await response.json()) == (401, wrong)


@pytest.mark.parametrize(
    ("method", "params", "code", "description"),
    [
        ("sendNothing", {}, 404, "Not Found: method not found"),
        ("setGameScore", {}, 501, "Not Implemented: the playground has no setGameScore"),
        ("sendMessage", {"text": "x"}, 400, "Bad Request: chat_id is empty"),
        ("sendMessage", {"chat_id": 1001}, 400, "Bad Request: message text is empty"),
        ("sendMessage", {"chat_id": 1001, "text": "x", "txet": "y"}, 400, "unknown parameter txet in sendMessage"),
        ("sendMessage", {"chat_id": 1001, "text": "x", "reply_markup": "{"}, 400, "can't parse reply keyboard markup"),
        (
            "sendMessage",
            {"chat_id": 1001, "text": "x", "reply_markup": {"inline_keyboard": 5}},
            400,
            'Bad Request: field "inline_keyboard" must be an Array of Arrays',
        ),
        ("sendMessage", {"chat_id": [], "text": "x"}, 400, "can't parse chat_id"),
        ("deleteMessage", {"chat_id": 1001, "message_id": "x"}, 400, "can't parse message_id"),
    ],
)
async def test_wrong_requests(
    http: aiohttp.ClientSession,
    pg: Playground,
    anna: Person,
    method: str,
    params: dict[str, Any],
    code: int,
    description: str,
) -> None:
    status, answer = await call(http, pg, method, json=params)
    assert (status, answer["ok"], answer["error_code"]) == (code, False, code)
    assert description in answer["description"]


@pytest.mark.parametrize("body", [b"{", b"[]", b"\xff"])
async def test_a_body_that_is_no_json_object(http: aiohttp.ClientSession, pg: Playground, body: bytes) -> None:
    status, answer = await call(http, pg, "getMe", data=body, headers={"Content-Type": "application/json"})
    assert (status, answer["ok"]) == (400, False)


async def test_files_go_by_attach_or_by_name(http: aiohttp.ClientSession, pg: Playground, anna: Person) -> None:
    for reference in ("attach://mine", None):
        data = aiohttp.FormData()
        data.add_field("chat_id", "1001")
        data.add_field("mine" if reference else "document", b"hello", filename="a.txt", content_type="text/plain")
        if reference:
            data.add_field("document", reference)
        _, answer = await call(http, pg, "sendDocument", data=data)
        document = answer["result"]["document"]
        assert (document["file_name"], document["file_size"], document["mime_type"]) == ("a.txt", 5, "text/plain")
        _, answer = await call(http, pg, "getFile", json={"file_id": document["file_id"]})
        async with http.get(f"{pg.url}/file/bot{pg.token}/{answer['result']['file_path']}") as response:
            assert await response.read() == b"hello"


async def test_too_large_an_upload(
    http: aiohttp.ClientSession, pg: Playground, anna: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(params, "LARGEST_UPLOAD", 10)
    data = aiohttp.FormData()
    data.add_field("chat_id", "1001")
    data.add_field("document", bytes(11), filename="big.bin")
    status, answer = await call(http, pg, "sendDocument", data=data)
    assert (status, answer["description"]) == (413, "Request Entity Too Large")
