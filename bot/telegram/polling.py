"""Asks Telegram for updates as raw JSON and stores each batch before Telegram is told that it arrived."""

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import aiohttp
import structlog
from sqlmodel import Session

from bot import clock
from bot.storage.database import Database
from bot.storage.inbox import InboxRows
from bot.storage.memos import LAST_POLL, recall, remember
from bot.telegram.alarms import Alarms
from bot.telegram.arrivals import ALLOWED_UPDATES, arrivals

LONG_POLL = 25
PAUSES = (1.0, 2.0, 5.0, 15.0, 30.0)
KEPT_BY_TELEGRAM = timedelta(hours=24)
"""Telegram drops updates that nobody fetched for a day (core.telegram.org/bots/api#getting-updates)."""

log = structlog.get_logger(__name__)


class RefusedPoll(Exception):  # noqa: N818 - named as what happened
    """Telegram's answer wasn't updates: its code and description."""

    def __init__(self, code: int, description: str, retry_after: float | None) -> None:
        super().__init__(f"{code} {description}")
        self.code = code
        self.retry_after = retry_after


class Polling:
    """Runs until cancelled; `arrived` is called after each stored batch."""

    def __init__(self, url: str, database: Database, alarms: Alarms, arrived: Callable[[], None]) -> None:
        """`url` is that of the bot's methods, token included; it must not reach a log."""
        self._url = f"{url}/getUpdates"
        self._database = database
        self._alarms = alarms
        self._arrived = arrived
        self._offset: int | None = None

    async def run(self) -> None:
        """Polls for ever, with growing pauses while Telegram can't be reached or somebody else polls."""
        await self._tell_of_gap()
        failures = 0
        timeout = aiohttp.ClientTimeout(total=LONG_POLL + 15, connect=10)
        async with aiohttp.ClientSession(timeout=timeout) as session:
            while True:
                try:
                    await self._store(await self._fetch(session))
                    failures = 0
                except (aiohttp.ClientError, TimeoutError, RefusedPoll, ValueError) as error:
                    await self._pause(error, failures)
                    failures += 1

    async def _fetch(self, session: aiohttp.ClientSession) -> list[Any]:
        query: dict[str, Any] = {"timeout": LONG_POLL, "allowed_updates": list(ALLOWED_UPDATES)}
        if self._offset is not None:
            query["offset"] = self._offset
        async with session.post(self._url, json=query) as response:
            body = await response.json(content_type=None)
        if not isinstance(body, dict) or not body.get("ok") or not isinstance(body.get("result"), list):
            raise _refusal(response.status, body)
        updates: list[Any] = body["result"]
        return updates

    async def _store(self, updates: list[Any]) -> None:
        found = arrivals(updates)

        def step(session: Session) -> None:
            InboxRows(session).store(found, clock.now())
            remember(session, LAST_POLL, clock.now().isoformat())

        await self._database.write(step)
        if found:
            # only now, by the next call's offset, does Telegram learn that they arrived
            self._offset = found[-1].update_id + 1
            self._arrived()

    async def _pause(self, error: Exception, failures: int) -> None:
        pause = PAUSES[min(failures, len(PAUSES) - 1)]
        if isinstance(error, RefusedPoll):
            pause = max(pause, error.retry_after or 0)
            if error.code == CONFLICT and failures == 1:  # one may be our own last call, cut off by a restart
                await self._database.write(lambda session: self._alarms.alert(session, "two-bots", {}, clock.now()))
        log.warning("no updates", pause=pause, why=_without_url(error))
        await asyncio.sleep(pause)

    async def _tell_of_gap(self) -> None:
        """After a longer stop admins learn from when messages may be missing."""

        def step(session: Session) -> None:
            last = recall(session, LAST_POLL)
            now = clock.now()
            if last is not None and now - datetime.fromisoformat(last) > KEPT_BY_TELEGRAM:
                self._alarms.alert(session, "gap", {"since": last[:16].replace("T", " ")}, now)

        await self._database.write(step)


CONFLICT = 409


def _refusal(status: int, body: Any) -> RefusedPoll:
    said = body if isinstance(body, dict) else {}
    parameters = said.get("parameters") or {}
    return RefusedPoll(
        int(said.get("error_code", status)), str(said.get("description", "")), parameters.get("retry_after")
    )


def _without_url(error: Exception) -> str:
    """Aiohttp's errors may quote the address, which holds the token."""
    return str(error) if isinstance(error, RefusedPoll) else type(error).__name__
