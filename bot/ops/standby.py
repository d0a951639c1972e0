"""One process polls; another with the same database waits and takes over when the first is gone."""

import asyncio
from datetime import timedelta

import structlog
from sqlmodel import Session

from bot import clock
from bot.storage import leases
from bot.storage.database import Database

NAME = "poll"
TTL = timedelta(seconds=20)
RENEW_EVERY = 5.0

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
            await asyncio.sleep(RENEW_EVERY)

    async def keep(self) -> None:
        """Renews until the lease is lost, as it may be after the machine was asleep."""
        while True:
            await asyncio.sleep(RENEW_EVERY)
            if not await self._take():
                log.error("the poll lease was lost")
                return

    async def give_up(self) -> None:
        """Lets the next one in."""
        await self._database.write(lambda session: leases.give_up(session, NAME, self._owner, clock.now()))

    async def _take(self) -> bool:
        def take(session: Session) -> bool:
            return leases.take(session, NAME, self._owner, clock.now(), TTL)

        return await self._database.write(take)
