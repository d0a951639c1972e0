"""A front desk that runs as it does in earnest: its own database, and Telegram over HTTP on this machine."""

import asyncio
import shutil
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from dishka import Provider, Scope, provide
from pydantic import SecretStr

from bot.billing.csv_file import read_accounts
from bot.billing.load import load_accounts
from bot.faq.book import Book
from bot.faq.library import Library
from bot.ops.logs import start_logging
from bot.playground import Group, Person, Playground
from bot.service import serve
from bot.settings import Settings
from bot.storage.database import Database
from bot.storage.migrate import upgrade

ROOT = Path(__file__).parent.parent
FAQ = Path(__file__).parent / "data" / "faq.yaml"
SYNONYMS = ROOT / "data/synonyms.yaml"
SUBSCRIBERS = Path(__file__).parent / "data" / "subscribers.csv"
TOKEN = "1000:TEST-TOKEN-OF-THE-PLAYGROUND"
GROUP_ID = -1001000000001


@cache
def _book() -> Book:
    return Book.load(FAQ, ROOT / "data/synonyms.yaml", ROOT / "data/talk.yaml")


class SharedBook(Provider):
    """One book for all tests: it never changes, and lemmas take a moment to load."""

    @provide(scope=Scope.APP)
    def library(self) -> Library:
        return Library(_book())


@dataclass
class FrontDesk:
    """The bot at work, the people around it, and the database under it."""

    telegram: Playground
    group: Group
    anna: Person
    boris: Person
    oleg: Person
    vera: Person
    settings: Settings
    database: Database
    own_faq: bool = False

    @asynccontextmanager
    async def open(self, *overrides: Provider) -> AsyncIterator[None]:
        """The bot runs while the context is open; may be opened again, as after a restart."""
        started = asyncio.Event()
        shared = () if self.own_faq else (SharedBook(),)
        running = asyncio.create_task(serve(self.settings, *shared, *overrides, started=started.set))
        waiting = asyncio.create_task(started.wait())
        await asyncio.wait({running, waiting}, return_when=asyncio.FIRST_COMPLETED)
        if running.done():
            running.result()
        try:
            yield
        finally:
            running.cancel()
            with suppress(asyncio.CancelledError):
                await running


@pytest.fixture(autouse=True, scope="session")
def _logs() -> None:
    start_logging(TOKEN)


@pytest.fixture(autouse=True)
def _no_settings_from_outside(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A developer's own environment and `.env` are not read."""
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.chdir(tmp_path)


def settings_for(telegram: Playground, folder: Path, **changes: object) -> Settings:
    """Settings of a bot on a playground, with a database of its own."""
    values: dict[str, object] = {
        "bot_token": SecretStr(telegram.token),
        "telegram_api_url": telegram.url,
        "support_chat_id": GROUP_ID,
        "admin_ids": frozenset({3001}),
        "database_url": SecretStr(f"sqlite+aiosqlite:///{folder}/biletik.db"),
        "http_port": 0,
        "faq_path": FAQ,
        "synonyms_path": ROOT / "data/synonyms.yaml",
        "talk_path": ROOT / "data/talk.yaml",
        "desk_path": ROOT / "data/desk.yaml",
        "notices_path": ROOT / "data/notices.yaml",
    }
    return Settings.model_validate(values | changes)


_template: list[Path] = []


async def _filled_database() -> Path:
    """A migrated database with the tests' subscribers, made once and copied for each desk."""
    if not _template:
        file = Path(tempfile.mkdtemp(prefix="biletik-tests-")) / "template.db"
        await _fill(f"sqlite+aiosqlite:///{file}")
        _template.append(file)
    return _template[0]


async def _fill(url: str) -> None:
    await upgrade(url)
    async with Database(url) as database:
        accounts = read_accounts(SUBSCRIBERS.read_bytes())
        await database.write(lambda session: load_accounts(session, accounts))


@asynccontextmanager
async def made_desk(
    tmp_path: Path, *, forum: bool = True, own_faq: bool = False, **changes: object
) -> AsyncIterator[FrontDesk]:
    """A desk that isn't open yet; with `own_faq` its FAQ is a file of its own, with versions, renewed as in earnest."""
    if own_faq:
        changes = {"faq_path": copied(FAQ, tmp_path), "synonyms_path": copied(SYNONYMS, tmp_path)} | changes
    async with Playground(token=TOKEN) as telegram:
        anna = telegram.person(1001, "Анна", phone="+79990000101", username="anna")
        boris = telegram.person(1002, "Борис", phone="+79990000102")
        oleg = telegram.person(2001, "Олег")
        vera = telegram.person(2002, "Вера")
        group = telegram.group(GROUP_ID, "Поддержка", forum=forum, members=[oleg, vera], bot="administrator")
        settings = settings_for(telegram, tmp_path, **changes)
        url = settings.database_url.get_secret_value()
        if "database_url" in changes:
            await _fill(url)
        else:
            await asyncio.to_thread(shutil.copy, await _filled_database(), tmp_path / "biletik.db")
        async with Database(url) as database:
            yield FrontDesk(telegram, group, anna, boris, oleg, vera, settings, database, own_faq)


def copied(file: Path, folder: Path) -> Path:
    """A file's copy, which a test may change."""
    return Path(shutil.copy(file, folder / file.name))


@pytest.fixture
async def closed_desk(tmp_path: Path) -> AsyncIterator[FrontDesk]:
    """A desk that a test opens by itself."""
    async with made_desk(tmp_path) as desk:
        yield desk


@pytest.fixture
async def desk(closed_desk: FrontDesk) -> AsyncIterator[FrontDesk]:
    """An open desk in a forum group; Anna and Boris have started the bot."""
    async with closed_desk.open():
        await closed_desk.anna.start()
        await closed_desk.anna.expect("Здравствуйте")
        await closed_desk.boris.start()
        await closed_desk.boris.expect("Здравствуйте")
        yield closed_desk


@pytest.fixture
async def plain_desk(tmp_path: Path) -> AsyncIterator[FrontDesk]:
    """An open desk in a group without topics."""
    async with made_desk(tmp_path, forum=False) as made, made.open():
        await made.anna.start()
        await made.anna.expect("Здравствуйте")
        yield made
