"""Joins the bot and the playground: everything in one process on this machine, without a token."""

import asyncio
import sys
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

from pydantic import SecretStr

from bot.billing.csv_file import read_accounts
from bot.billing.load import load_accounts
from bot.playground import Playground
from bot.service import serve
from bot.settings import Settings, load_settings
from bot.storage.database import Database
from bot.storage.migrate import upgrade
from bot.texts import Texts
from bot.tour import Cast, play

TOKEN = "1000:DEMO-TOKEN-OF-THE-PLAYGROUND"  # noqa: S105 - it opens nothing but the playground
GROUP_ID = -1001000000001
ADMIN_ID = 3001
SAMPLE = Path("data/sample.csv")


async def run_demo(port: int, *, tour: bool) -> bool:
    """Serves the playground until stopped; with `tour` plays every part instead, and says whether all of it worked."""
    with tempfile.TemporaryDirectory(prefix="biletik-demo-") as folder:
        async with Playground(token=TOKEN, port=0 if tour else port) as telegram:
            cast = _cast(telegram)
            settings = _settings(telegram, Path(folder))
            await _load_sample(settings)
            async with _bot(settings):
                if tour:
                    return await play(cast)
                sys.stdout.write(Texts(settings.locale).plain("demo-open", url=telegram.url) + "\n")
                sys.stdout.flush()
                await asyncio.Event().wait()
    return True


def _cast(telegram: Playground) -> Cast:
    """The people of `data/sample.csv`, two agents, an admin, and the agents' group."""
    oleg = telegram.person(2001, "Олег", last_name="Ветров", role="agent")
    vera = telegram.person(2002, "Вера", role="agent")
    return Cast(
        telegram=telegram,
        subscriber=telegram.person(1001, "Мария", last_name="Соколова", phone="+79990000001", role="subscriber"),
        debtor=telegram.person(1002, "Павел", last_name="Гусев", phone="+79990000002", role="subscriber"),
        stranger=telegram.person(1003, "Катя", phone="+79995550000", role="subscriber"),
        agent=oleg,
        colleague=vera,
        admin=telegram.person(ADMIN_ID, "Дмитрий", role="admin"),
        group=telegram.group(GROUP_ID, "Поддержка", forum=True, members=[oleg, vera], bot="administrator"),
    )


def _settings(telegram: Playground, folder: Path) -> Settings:
    """The installation's own data files and texts, but the playground's Telegram and a database that goes away."""
    return load_settings().model_copy(
        update={
            "bot_token": SecretStr(TOKEN),
            "telegram_api_url": telegram.url,
            "support_chat_id": GROUP_ID,
            "admin_ids": frozenset({ADMIN_ID}),
            "database_url": SecretStr(f"sqlite+aiosqlite:///{folder}/demo.db"),
            "http_port": 0,
            "webhook_url": None,
            "billing": "embedded",
        }
    )


async def _load_sample(settings: Settings) -> None:
    url = settings.database_url.get_secret_value()
    accounts = read_accounts(await asyncio.to_thread(SAMPLE.read_bytes))
    await upgrade(url)
    async with Database(url) as database:
        await database.write(lambda session: load_accounts(session, accounts))


@asynccontextmanager
async def _bot(settings: Settings) -> AsyncIterator[None]:
    """The bot at work while the context is open; a start that fails is raised here."""
    started = asyncio.Event()
    running = asyncio.create_task(serve(settings, started=started.set))
    starting = asyncio.create_task(started.wait())
    await asyncio.wait({running, starting}, return_when=asyncio.FIRST_COMPLETED)
    if running.done():
        running.result()
    try:
        yield
    finally:
        running.cancel()
        with suppress(asyncio.CancelledError):
            await running
