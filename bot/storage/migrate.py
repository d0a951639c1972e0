"""Brings a database to the newest shape."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import create_async_engine

from bot.errors import DatabaseAway
from bot.storage.database import make_folder, writing_engine

MIGRATIONS = Path(__file__).parent / "migrations"
LOCK = 0x42494C45
"""A number of ours among PostgreSQL's advisory locks."""


async def upgrade(url: str) -> None:
    """Applies every migration that the database lacks, all or none. Raises `DatabaseAway`.

    Processes that start together take turns: the first migrates, the next finds nothing to do.
    """
    try:
        if not await is_current(url):  # looking takes no lock: it never waits for a bot at work
            await _migrate(url)
    except DBAPIError as error:
        raise DatabaseAway(str(error.orig)) from error
    except OSError as error:
        raise DatabaseAway(str(error)) from error


async def _migrate(url: str) -> None:
    engine = writing_engine(url)
    try:
        async with engine.begin() as connection:
            await connection.run_sync(_upgrade)
    finally:
        await engine.dispose()


def _upgrade(connection: Connection) -> None:
    if connection.dialect.name == "postgresql":  # SQLite's write lock is taken as the transaction begins
        connection.execute(text(f"SELECT pg_advisory_xact_lock({LOCK})"))
    command.upgrade(configuration(connection), "head")


def configuration(connection: Connection) -> Config:
    """Alembic's configuration around an open connection."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    return config


async def is_current(url: str) -> bool:
    """Whether a database has every migration. Raises what the database raises."""
    make_folder(url)
    engine = create_async_engine(url)
    try:
        async with engine.connect() as connection:
            return await connection.run_sync(_is_current)
    finally:
        await engine.dispose()


def _is_current(connection: Connection) -> bool:
    newest = ScriptDirectory.from_config(configuration(connection)).get_current_head()
    return MigrationContext.configure(connection).get_current_revision() == newest
