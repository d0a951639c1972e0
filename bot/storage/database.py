"""The one door to the database.

A step that reads or writes is a plain function of a `Session`: it can't await, so no transaction is ever open during
a network call. Writes of one process on SQLite go through one queue and share commits; PostgreSQL takes each by itself.
"""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self, TypeVar

from sqlalchemy import Connection, event
from sqlalchemy.engine import make_url
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlmodel import Session

T = TypeVar("T")
Step = Callable[[Session], T]

LARGEST_BATCH = 64
BUSY_TIMEOUT_MS = 10_000


@dataclass(slots=True)
class _Job:
    step: Step[Any]
    outcome: asyncio.Future[Any]
    result: Any = None
    error: Exception | None = None


class Database:
    """Opened with `async with`; `read` and `write` take steps."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.is_sqlite = make_url(url).get_backend_name() == "sqlite"
        self._readers, self._writers = _engines(url, sqlite=self.is_sqlite)
        self._queue: asyncio.Queue[_Job] = asyncio.Queue()
        self._writer: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Self:
        if self.is_sqlite:
            self._writer = asyncio.create_task(self._write_in_turn(), name="database writer")
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._writer is not None:
            self._writer.cancel()
            with suppress(asyncio.CancelledError):
                await self._writer
        await self._readers.dispose()
        await self._writers.dispose()

    async def read(self, step: Step[T]) -> T:
        """Runs a step that only reads; on SQLite a write in it fails."""
        async with self._readers.connect() as connection:
            return await connection.run_sync(_in_session, step)

    async def write(self, step: Step[T]) -> T:
        """Runs a step in a write transaction of its own, all or nothing.

        A step may run beside others in one commit, and must change nothing but through its session.
        Raises what the step raises.
        """
        if not self.is_sqlite:
            async with self._writers.begin() as connection:
                return await connection.run_sync(_in_session, step)
        job = _Job(step, asyncio.get_running_loop().create_future())
        self._queue.put_nowait(job)
        result: T = await job.outcome
        return result

    async def _write_in_turn(self) -> None:
        while True:
            batch = [await self._queue.get()]
            while len(batch) < LARGEST_BATCH and not self._queue.empty():
                batch.append(self._queue.get_nowait())
            try:
                async with self._writers.begin() as connection:
                    await connection.run_sync(_run_batch, batch)
            except Exception as error:  # noqa: BLE001 - every waiting step must learn that the commit failed
                for job in batch:
                    job.error = error
            except asyncio.CancelledError:
                for job in batch:
                    job.outcome.cancel()
                raise
            for job in batch:
                _settle(job)


def _run_batch(connection: Connection, batch: list[_Job]) -> None:
    for job in batch:
        try:
            job.result = _in_session(connection, job.step)
        except Exception as error:  # noqa: BLE001 - one step's failure undoes that step, not its neighbours
            job.error = error


def _in_session(connection: Connection, step: Step[T]) -> T:
    """A session within the connection's transaction; its failure rolls back its own savepoint only."""
    with Session(connection, join_transaction_mode="create_savepoint", expire_on_commit=False) as session:
        result = step(session)
        session.commit()
        return result


def _settle(job: _Job) -> None:
    if job.outcome.done():  # whoever waited was cancelled; the step's commit stands
        return
    if job.error is not None:
        job.outcome.set_exception(job.error)
    else:
        job.outcome.set_result(job.result)


def _engines(url: str, *, sqlite: bool) -> tuple[AsyncEngine, AsyncEngine]:
    writers = writing_engine(url)
    if not sqlite:
        return writers, writers
    readers = create_async_engine(url, pool_size=4)
    _prepare_sqlite(readers, begin="BEGIN", query_only=True)
    return readers, writers


def writing_engine(url: str) -> AsyncEngine:
    """An engine whose transactions may write; on SQLite one at a time, and changes of tables belong to them too."""
    if make_url(url).get_backend_name() != "sqlite":
        return create_async_engine(url, pool_pre_ping=True)
    make_folder(url)
    engine = create_async_engine(url, pool_size=1, max_overflow=0)
    # Taking the write lock at once avoids the deadlock of two readers that both want to write
    _prepare_sqlite(engine, begin="BEGIN IMMEDIATE", query_only=False)
    return engine


def _prepare_sqlite(engine: AsyncEngine, *, begin: str, query_only: bool) -> None:
    @event.listens_for(engine.sync_engine, "connect")
    def connect(connection: Any, _record: Any) -> None:
        connection.isolation_level = None  # the driver begins nothing by itself
        cursor = connection.cursor()
        cursor.execute(f"PRAGMA busy_timeout={BUSY_TIMEOUT_MS}")
        cursor.execute("PRAGMA journal_mode=WAL")
        cursor.execute("PRAGMA synchronous=FULL")  # a stored update survives a power cut, not only a crash
        cursor.execute("PRAGMA foreign_keys=ON")
        cursor.execute(f"PRAGMA query_only={'ON' if query_only else 'OFF'}")
        cursor.close()

    @event.listens_for(engine.sync_engine, "begin")
    def start(connection: Connection) -> None:
        connection.exec_driver_sql(begin)


def make_folder(url: str) -> None:
    """Makes the folder of an SQLite file; nothing for other databases."""
    file = make_url(url).database
    if file and file != ":memory:":
        Path(file).parent.mkdir(parents=True, exist_ok=True)
