"""Wakes a job when files change. It only wakes: what changed, the job finds out by itself."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Collection
from contextlib import asynccontextmanager
from pathlib import Path

import structlog
from watchfiles import awatch

DEBOUNCE_MS = 200
"""At most so long are changes gathered: other files in the folder may change all the time."""
PAUSE = 5.0
"""Seconds until files that can't be watched are tried again."""

log = structlog.get_logger(__name__)


@asynccontextmanager
async def watching(files: Collection[Path], job: Callable[[], Awaitable[object]]) -> AsyncIterator[None]:
    """Runs the job after each change of a file, while the context is open."""
    task = asyncio.create_task(_watch(files, job))
    try:
        yield
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def _watch(files: Collection[Path], job: Callable[[], Awaitable[object]]) -> None:
    while True:
        try:
            async for _ in awatch(*_folders(files), recursive=False, debounce=DEBOUNCE_MS, step=50, watch_filter=None):
                await _run(job)
        except OSError as error:  # as where the system allows no more watches; the clock's tick looks as well, if later
            log.warning("files can't be watched", why=str(error))
        await asyncio.sleep(PAUSE)


def _folders(files: Collection[Path]) -> set[Path]:
    """Folders, not the files: most editors put a new file in the old one's place; those of links and behind them."""
    folders = {place.parent for file in files for place in (file.absolute(), file.resolve())}
    return {folder for folder in folders if folder.is_dir()}


async def _run(job: Callable[[], Awaitable[object]]) -> None:
    try:
        await job()
    except Exception:
        log.exception("what a change of a file should do failed")
