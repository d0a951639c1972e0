"""The webhook: 200 only for what the inbox has."""

import json
from collections.abc import AsyncIterator
from io import BytesIO

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from bot.ops.http import BODY_LIMIT, application
from bot.storage.database import Database
from bot.telegram.webhook import SECRET_HEADER, Webhook
from tests.engine.look import inbox

SECRET = {SECRET_HEADER: "s3cret"}
UPDATE = {"update_id": 7, "message": {"chat": {"id": 1001}}}
Client = TestClient[web.Request, web.Application]


@pytest.fixture
def woken() -> list[int]:
    """One entry for each time that the worker was woken."""
    return []


@pytest.fixture
async def client(database: Database, woken: list[int]) -> AsyncIterator[Client]:
    """Telegram's side."""
    webhook = Webhook("s3cret", database, lambda: woken.append(1))
    async with TestClient(TestServer(application(database, ("/hook", webhook.receive)))) as made:
        yield made


async def test_an_update_is_stored_before_it_is_acknowledged(
    client: Client, database: Database, woken: list[int]
) -> None:
    for _ in range(2):  # Telegram may send it again
        assert (await client.post("/hook", json=UPDATE, headers=SECRET)).status == 200
    rows = await database.read(inbox)
    assert [(row.update_id, row.conversation, json.loads(row.payload)) for row in rows] == [(7, "chat:1001", UPDATE)]
    assert woken


@pytest.mark.parametrize("headers", [{}, {SECRET_HEADER: "wrong"}, {SECRET_HEADER: "\xff\xfe"}, {SECRET_HEADER: ""}])
async def test_without_the_secret_nothing_is_taken(client: Client, database: Database, headers: dict[str, str]) -> None:
    assert (await client.post("/hook", json=UPDATE, headers=headers)).status == 401
    assert await database.read(inbox) == []


@pytest.mark.parametrize("body", [b"", b"{", b"\xff", b"[" * 200_000])
async def test_what_isn_t_json_is_refused(client: Client, database: Database, body: bytes) -> None:
    assert (await client.post("/hook", data=body, headers=SECRET)).status == 400
    assert await database.read(inbox) == []


@pytest.mark.parametrize("body", ["null", "[]", "{}", '{"update_id": "x"}'])
async def test_what_can_never_be_an_update_isn_t_asked_for_again(client: Client, database: Database, body: str) -> None:
    assert (await client.post("/hook", data=body, headers=SECRET)).status == 200
    assert await database.read(inbox) == []


async def test_a_huge_body_is_refused(client: Client) -> None:
    assert (await client.post("/hook", data=BytesIO(b"x" * (BODY_LIMIT + 1)), headers=SECRET)).status == 413


async def test_health_counts_what_waits(client: Client) -> None:
    await client.post("/hook", json=UPDATE, headers=SECRET)
    for path in ("/health", "/ready"):
        answer = await client.get(path)
        assert await answer.json() == {"status": "ok", "inbox": 1, "set_aside": 0, "outbox": 0}
