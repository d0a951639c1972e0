"""The first words with Telegram at a start: is the token right, where do updates go, is the group fit for work."""

import asyncio

import structlog
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest, TelegramNotFound, TelegramUnauthorizedError
from aiogram.types import User

from bot import clock
from bot.storage.database import Database
from bot.telegram.alarms import Alarms
from bot.telegram.arrivals import ALLOWED_UPDATES
from bot.telegram.faults import TROUBLE, describe
from bot.telegram.group import DeskGroup, DeskPublic

PAUSES = (1.0, 2.0, 5.0, 15.0, 30.0)

log = structlog.get_logger(__name__)


class TokenRefused(Exception):  # noqa: N818 - named as what happened
    """Telegram doesn't know this token."""


class WebhookRefused(Exception):  # noqa: N818 - named as what happened
    """Telegram doesn't take the webhook's address; the argument is its reason."""


async def introduce(bot: Bot) -> User:
    """Who the bot is; waits while Telegram can't be reached. Raises `TokenRefused`."""
    tries = 0
    while True:
        try:
            return await bot.me()
        except (TelegramUnauthorizedError, TelegramNotFound):
            raise TokenRefused from None
        except TROUBLE as error:
            await _pause(tries, error)
            tries += 1


async def direct_updates(bot: Bot, webhook_url: str | None, secret: str | None) -> None:
    """Updates come by polling, or to the webhook; none that waits is dropped. Waits while Telegram can't be reached.

    Raises `WebhookRefused`. One connection keeps the order: Telegram
    posts over several at once (core.telegram.org/bots/api#setwebhook).
    """
    tries = 0
    while True:
        try:
            if webhook_url is None:
                await bot.delete_webhook(drop_pending_updates=False)
            else:
                updates = list(ALLOWED_UPDATES)
                await bot.set_webhook(webhook_url, secret_token=secret, allowed_updates=updates, max_connections=1)
        except (TelegramBadRequest, TelegramNotFound) as error:
            if webhook_url is not None:
                raise WebhookRefused(error.message) from None
            return  # a server that knows no webhooks has none to delete
        except TROUBLE as error:
            await _pause(tries, error)
            tries += 1
        else:
            return


async def _pause(tries: int, error: Exception) -> None:
    pause = PAUSES[min(tries, len(PAUSES) - 1)]
    log.warning("Telegram can't be reached", pause=pause, why=describe(error))
    await asyncio.sleep(pause)


async def inspect_group(group: DeskGroup, database: Database, alarms: Alarms) -> None:
    """Looks at the agents' group; what is wrong with it is told to admins, and the bot goes on as well as it can."""
    try:
        desk = await group.look()
    except DeskPublic:
        await _tell(database, alarms, "desk-public", {})
        return
    except TROUBLE as error:
        await _tell(database, alarms, "desk-closed", {"why": describe(error)})
        return
    if desk is None:
        log.warning("SUPPORT_CHAT_ID is not set: tickets wait until there is a group")
    elif not desk.is_admin:
        await _tell(database, alarms, "no-rights", {})
    elif not desk.uses_topics:
        await _tell(database, alarms, "no-topics", {})


async def _tell(database: Database, alarms: Alarms, what: str, facts: dict[str, str]) -> None:
    log.warning("the agents' group needs attention", what=what)
    await database.write(lambda session: alarms.alert(session, what, facts, clock.now()))
