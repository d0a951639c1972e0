"""Runs the bot: opens everything in order, works until told to stop, and closes in the opposite order."""

import asyncio
import signal
from collections.abc import Callable, Coroutine
from contextlib import AbstractAsyncContextManager, AsyncExitStack, suppress
from typing import Any
from urllib.parse import urlsplit

import structlog
from aiogram import Bot
from dishka import AsyncContainer, Provider
from sqlmodel import Session

from bot import clock
from bot.faq.library import Library
from bot.faq.versions.press import Files
from bot.faq.versions.renewal import Renewal
from bot.handlers.subscriber.commands_menu import publish_commands
from bot.notices.dispatch import Reminders
from bot.ops.housekeeping import tidy
from bot.ops.http import application, serving
from bot.ops.scheduler import Job, ticking
from bot.ops.standby import PollLease
from bot.ops.watch import watching
from bot.settings import Settings
from bot.storage.database import Database
from bot.storage.inbox import InboxRows
from bot.storage.migrate import upgrade
from bot.storage.outbox import OutboxRows
from bot.storage.people import People
from bot.telegram.alarms import Alarms
from bot.telegram.delivery import Delivery
from bot.telegram.faults import TROUBLE, describe
from bot.telegram.greeting import direct_updates, inspect_group, introduce
from bot.telegram.group import DeskGroup
from bot.telegram.polling import Polling
from bot.telegram.webhook import Webhook
from bot.telegram.worker import Worker
from bot.texts import Texts
from bot.texts.choice import language_of
from bot.wiring import Owner, make_container

REMIND_EVERY = 5.0
RENEW_EVERY = 2.0
"""Seconds after which a replica has the FAQ that another one put in force."""
TIDY_EVERY = 3600.0
DRAIN = 10.0
"""Seconds for what is running to end; what does not is done again after the next start."""

log = structlog.get_logger(__name__)


async def serve(settings: Settings, *overrides: Provider, started: Callable[[], None] | None = None) -> None:
    """Works until SIGTERM or SIGINT, or until cancelled; `started` is called once updates are taken.

    Raises `TokenRefused`, `WebhookRefused`, and what reading the data files raises.
    """
    await upgrade(settings.database_url.get_secret_value())
    container = make_container(settings, *overrides)
    try:
        await container.get(Worker)  # everything is read and wired before the first word to Telegram
        await container.get(Library)
        bot = await container.get(Bot)
        me = await introduce(bot)
        log.info("Telegram knows us", bot=me.username, mode="webhook" if settings.webhook_url else "polling")
        stop = _stop_on_signals()
        if settings.webhook_url:
            await _first(stop.wait(), _work(container, settings, started))
        else:
            await _poll_in_turn(container, settings, stop, started)
    finally:
        await container.close()


async def _poll_in_turn(
    container: AsyncContainer, settings: Settings, stop: asyncio.Event, started: Callable[[], None] | None
) -> None:
    """Works while the poll lease is ours, and stands by while it isn't."""
    database = await container.get(Database)
    lease = PollLease(database, await container.get(Owner))
    while not stop.is_set():
        await _first(stop.wait(), lease.acquire())
        if stop.is_set():
            return
        async with lease.held() as lost:
            # nobody else works on this database, so what is leased was left behind by a crash
            await database.write(_release_all)
            # waiting for the loss, not keeping, is cancelled at a stop: the lease stays ours while work drains
            await _first(stop.wait(), asyncio.wait([lost]), _work(container, settings, started))


async def _work(container: AsyncContainer, settings: Settings, started: Callable[[], None] | None) -> None:
    """Takes updates, handles them, delivers what is queued and ticks; when cancelled, ends what is running."""
    bot, database = await container.get(Bot), await container.get(Database)
    worker, delivery = await container.get(Worker), await container.get(Delivery)
    await _prepare_telegram(container, settings)
    async with AsyncExitStack() as stack:
        await stack.enter_async_context(_serving(settings, database, worker))
        await stack.enter_async_context(ticking(settings.zone, await _jobs(container)))
        renewal, files = await container.get(Renewal), await container.get(Files)
        await stack.enter_async_context(watching(files.all, renewal.tick))
        pumps = [asyncio.create_task(worker.run()), asyncio.create_task(delivery.run())]
        gateway = asyncio.create_task(_gateway(bot, settings, database, await container.get(Alarms), worker))
        if started is not None:
            started()
        try:
            done, _ = await asyncio.wait([gateway, *pumps], return_when=asyncio.FIRST_COMPLETED)
            await next(iter(done))  # none ends by itself but with an error
        finally:
            await _cancelled(gateway)
            worker.stop()
            delivery.stop()
            await asyncio.wait(pumps, timeout=DRAIN)
            await _cancelled(*pumps)


async def _prepare_telegram(container: AsyncContainer, settings: Settings) -> None:
    bot, group = await container.get(Bot), await container.get(DeskGroup)
    database = await container.get(Database)
    secret = settings.webhook_secret.get_secret_value() if settings.webhook_secret else None
    await direct_updates(bot, settings.webhook_url, secret)
    try:
        admins = await database.read(lambda session: _admins(session, settings))
        await publish_commands(bot, Texts(settings.locale), await group.chat_id(), admins)
    except TROUBLE as error:  # a menu is no reason not to work
        log.warning("commands not published", why=describe(error))
    await inspect_group(group, database, await container.get(Alarms))


def _admins(session: Session, settings: Settings) -> dict[int, Texts]:
    """Admins who have started the bot, with their languages."""
    people = People(session).of_chats(list(settings.admin_ids))
    languages = {
        chat_id: language_of(person.language, person.telegram_language, settings.locale)
        for chat_id, person in people.items()
    }
    return {chat_id: Texts(language) for chat_id, language in languages.items()}


async def _gateway(bot: Bot, settings: Settings, database: Database, alarms: Alarms, worker: Worker) -> None:
    """Polls; with a webhook updates come by themselves."""
    if settings.webhook_url:
        await asyncio.Event().wait()
    url = f"{settings.telegram_api_url}/bot{bot.token}"
    await Polling(url, database, alarms, worker.wake).run()


def _serving(settings: Settings, database: Database, worker: Worker) -> AbstractAsyncContextManager[None]:
    webhook = None
    if settings.webhook_url and settings.webhook_secret:
        receiver = Webhook(settings.webhook_secret.get_secret_value(), database, worker.wake)
        webhook = (urlsplit(settings.webhook_url).path or "/", receiver.receive)
    app = application(database, webhook)
    return serving(app, settings.http_host, settings.http_port, required=webhook is not None)


async def _jobs(container: AsyncContainer) -> dict[str, tuple[Job, float]]:
    database, reminders = await container.get(Database), await container.get(Reminders)
    renewal = await container.get(Renewal)
    return {
        "faq": (renewal.tick, RENEW_EVERY),
        "reminders": (lambda: reminders.tick(clock.now()), REMIND_EVERY),
        "housekeeping": (lambda: database.write(lambda session: tidy(session, clock.now())), TIDY_EVERY),
    }


def _release_all(session: Session) -> None:
    InboxRows(session).release_all()
    OutboxRows(session).release_all()


def _stop_on_signals() -> asyncio.Event:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        with suppress(NotImplementedError, RuntimeError):  # not on Windows, nor outside the main thread
            loop.add_signal_handler(number, stop.set)
    return stop


async def _first(*work: Coroutine[Any, Any, object]) -> None:
    """Runs all until the first ends, then cancels the rest and waits for them. Raises what the first raises."""
    tasks = [asyncio.create_task(one) for one in work]
    try:
        done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        for task in done:
            task.result()
    finally:
        await _cancelled(*tasks)


async def _cancelled(*tasks: asyncio.Task[Any]) -> None:
    """Cancels what still runs and waits until it has ended."""
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
