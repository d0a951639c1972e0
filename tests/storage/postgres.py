"""Databases of one's own on a PostgreSQL server: `TEST_DATABASE_URL`, else the one on this machine."""

import os
import secrets
import warnings
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import cache

import pytest
from sqlalchemy import text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection, create_async_engine

SERVER = os.environ.get("TEST_DATABASE_URL", "postgresql+asyncpg://postgres@127.0.0.1:5432/test")


@asynccontextmanager
async def postgres_url(template: str = "") -> AsyncIterator[str]:
    """The address of a new database that goes away afterwards: a copy of that at `template`, else empty.

    Without a server the test is skipped, loudly.
    """
    name = f"biletik_{secrets.token_hex(8)}"
    like = f" TEMPLATE {make_url(template).database}" if template else ""
    try:
        async with _server() as server:
            await server.execute(text(f"CREATE DATABASE {name}{like}"))
    except (OSError, DBAPIError) as error:
        _tell_once(str(error).partition("\n")[0])
        pytest.skip("no PostgreSQL: set TEST_DATABASE_URL")
    try:
        yield make_url(SERVER).set(database=name).render_as_string(hide_password=False)
    finally:
        async with _server() as server:
            await server.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))


@asynccontextmanager
async def _server() -> AsyncIterator[AsyncConnection]:
    engine = create_async_engine(SERVER, isolation_level="AUTOCOMMIT")
    try:
        async with engine.connect() as connection:
            yield connection
    finally:
        await engine.dispose()


@cache
def _tell_once(why: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("always")  # shown in pytest's summary, not an error
        warnings.warn(f"NOT TESTED ON POSTGRESQL ({why}); set TEST_DATABASE_URL", stacklevel=2)
