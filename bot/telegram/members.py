"""Who is in the agents' group: only its members act as agents."""

import time
from collections.abc import Callable

import structlog
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest, TelegramNotFound

from bot.telegram.facts import GetMemberFacts
from bot.telegram.group import DeskGroup

KEEP = 300.0
"""Seconds for which an answer holds; a `chat_member` update ends it at once."""
_HIDDEN = ("member list is inaccessible", "CHAT_ADMIN_REQUIRED")
"""What a bot without administrator rights may hear; then whoever acts in the closed group counts as its member."""

log = structlog.get_logger(__name__)


class Members:
    """Asks Telegram and remembers for a while."""

    def __init__(self, bot: Bot, group: DeskGroup, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._bot = bot
        self._group = group
        self._now = monotonic
        self._known: dict[int, tuple[bool, float]] = {}

    async def is_agent(self, user_id: int) -> bool:
        """Whether a person who acts in the agents' group is its member now.

        Raises what Telegram raises when it is away.
        """
        known = self._known.get(user_id)
        if known is None or known[1] < self._now():
            known = (await self._ask(user_id), self._now() + KEEP)
            self._known[user_id] = known
        return known[0]

    def forget(self, user_id: int) -> None:
        """Somebody came or left."""
        self._known.pop(user_id, None)

    async def _ask(self, user_id: int) -> bool:
        chat_id = await self._group.chat_id()
        if chat_id is None:
            return False
        try:
            member = await self._bot(GetMemberFacts(chat_id=chat_id, user_id=user_id))
        except (TelegramBadRequest, TelegramNotFound) as error:  # mostly: Telegram knows no such member
            return any(sign in error.message for sign in _HIDDEN)
        return member.is_in
