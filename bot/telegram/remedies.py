"""What to do when Telegram doesn't take a message: wait, mend the topic or the group, mark the person, or give up."""

import asyncio
from dataclasses import dataclass

import aiohttp
import structlog
from aiogram.exceptions import (
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramMigrateToChat,
    TelegramNetworkError,
    TelegramRetryAfter,
)
from sqlmodel import Session

from bot import clock
from bot.storage.database import Database
from bot.storage.outbox import DESK, OutboxRows
from bot.storage.people import People
from bot.storage.tables import Outbox, OutboxState
from bot.telegram.alarms import Alarms
from bot.telegram.faults import describe, is_passing
from bot.telegram.group import DeskGroup, DeskPublic
from bot.telegram.pacing import Pacer
from bot.telegram.parcel import Prepare
from bot.telegram.rebuild import Place
from bot.telegram.topics import NoDesk, Topics

PAUSES = (1.0, 2.0, 5.0, 15.0, 60.0)
"""Seconds between tries while Telegram can't be reached; the last one repeats, for nothing may be lost."""
DESK_AWAY = 60.0
UNDELIVERED = "undelivered"

_THREAD_GONE = ("message thread not found", "TOPIC_DELETED", "TOPIC_ID_INVALID")
_NO_TOPICS = ("not enough rights", "chat is not a forum", "CHAT_ADMIN_REQUIRED", "CHAT_NOT_FORUM")

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Retry:
    """Another try in so many seconds; `failed` if it counts as a try of this message."""

    seconds: float
    reason: str
    failed: bool = False


@dataclass(frozen=True, slots=True)
class Ended:
    """No other try."""

    state: OutboxState
    reason: str


class Remedies:
    """Decides after a failed call."""

    def __init__(
        self,
        database: Database,
        pacer: Pacer,
        prepare: Prepare,
        topics: Topics,
        group: DeskGroup,
        alarms: Alarms,
    ) -> None:
        self._database = database
        self._pacer = pacer
        self._prepare = prepare
        self._topics = topics
        self._group = group
        self._alarms = alarms

    async def after(self, row: Outbox, place: Place | None, error: Exception) -> Retry | Ended:
        """What becomes of a row after an error; mends what can be mended."""
        log.warning("not delivered", why=describe(error))
        match error:
            case TelegramRetryAfter():
                self._pacer.pause_bulk(error.retry_after)
                return Retry(float(error.retry_after), "429")
            case TelegramMigrateToChat():
                await self._group.moved(error.migrate_to_chat_id)
                return Retry(0, "group moved")
            case NoDesk() | DeskPublic():
                return Retry(DESK_AWAY, type(error).__name__)
            case TelegramForbiddenError():
                return await self._forbidden(row, error)
            case TelegramBadRequest():
                return await self._refused(row, place, error)
            case _ if is_passing(error):
                return self._unreachable(row, error)
            case _:
                return await self._give_up(row, error)

    async def _forbidden(self, row: Outbox, error: Exception) -> Retry | Ended:
        """A person who blocked the bot is left in peace; the group can only be waited for."""
        if row.lane == DESK:
            self._group.forget()
            await self._tell_admins("desk-closed", {"why": describe(error)})
            return Retry(DESK_AWAY, describe(error))
        place = self._prepare.place_of(row)

        def step(session: Session) -> None:
            if place is not None:
                People(session).mark_blocked(place.chat_id, clock.now())
            self._tell_agents(session, row, "blocked")

        await self._database.write(step)
        return Ended(OutboxState.FAILED, describe(error))

    async def _refused(self, row: Outbox, place: Place | None, error: TelegramBadRequest) -> Retry | Ended:
        text = error.message
        if "message is not modified" in text:
            return Ended(OutboxState.SENT, "already so")
        if row.lane == DESK and row.tries < len(PAUSES):
            if any(sign in text for sign in _THREAD_GONE):
                await self._topics.forget_thread(row.facts["ticket_id"])
                return Retry(0, text, failed=True)
            if "TOPIC_CLOSED" in text and place is not None:
                await self._topics.reopen(place)
                return Retry(0, text, failed=True)
            if "chat not found" in text or any(sign in text for sign in _NO_TOPICS):
                self._group.forget()
                await self._tell_admins("desk-closed", {"why": text})
                return Retry(PAUSES[row.tries], text, failed=True)
        if "chat not found" in text and row.lane != DESK:
            return await self._forbidden(row, error)
        return await self._give_up(row, error)

    def _unreachable(self, row: Outbox, error: Exception) -> Retry | Ended:
        if not self._prepare.may_repeat(row) and not _never_left(error):
            return Ended(OutboxState.UNKNOWN, describe(error))
        return Retry(PAUSES[min(row.tries, len(PAUSES) - 1)], describe(error), failed=True)

    async def _give_up(self, row: Outbox, error: Exception) -> Ended:
        def step(session: Session) -> None:
            self._alarms.alert(session, "undelivered", {"why": describe(error)}, clock.now())
            self._tell_agents(session, row, "refused")

        await self._database.write(step)
        return Ended(OutboxState.FAILED, describe(error))

    def _tell_agents(self, session: Session, row: Outbox, why: str) -> None:
        """Agents must know that their words did not arrive."""
        ticket_id = row.facts.get("ticket_id")
        if ticket_id is not None and row.lane != DESK:
            facts = {"ticket_id": ticket_id, "why": why}
            OutboxRows(session).add(UNDELIVERED, facts, conversation=f"ticket:{ticket_id}", lane=DESK, now=clock.now())

    async def _tell_admins(self, what: str, facts: dict[str, str]) -> None:
        await self._database.write(lambda session: self._alarms.alert(session, what, facts, clock.now()))


def _never_left(error: Exception) -> bool:
    """The connection was never made, so the call can't have taken effect."""
    if isinstance(error, TelegramNetworkError) and error.__cause__ is not None:
        return isinstance(error.__cause__, aiohttp.ClientConnectorError)
    return not isinstance(error, TelegramNetworkError | aiohttp.ClientError | asyncio.TimeoutError)
