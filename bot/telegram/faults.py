"""Which errors pass by themselves."""

import asyncio

import aiohttp
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramAPIError,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
)

from bot.errors import Unavailable
from bot.storage import faults

PASSING: tuple[type[Exception], ...] = (
    TelegramNetworkError,
    TelegramServerError,  # 5xx, also while Telegram restarts
    TelegramRetryAfter,
    ClientDecodeError,  # a page of a proxy between us and Telegram, instead of an answer
    aiohttp.ClientError,
    asyncio.TimeoutError,
    Unavailable,
)

TROUBLE: tuple[type[Exception], ...] = (TelegramAPIError, ClientDecodeError)
"""All that a call to Telegram may end with, other than an answer."""


def is_passing(error: BaseException) -> bool:
    """Whether the same step may work in a moment."""
    return isinstance(error, PASSING) or faults.is_passing(error)


def describe(error: BaseException) -> str:
    """One line for logs and for `biletik inbox list`."""
    return f"{type(error).__name__}: {error}".replace("\n", " ")[:500]
