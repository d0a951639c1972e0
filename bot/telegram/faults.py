"""Which errors pass by themselves."""

import asyncio

import aiohttp
from aiogram.exceptions import TelegramNetworkError, TelegramRetryAfter, TelegramServerError
from sqlalchemy.exc import DBAPIError, OperationalError

from bot.errors import Unavailable

PASSING: tuple[type[Exception], ...] = (
    TelegramNetworkError,
    TelegramServerError,  # 5xx, also while Telegram restarts
    TelegramRetryAfter,
    aiohttp.ClientError,
    asyncio.TimeoutError,
    Unavailable,
    OperationalError,  # locked, full or gone
)


def is_passing(error: BaseException) -> bool:
    """Whether the same step may work in a moment."""
    lost_connection = isinstance(error, DBAPIError) and error.connection_invalidated
    return isinstance(error, PASSING) or lost_connection


def describe(error: BaseException) -> str:
    """One line for logs and for `biletik inbox list`."""
    return f"{type(error).__name__}: {error}".replace("\n", " ")[:500]
