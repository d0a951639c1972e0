"""Joins the bot and the playground: everything in one process on this machine, without a token."""

import asyncio
import sys
import tempfile
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from datetime import date, time
from pathlib import Path

from dishka import Provider, Scope, provide
from pydantic import SecretStr

from bot import clock
from bot.billing.csv_file import read_accounts
from bot.billing.embedded import EmbeddedBilling
from bot.billing.load import load_accounts
from bot.billing.port import Account, Billing, BillingUnavailable
from bot.faq.versions.press import Files
from bot.faq.versions.source import FaqSource
from bot.playground import Playground
from bot.service import serve
from bot.settings import Settings, load_settings
from bot.storage.database import Database
from bot.storage.migrate import upgrade
from bot.storage.tables import BillingAccount
from bot.texts import Texts
from bot.tour import Cast, play

TOKEN = "1000:DEMO-TOKEN-OF-THE-PLAYGROUND"  # noqa: S105 - it opens nothing but the playground
GROUP_ID = -1001000000001
ADMIN_ID = 3001
SAMPLE = Path("data/sample.csv")


async def run_demo(port: int, *, tour: bool) -> bool:
    """Serves the playground until stopped; with `tour` plays every part instead, and says whether all of it worked."""
    if tour:
        return await _scene(0, _tour, forum=True) and await _scene(0, _tour, forum=False)
    return await _scene(port, _open_house, forum=True)


async def _scene(port: int, action: Callable[[Cast, "RestartableBot"], Awaitable[bool]], *, forum: bool) -> bool:
    """A playground with its people, and the bot at work in it, for as long as the action takes."""
    with tempfile.TemporaryDirectory(prefix="biletik-demo-") as folder:
        async with Playground(token=TOKEN, port=port) as telegram:
            settings = _settings(telegram, Path(folder))
            await _load_sample(settings)
            bot = RestartableBot(settings)
            cast = _cast(telegram, bot, forum=forum)
            async with bot:
                return await action(cast, bot)


async def _tour(cast: Cast, _: "RestartableBot") -> bool:
    return await play(cast)


async def _open_house(cast: Cast, bot: "RestartableBot") -> bool:
    """Until Ctrl+C, which the bot hears."""
    sys.stdout.write(Texts(bot.settings.locale).plain("demo-open", url=cast.telegram.url) + "\n")
    sys.stdout.flush()
    await bot.ended()
    return True


def _cast(telegram: Playground, bot: "RestartableBot", *, forum: bool) -> Cast:
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
        group=telegram.group(GROUP_ID, "Поддержка", forum=forum, members=[oleg, vera], bot="administrator"),
        restart=bot.restart,
        billing=bot.billing,
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
            "remind_at": time(0),  # whoever signs in with a debt sees the reminder at once
        }
    )


async def _load_sample(settings: Settings) -> None:
    url = settings.database_url.get_secret_value()
    accounts = read_accounts(await asyncio.to_thread(SAMPLE.read_bytes))
    _bring_up_to_date(accounts, clock.now().astimezone(settings.zone).date())
    await upgrade(url)
    async with Database(url) as database:
        await database.write(lambda session: load_accounts(session, accounts))


def _bring_up_to_date(accounts: Sequence[BillingAccount], today: date) -> None:
    """Moves all charges so that the first one is today: the sample stays as lively as when it was written."""
    charges = [account.next_charge for account in accounts if account.next_charge is not None]
    for account in accounts:
        if account.next_charge is not None:
            account.next_charge += today - min(charges)


class ReadOnlyFaq(Provider):
    """The installation's own files: an edit of them is noticed, but what is played in the chat stays there."""

    scope = Scope.APP

    @provide(override=True)
    def files(self, settings: Settings) -> Files:
        """The files as wired, never written."""
        return Files(FaqSource(settings.faq_path, may_write=False), settings.synonyms_path, settings.talk_path)


class SwitchedBilling(Provider):
    """The embedded billing with a switch: while `away`, it doesn't answer."""

    scope = Scope.APP
    away = False

    @provide(override=True)
    def billing(self, database: Database) -> Billing:
        """The billing as wired, behind the switch."""
        return _Switched(database, self)


class _Switched(EmbeddedBilling):
    def __init__(self, database: Database, switch: SwitchedBilling) -> None:
        super().__init__(database)
        self._switch = switch

    async def accounts(self, contracts: Sequence[str]) -> Sequence[Account]:
        if self._switch.away:
            raise BillingUnavailable
        return await super().accounts(contracts)


class RestartableBot:
    """The bot at work while the context is open, and again after a restart; a start that fails is raised."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.billing = SwitchedBilling()
        self._running: asyncio.Task[None] | None = None

    async def __aenter__(self) -> None:
        started = asyncio.Event()
        self._running = asyncio.create_task(serve(self.settings, self.billing, ReadOnlyFaq(), started=started.set))
        starting = asyncio.create_task(started.wait())
        await asyncio.wait({self._running, starting}, return_when=asyncio.FIRST_COMPLETED)
        if self._running.done():
            self._running.result()

    async def __aexit__(self, *_: object) -> None:
        if self._running is not None:
            self._running.cancel()
            with suppress(asyncio.CancelledError):
                await self._running

    async def ended(self) -> None:
        """Waits until it stops by itself. Raises what stopped it."""
        if self._running is not None:
            await self._running

    async def restart(self) -> None:
        """Stops it in the middle of whatever it does, and starts it on the same database."""
        await self.__aexit__()
        await self.__aenter__()
