"""Migrations bring any database to the shape that the code knows."""

import asyncio
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection, inspect
from sqlalchemy.ext.asyncio import create_async_engine

from bot.errors import DatabaseAway
from bot.storage import migrate
from bot.storage.columns import metadata
from bot.storage.database import Database
from bot.storage.migrate import is_current, upgrade


async def _tables(url: str) -> list[str]:
    engine = create_async_engine(url)
    async with engine.connect() as connection:
        found = await connection.run_sync(lambda sync: inspect(sync).get_table_names())
    await engine.dispose()
    return found


async def test_an_empty_database_becomes_what_the_code_knows(empty_url: str) -> None:
    assert not await is_current(empty_url)
    await upgrade(empty_url)
    assert await is_current(empty_url)

    def differences(connection: Connection) -> list[object]:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        return list(compare_metadata(context, metadata))

    engine = create_async_engine(empty_url)
    async with engine.connect() as connection:
        assert await connection.run_sync(differences) == []
    await engine.dispose()


async def test_upgrading_again_changes_nothing(url: str) -> None:
    before = await _tables(url)
    await upgrade(url)
    assert await _tables(url) == before


async def test_processes_that_start_together_take_turns(empty_url: str) -> None:
    await asyncio.gather(*(upgrade(empty_url) for _ in range(3)))
    assert await is_current(empty_url)


async def test_a_migration_that_is_cut_off_leaves_nothing_behind(
    empty_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else the next start would find half of the tables and never get past them."""
    real = migrate._upgrade

    def cut_off(connection: Connection) -> None:
        real(connection)
        raise KeyboardInterrupt

    monkeypatch.setattr(migrate, "_upgrade", cut_off)
    with pytest.raises(KeyboardInterrupt):
        await upgrade(empty_url)
    assert await _tables(empty_url) == []
    monkeypatch.undo()
    await upgrade(empty_url)
    assert await is_current(empty_url)


async def test_upgrading_doesn_t_wait_for_a_bot_that_is_writing(url: str) -> None:
    async with Database(url) as database, database._writers.begin():
        await asyncio.wait_for(upgrade(url), 5)


async def test_a_database_that_can_t_be_used_is_said_to_be_away(tmp_path: Path) -> None:
    (tmp_path / "text.db").write_text("not a database, but long enough to be read as one")
    for url in (f"sqlite+aiosqlite:///{tmp_path}/text.db", "postgresql+asyncpg://nobody@127.0.0.1:1/none"):
        with pytest.raises(DatabaseAway):
            await upgrade(url)
