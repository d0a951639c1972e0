"""Wakes a job when files change. It only wakes: what changed, the job finds out by itself."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from contextlib import asynccontextmanager
from pathlib import Path

import structlog
from watchfiles import awatch

DEBOUNCE_MS = 200
"""At most so long are changes gathered: other files in the folder may change all the time."""

log = structlog.get_logger(__name__)


@asynccontextmanager
async def watching(files: Iterable[Path], job: Callable[[], Awaitable[object]]) -> AsyncIterator[None]:
    """Runs the job after each change of a file, while the context is open.

    Folders are watched, not the files: most editors put a new file in the old one's place.
    """
    folders = {file.resolve().parent for file in files}
    task = asyncio.create_task(_watch([folder for folder in folders if folder.is_dir()], job))
    try:
        yield
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def _watch(folders: list[Path], job: Callable[[], Awaitable[object]]) -> None:
    if not folders:
        return
    try:
        async for _ in awatch(*folders, recursive=False, debounce=DEBOUNCE_MS, step=50, watch_filter=None):
            await _run(job)
    except OSError as error:  # as where the system allows no more watches; the clock's tick looks as well, if later
        log.warning("files can't be watched", why=str(error))


async def _run(job: Callable[[], Awaitable[object]]) -> None:
    try:
        await job()
    except Exception:
        log.exception("what a change of a file should do failed")
