from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.storage.database import Database
from bot.storage.migrate import upgrade


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    """An empty database."""
    url = f"sqlite+aiosqlite:///{tmp_path}/tickets.db"
    await upgrade(url)
    async with Database(url) as database:
        yield database
