"""A consistent copy of a running database."""

import asyncio
import os
import shutil
from pathlib import Path

from sqlalchemy import text
from sqlalchemy.engine import make_url
from sqlalchemy.ext.asyncio import create_async_engine


class BackupImpossible(Exception):  # noqa: N818 - named as the sentence it tells
    """`why` is `exists`, `no-database`, `no-pg-dump` or `failed`."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


async def backup_to(url: str, file: Path) -> None:
    """Copies an SQLite database by `VACUUM INTO`, PostgreSQL by `pg_dump`. Raises `BackupImpossible`."""
    source = make_url(url).database
    is_sqlite = make_url(url).get_backend_name() == "sqlite"
    _check(file, source if is_sqlite else None)
    if is_sqlite:
        await _sqlite(url, file)
    else:
        await _postgresql(url, file)


def _check(file: Path, source: str | None) -> None:
    if file.exists():
        raise BackupImpossible("exists")
    if source is not None and not Path(source).exists():
        raise BackupImpossible("no-database")
    file.parent.mkdir(parents=True, exist_ok=True)


async def _sqlite(url: str, file: Path) -> None:
    engine = create_async_engine(url, isolation_level="AUTOCOMMIT")
    try:
        async with engine.connect() as connection:
            await connection.execute(text("VACUUM INTO :file"), {"file": str(file)})
    finally:
        await engine.dispose()


async def _postgresql(url: str, file: Path) -> None:
    program = shutil.which("pg_dump")
    if program is None:
        raise BackupImpossible("no-pg-dump")
    address = make_url(url).set(drivername="postgresql")
    # the password goes by the environment, where the list of processes doesn't show it
    environment = dict(os.environ)
    if address.password:
        environment["PGPASSWORD"] = str(address.password)
    target = address.set(password=None).render_as_string()
    dump = await asyncio.create_subprocess_exec(
        program, "--format=custom", f"--file={file}", f"--dbname={target}", env=environment
    )
    if await dump.wait() != 0:
        raise BackupImpossible("failed")
