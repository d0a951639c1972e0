"""Writes many things in one step: what comes while a write is under way shares the next one."""

import asyncio
from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from sqlmodel import Session

from bot.storage.database import Database

W = TypeVar("W")


class Together(Generic[W]):
    """Awaited for each thing; returns when it is committed.

    `write` stores several things in one session. Where they fail together each is written by itself, so that one bad
    thing fails alone.
    """

    def __init__(self, database: Database, write: Callable[[Session, Sequence[W]], None]) -> None:
        self._database = database
        self._write = write
        self._waiting: list[tuple[W, asyncio.Future[None]]] = []
        self._writing: asyncio.Task[None] | None = None

    async def __call__(self, thing: W) -> None:
        """Stores a thing. Raises what storing it raises."""
        stored: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append((thing, stored))
        if self._writing is None or self._writing.done():
            self._writing = asyncio.create_task(self._write_waiting())
        await stored

    async def _write_waiting(self) -> None:
        while self._waiting:
            batch, self._waiting = self._waiting, []
            try:
                await self._store([thing for thing, _ in batch])
            except Exception:  # noqa: BLE001 - found out below, one by one
                await self._write_alone(batch)
            else:
                for _, stored in batch:
                    _settle(stored, None)

    async def _write_alone(self, batch: list[tuple[W, asyncio.Future[None]]]) -> None:
        for thing, stored in batch:
            try:
                await self._store([thing])
            except Exception as error:  # noqa: BLE001 - handed to whoever waits for this thing
                _settle(stored, error)
            else:
                _settle(stored, None)

    async def _store(self, things: list[W]) -> None:
        await self._database.write(lambda session: self._write(session, things))


def _settle(stored: asyncio.Future[None], error: Exception | None) -> None:
    if stored.done():  # whoever waited was cancelled; the commit stands
        return
    if error is None:
        stored.set_result(None)
    else:
        stored.set_exception(error)
