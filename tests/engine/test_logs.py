"""Logs: one line per event, and neither a token nor a phone number in any of them."""

import json
import logging
import sys
from collections.abc import Iterator

import aiohttp
import pytest
import structlog

from bot.ops.logs import start_logging

SECRET = "123456789:AAE-abcdefghijklmnopqrstuvwxyz0"
PHONES = ("+79991234567", "79991234567", "+7 999 123-45-67", "+7 (999) 123-45-67", "+380441234567")


@pytest.fixture(autouse=True)
def _logging_as_before() -> Iterator[None]:
    handlers, hook = logging.getLogger().handlers[:], sys.excepthook
    yield
    logging.getLogger().handlers[:] = handlers
    sys.excepthook = hook


@pytest.mark.parametrize("secret", [SECRET, "5:AAE-short", *PHONES])
def test_secrets_are_masked_in_events_values_and_tracebacks(secret: str, capsys: pytest.CaptureFixture[str]) -> None:
    start_logging(secret if ":" in secret else None)
    log = structlog.get_logger("test")
    log.info("said", value=f"by {secret}", nested={"deep": [secret]})
    logging.getLogger("aiohttp.client").warning("failed: %s", secret)
    log.error("failed", exc_info=aiohttp.InvalidURL(f"http://x/{secret}/getMe"))
    sys.excepthook(ValueError, ValueError(secret), None)
    said = capsys.readouterr().err
    assert len(said.splitlines()) == 4
    assert secret not in said
    assert secret.removeprefix("+") not in said


def test_a_line_is_json_with_what_is_needed_to_find_the_event(capsys: pytest.CaptureFixture[str]) -> None:
    start_logging(SECRET)
    with structlog.contextvars.bound_contextvars(update_id=513333424):
        facts = {"chat": -1001000000001, "at": "2026-11-22T02:25:39.978137Z", "ms": 0.12345678901}
        structlog.get_logger("test").info("handled", **facts)
    line = json.loads(capsys.readouterr().err)
    assert line | {"timestamp": ""} == {
        "event": "handled",
        "level": "info",
        "update_id": 513333424,
        "chat": -1001000000001,
        "at": "2026-11-22T02:25:39.978137Z",
        "ms": 0.12345678901,
        "timestamp": "",
    }
