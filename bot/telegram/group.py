"""The agents' group: its present id, and whether it has topics."""

import time
from collections.abc import Callable
from dataclasses import dataclass

from aiogram import Bot

from bot.errors import Unavailable
from bot.storage.database import Database
from bot.storage.memos import DESK_CHAT, recall, remember
from bot.telegram.facts import GetChatFacts, GetMemberFacts

KEEP = 300.0
"""Seconds for which a look holds: Telegram doesn't tell when a group is made public or gets topics."""


class DeskPublic(Unavailable):
    """The group has a public @username: anyone could read the tickets, so nothing is posted there."""


@dataclass(frozen=True, slots=True)
class Desk:
    """What the group is now: `uses_topics` needs topics switched on and the right to manage them."""

    chat_id: int
    uses_topics: bool
    is_admin: bool


class DeskGroup:
    """Looks the group up, remembers it for a while, and looks again when a call shows that it has changed."""

    def __init__(
        self, bot: Bot, database: Database, configured: int | None, monotonic: Callable[[], float] = time.monotonic
    ) -> None:
        self._bot = bot
        self._database = database
        self._configured = configured
        self._chat_id: int | None = None
        self._desk: Desk | None = None
        self._now = monotonic
        self._look_again = monotonic()

    async def chat_id(self) -> int | None:
        """The group's id: the one that Telegram moved it to wins over the setting; None if there is none."""
        if self._chat_id is None and self._configured is not None:
            moved = await self._database.read(lambda session: recall(session, DESK_CHAT))
            if moved is not None and moved["from"] == self._configured:
                self._chat_id = moved["to"]
            else:
                self._chat_id = self._configured
        return self._chat_id

    async def look(self) -> Desk | None:
        """The group as it is; None if none is set. Raises `DeskPublic` and what Telegram raises."""
        chat_id = await self.chat_id()
        if chat_id is not None and (self._desk is None or self._look_again < self._now()):
            self.forget()
            chat_id = await self.chat_id() or chat_id
            chat = await self._bot(GetChatFacts(chat_id=chat_id))
            if chat.username:
                raise DeskPublic
            member = await self._bot(GetMemberFacts(chat_id=chat_id, user_id=self._bot.id))
            self._desk = Desk(chat_id, chat.is_forum and member.can_manage_topics, member.is_administrator)
            self._look_again = self._now() + KEEP
        return self._desk

    def forget(self) -> None:
        """Something about the group has changed, perhaps by another replica; the next look asks again."""
        self._desk = None
        self._chat_id = None

    async def moved(self, new_chat_id: int) -> None:
        """Telegram turned the group into a supergroup; the new id wins over the setting from now on."""
        value = {"from": self._configured, "to": new_chat_id}
        await self._database.write(lambda session: remember(session, DESK_CHAT, value))
        self._chat_id = new_chat_id
        self._desk = None
