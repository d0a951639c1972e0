"""A copy of the database while the bot is at work."""

import asyncio
import shutil
from pathlib import Path

import pytest
from sqlalchemy.engine import make_url
from sqlmodel import Session

from bot.storage.backup import BackupImpossible, backup_to
from bot.storage.database import Database
from bot.storage.memos import recall, remember
from bot.storage.migrate import is_current
from tests.storage.postgres import postgres_url


async def test_a_copy_of_a_busy_sqlite_file_is_whole(sqlite_template: Path, tmp_path: Path) -> None:
    shutil.copy(sqlite_template, tmp_path / "bot.db")
    url = f"sqlite+aiosqlite:///{tmp_path}/bot.db"
    copy = tmp_path / "backups" / "copy.db"

    def pair(number: int) -> None:
        def step(session: Session) -> None:
            remember(session, "left", number)
            remember(session, "right", number)

        writes.append(asyncio.create_task(database.write(step)))

    writes: list[asyncio.Task[None]] = []
    async with Database(url) as database:
        pair(1)
        await writes[0]
        for number in range(2, 40):
            pair(number)
        await backup_to(url, copy)
        await asyncio.gather(*writes)
    copied = f"sqlite+aiosqlite:///{copy}"
    assert await is_current(copied)
    async with Database(copied) as restored:
        left, right = await restored.read(lambda s: (recall(s, "left"), recall(s, "right")))
    assert left == right
    assert left in range(1, 40)


async def test_a_dump_of_postgresql_can_be_restored(postgresql_template: str, tmp_path: Path) -> None:
    if not (shutil.which("pg_dump") and shutil.which("pg_restore")):
        pytest.skip("no pg_dump")
    async with postgres_url(postgresql_template) as source, postgres_url() as target:
        async with Database(source) as database:
            await database.write(lambda session: remember(session, "a", "ы"))
            await backup_to(source, tmp_path / "copy.dump")
        into = make_url(target).set(drivername="postgresql").render_as_string(hide_password=False)
        restore = await asyncio.create_subprocess_exec(
            "pg_restore", "--no-owner", f"--dbname={into}", str(tmp_path / "copy.dump")
        )
        assert await restore.wait() == 0
        assert await is_current(target)
        async with Database(target) as restored:
            assert await restored.read(lambda session: recall(session, "a")) == "ы"


async def test_nothing_is_overwritten_and_nothing_is_copied_from_nowhere(sqlite_template: Path, tmp_path: Path) -> None:
    (tmp_path / "there").touch()
    with pytest.raises(BackupImpossible, match="exists"):
        await backup_to(f"sqlite+aiosqlite:///{sqlite_template}", tmp_path / "there")
    with pytest.raises(BackupImpossible, match="no-database"):
        await backup_to(f"sqlite+aiosqlite:///{tmp_path}/nowhere.db", tmp_path / "copy")
