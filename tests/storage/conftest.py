"""Each test of storage runs on SQLite and on PostgreSQL, in a database of its own."""

import asyncio
import shutil
from collections.abc import AsyncIterator, Iterator
from contextlib import AbstractAsyncContextManager
from pathlib import Path

import pytest

from bot.storage.database import Database
from bot.storage.migrate import upgrade
from tests.storage.postgres import postgres_url


@pytest.fixture(params=["sqlite", "postgresql"])
def kind(request: pytest.FixtureRequest) -> str:
    """Which database."""
    return str(request.param)


@pytest.fixture
async def empty_url(kind: str, tmp_path: Path) -> AsyncIterator[str]:
    """The address of a database without tables."""
    if kind == "sqlite":
        yield f"sqlite+aiosqlite:///{tmp_path}/test.db"
    else:
        async with postgres_url() as url:
            yield url


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated file to copy: migrations take longer than most tests."""
    file = tmp_path_factory.mktemp("template") / "template.db"
    asyncio.run(upgrade(f"sqlite+aiosqlite:///{file}"))
    return file


@pytest.fixture(scope="session")
def postgresql_template() -> Iterator[str]:
    """The address of a migrated database to copy."""
    with asyncio.Runner() as runner:
        made = postgres_url()
        url = runner.run(_entered(made))
        runner.run(upgrade(url))
        yield url
        runner.run(_left(made))


async def _entered(made: AbstractAsyncContextManager[str]) -> str:
    return await made.__aenter__()


async def _left(made: AbstractAsyncContextManager[str]) -> None:
    await made.__aexit__(None, None, None)


@pytest.fixture
def template(kind: str, request: pytest.FixtureRequest) -> Path | str:
    """What the test's database is a copy of."""
    found: Path | str = request.getfixturevalue(f"{kind}_template")
    return found


@pytest.fixture
async def url(template: Path | str, tmp_path: Path) -> AsyncIterator[str]:
    """The address of a migrated database."""
    if isinstance(template, Path):
        shutil.copy(template, tmp_path / "test.db")
        yield f"sqlite+aiosqlite:///{tmp_path}/test.db"
    else:
        async with postgres_url(template) as made:
            yield made


@pytest.fixture
async def database(url: str) -> AsyncIterator[Database]:
    """A migrated database, open."""
    async with Database(url) as opened:
        yield opened
