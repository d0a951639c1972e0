"""A loop that leases work, does it side by side, keeps the leases alive, and sleeps until there is more."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from typing import Generic, TypeVar

import structlog

W = TypeVar("W")
IDLE = 0.5
"""Seconds after which it looks again without being woken: postponed work comes due by the clock."""
AFTER_FAULT = 1.0
RENEW_EVERY = 10.0

log = structlog.get_logger(__name__)


class Pump(Generic[W]):
    """`claim(limit)` leases pieces of work, `renew(pieces)` keeps the leases of what takes long."""

    def __init__(
        self,
        claim: Callable[[int], Awaitable[Sequence[W]]],
        work: Callable[[W], Awaitable[None]],
        renew: Callable[[Sequence[W]], Awaitable[None]],
        parallel: int,
    ) -> None:
        self._claim = claim
        self._renew = renew
        self._work = work
        self._parallel = parallel
        self._more = asyncio.Event()
        self._stopped = False
        self._tasks: dict[asyncio.Task[None], W] = {}

    def wake(self) -> None:
        """There may be something to claim."""
        self._more.set()

    def stop(self) -> None:
        """Claims nothing more."""
        self._stopped = True
        self._more.set()

    async def run(self) -> None:
        """Until `stop`; then waits for what is in work, or cuts it off if cancelled. May be run again afterwards."""
        renewing = asyncio.create_task(self._keep_leases())
        try:
            while not self._stopped:
                self._more.clear()
                if not await self._start_some():
                    with suppress(TimeoutError):
                        await asyncio.wait_for(self._more.wait(), IDLE)
            if self._tasks:
                await asyncio.wait(self._tasks)
        finally:
            left = [renewing, *self._tasks]
            for task in left:
                task.cancel()
            await asyncio.gather(*left, return_exceptions=True)
            self._stopped = False

    async def _keep_leases(self) -> None:
        while True:
            await asyncio.sleep(RENEW_EVERY)
            if self._tasks:
                with suppress(Exception):  # the database may be away; the next round tries again
                    await self._renew(list(self._tasks.values()))

    async def _start_some(self) -> bool:
        free = self._parallel - len(self._tasks)
        if free == 0:
            return False
        try:
            pieces = await self._claim(free)
        except Exception:  # the database may be away for a while
            log.exception("nothing can be claimed")
            await asyncio.sleep(AFTER_FAULT)
            return False
        for piece in pieces:
            task = asyncio.create_task(self._guarded(piece))
            self._tasks[task] = piece
            task.add_done_callback(self._ended)
        return bool(pieces)

    async def _guarded(self, piece: W) -> None:
        try:
            await self._work(piece)
        except Exception:  # its lease runs out and it is claimed again
            log.exception("work was dropped")
            await asyncio.sleep(AFTER_FAULT)

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._tasks.pop(task, None)
        self._more.set()
