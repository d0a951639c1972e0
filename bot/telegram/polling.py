"""Asks Telegram for updates as raw JSON and stores each batch before Telegram is told that it arrived."""

import asyncio
import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
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
from bot.telegram.faults import is_passing

LONG_POLL = 25
PAUSES = (1.0, 2.0, 5.0, 15.0, 30.0)
CONFLICT = 409
AFTER_NOTHING = 0.05
NOTED_EVERY = timedelta(minutes=1)
"""How often it is noted that nothing came."""
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
        self._noted = datetime.min.replace(tzinfo=UTC)
        self._failures = 0
        self._conflicts = 0

    async def run(self) -> None:
        """Polls for ever, with growing pauses while Telegram or the database is away or somebody else polls."""
        timeout = aiohttp.ClientTimeout(total=LONG_POLL + 15, connect=10)
        async with aiohttp.ClientSession(timeout=timeout) as session:
            while True:
                try:
                    await self._store(await self._fetch(session))
                    self._failures = self._conflicts = 0
                except Exception as error:
                    if not (isinstance(error, RefusedPoll | ValueError) or is_passing(error)):
                        raise
                    await self._pause(error)

    async def _fetch(self, session: aiohttp.ClientSession) -> list[Any]:
        query: dict[str, Any] = {"timeout": LONG_POLL, "allowed_updates": json.dumps(ALLOWED_UPDATES)}
        if self._offset is not None:
            query["offset"] = self._offset
        async with session.post(self._url, data=query) as response:
            body = await response.json(content_type=None)
        if not isinstance(body, dict) or not body.get("ok") or not isinstance(body.get("result"), list):
            raise _refusal(response.status, body)
        updates: list[Any] = body["result"]
        return updates

    async def _store(self, updates: list[Any]) -> None:
        found = arrivals(updates)
        if updates and not found:
            raise ValueError("none of these updates can be acknowledged")

        now = clock.now()
        if not found and now - self._noted < NOTED_EVERY:
            await asyncio.sleep(AFTER_NOTHING)  # a server that doesn't hold the call open must not be asked in a ring
            return

        def step(session: Session) -> None:
            self._tell_of_gap(session, now)
            InboxRows(session).store(found, now)
            remember(session, LAST_POLL, now.isoformat())

        await self._database.write(step)
        self._noted = now
        if found:
            # only now, by the next call's offset, does Telegram learn that they arrived
            self._offset = max(arrival.update_id for arrival in found) + 1
            self._arrived()

    def _tell_of_gap(self, session: Session, now: datetime) -> None:
        """After a longer silence admins learn from when messages may be missing."""
        last = recall(session, LAST_POLL)
        if last is not None and now - datetime.fromisoformat(last) > KEPT_BY_TELEGRAM:
            self._alarms.alert(session, "gap", {"since": last[:16].replace("T", " ")}, now)

    async def _pause(self, error: Exception) -> None:
        pause = PAUSES[min(self._failures, len(PAUSES) - 1)]
        self._failures += 1
        if isinstance(error, RefusedPoll):
            pause = max(pause, error.retry_after or 0)
            await self._count_conflict(error)
        log.warning("no updates", pause=pause, why=_without_url(error))
        await asyncio.sleep(pause)

    async def _count_conflict(self, refusal: RefusedPoll) -> None:
        """Admins learn of a second poller at its second sign: one may be our own last call, cut off by a restart."""
        self._conflicts = self._conflicts + 1 if refusal.code == CONFLICT else 0
        if self._conflicts == 2:  # noqa: PLR2004 - as said above
            try:
                await self._database.write(lambda session: self._alarms.alert(session, "two-bots", {}, clock.now()))
            except Exception as error:
                if not is_passing(error):  # the database may be away as well
                    raise


def _refusal(status: int, body: Any) -> RefusedPoll:
    said = body if isinstance(body, dict) else {}
    parameters = said.get("parameters") or {}
    return RefusedPoll(
        int(said.get("error_code", status)), str(said.get("description", "")), parameters.get("retry_after")
    )


def _without_url(error: Exception) -> str:
    """Aiohttp's errors may quote the address, which holds the token."""
    return str(error) if isinstance(error, RefusedPoll) else type(error).__name__
