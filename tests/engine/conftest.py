"""Parts of the engine by themselves, over a real database."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.playground import Person, Playground
from bot.storage.database import Database
from bot.storage.migrate import upgrade
from bot.telegram.alarms import Alarms

ADMIN = 3001


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    """A migrated SQLite database, open."""
    url = f"sqlite+aiosqlite:///{tmp_path}/engine.db"
    await upgrade(url)
    async with Database(url) as opened:
        yield opened


@pytest.fixture
def alarms() -> Alarms:
    """One admin."""
    return Alarms([ADMIN])


@pytest.fixture
async def telegram() -> AsyncIterator[Playground]:
    """Telegram without a bot."""
    async with Playground(token="1000:TEST-TOKEN-OF-THE-PLAYGROUND") as playground:
        yield playground


@pytest.fixture
def anna(telegram: Playground) -> Person:
    """Someone who writes."""
    return telegram.person(1001, "Анна")
