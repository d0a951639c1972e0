"""The clock's tick. APScheduler only wakes; what is due, and what was done, stands in the database."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.errors import Unavailable

Job = Callable[[], Awaitable[Any]]

log = structlog.get_logger(__name__)


@asynccontextmanager
async def ticking(zone: ZoneInfo, jobs: dict[str, tuple[Job, float]]) -> AsyncIterator[None]:
    """Runs each job at once and then every so many seconds, one run of it at a time, while the context is open."""
    scheduler = AsyncIOScheduler(
        timezone=zone, job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None}
    )
    for name, (job, seconds) in jobs.items():
        now = datetime.now(zone)
        scheduler.add_job(_guarded, "interval", seconds=seconds, args=(name, job), id=name, next_run_time=now)
    scheduler.start()
    try:
        yield
    finally:
        scheduler.shutdown(wait=False)


async def _guarded(name: str, job: Job) -> None:
    """A failed tick is logged; the next one does what this one could not."""
    try:
        await job()
    except asyncio.CancelledError:
        log.debug("tick cut off by the stop", job=name)  # raised on, it would be told as an error
    except Unavailable as error:
        log.warning("tick postponed", job=name, why=type(error).__name__)
    except Exception:
        log.exception("tick failed", job=name)
