"""One process polls; another with the same database waits and takes over when the first is gone."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta

import structlog
from sqlmodel import Session

from bot import clock
from bot.storage import leases
from bot.storage.database import Database
from bot.storage.faults import is_passing

NAME = "poll"
TTL = timedelta(seconds=6)
"""How long a bot that was killed keeps the next one waiting; long enough for a loaded machine to renew in time."""
EVERY = 1.5
"""Seconds between two looks at the lease."""

log = structlog.get_logger(__name__)


class PollLease:
    """Held by whoever polls."""

    def __init__(self, database: Database, owner: str) -> None:
        self._database = database
        self._owner = owner

    async def acquire(self) -> None:
        """Returns once the lease is ours; says so when another holds it."""
        told = False
        while not await self._take():
            if not told:
                log.warning("another process polls with this database; standing by")
                told = True
            await asyncio.sleep(EVERY)

    @asynccontextmanager
    async def held(self) -> AsyncIterator[asyncio.Task[None]]:
        """Keeps an acquired lease until the end, then lets the next process in.

        Gives a task that ends when the lease is lost, as it may be after the machine was asleep.
        """
        keeping = asyncio.create_task(self._keep())
        try:
            yield keeping
        finally:
            keeping.cancel()
            await asyncio.gather(keeping, return_exceptions=True)
            await self._database.write(lambda session: leases.give_up(session, NAME, self._owner, clock.now()))

    async def _keep(self) -> None:
        while True:
            await asyncio.sleep(EVERY)
            if not await self._take():
                log.error("the poll lease was lost")
                return

    async def _take(self) -> bool:
        """True if it is ours; while the database is away nobody can take it from us, nor we from others."""

        def take(session: Session) -> bool:
            return leases.take(session, NAME, self._owner, clock.now(), TTL)

        while True:
            try:
                return await self._database.write(take)
            except Exception as error:
                if not is_passing(error):
                    raise
                log.warning("the poll lease can't be renewed", why=type(error).__name__)
                await asyncio.sleep(EVERY)
