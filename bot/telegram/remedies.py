"""What to do when Telegram doesn't take a message: wait, mend the topic or the group, mark the person, or give up."""

from dataclasses import dataclass
from datetime import datetime, timedelta

import aiohttp
import structlog
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramMigrateToChat,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramUnauthorizedError,
)
from pydantic import ValidationError
from sqlmodel import Session

from bot import clock
from bot.storage.database import Database
from bot.storage.outbox import DESK, OutboxRows, about_ticket
from bot.storage.people import People
from bot.storage.tables import Outbox, OutboxState
from bot.telegram.alarms import Alarms
from bot.telegram.faults import describe, is_passing
from bot.telegram.group import DeskGroup, DeskPublic
from bot.telegram.pacing import Pacer
from bot.telegram.parcel import Prepare
from bot.telegram.rebuild import Place
from bot.telegram.refusals import CARD_GONE, GROUP_CLOSED, PERSON_GONE, THREAD_GONE, says
from bot.telegram.topics import NoDesk, Topics

PAUSES = (1.0, 2.0, 5.0, 15.0, 60.0)
"""Seconds between tries while Telegram can't be reached; the last one repeats, for nothing may be lost."""
DESK_AWAY = 60.0
MOST_MENDS = 5
"""A topic that is gone again and again is somebody's will, or a riddle for the admins."""
MOST_TRIES = 5
"""Of what may be dropped: a minute and a half, in which all that comes after it waits."""
REFUSALS = (TelegramBadRequest, TelegramForbiddenError, TelegramNotFound)
UNDELIVERED = "undelivered"

QUIET = timedelta(hours=1)
"""A group that can't be written to refuses each message; admins are told of it once in this time."""

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Retry:
    """Another try in so many seconds; `failed` if the pauses are to grow, `mended` if its place was made anew."""

    seconds: float
    reason: str
    failed: bool = False
    mended: bool = False


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
        self._told: dict[str, datetime] = {}

    async def after(self, row: Outbox, place: Place | None, error: Exception, *, called: bool) -> Retry | Ended:
        """What becomes of a row after an error; mends what can be mended.

        `called`: the message itself was being sent; before that nothing of it can have arrived.
        """
        if self._is_hopeless(row, error):
            log.warning("dropped", why=describe(error), facts=row.facts)
            return Ended(OutboxState.FAILED, describe(error))
        log.warning("not delivered", why=describe(error))
        return await self._remedy(row, place, error, called=called)

    def _is_hopeless(self, row: Outbox, error: Exception) -> bool:
        """Whether a row isn't worth any trouble, and Telegram refused it or failed too often."""
        return self._prepare.may_drop(row) and (isinstance(error, REFUSALS) or row.tries >= MOST_TRIES)

    async def _remedy(self, row: Outbox, place: Place | None, error: Exception, *, called: bool) -> Retry | Ended:
        match error:
            case TelegramRetryAfter():
                chat_id = place.chat_id if place is not None else await self._group.chat_id()
                self._pacer.pause(chat_id, error.retry_after)
                return Retry(float(error.retry_after), "429")
            case TelegramMigrateToChat() if self._for_desk(row):
                await self._group.moved(error.migrate_to_chat_id)
                return Retry(0, "group moved")
            case NoDesk() | TelegramUnauthorizedError():
                return Retry(DESK_AWAY, describe(error))
            case DeskPublic():
                await self._desk_away("desk-public", {})
                return Retry(DESK_AWAY, "the desk is public")
            case ClientDecodeError(original=ValidationError()) if called:
                return Ended(OutboxState.UNKNOWN, "Telegram took it and answered what we can't read")
            case TelegramForbiddenError():
                return await self._forbidden(row, error)
            case TelegramBadRequest():
                return await self._refused(row, place, error)
            case TelegramNotFound() if not called and self._for_desk(row):
                await self._desk_away("desk-closed", {"why": describe(error)})
                return self._later(row, describe(error))
            case _ if is_passing(error):
                return self._unreachable(row, error, called=called)
            case _:
                return await self._give_up(row, error)

    async def _forbidden(self, row: Outbox, error: Exception) -> Retry | Ended:
        """A person who blocked the bot is left in peace; the group can only be waited for."""
        if self._for_desk(row):
            await self._desk_away("desk-closed", {"why": describe(error)})
            return Retry(DESK_AWAY, describe(error))
        place = self._prepare.place_of(row)
        why = "gone" if says(describe(error), PERSON_GONE) else "blocked"

        def step(session: Session) -> None:
            if place is not None:
                People(session).mark_blocked(place.chat_id, clock.now())
            self._tell_agents(session, row, why, describe(error))

        await self._database.write(step)
        return Ended(OutboxState.FAILED, describe(error))

    async def _refused(self, row: Outbox, place: Place | None, error: TelegramBadRequest) -> Retry | Ended:
        text = error.message
        if "message is not modified" in text:
            return Ended(OutboxState.SENT, "already so")
        if "message to delete not found" in text:
            return Ended(OutboxState.SENT, "already gone")
        if not self._for_desk(row):
            return await (self._forbidden if "chat not found" in text else self._give_up)(row, error)
        if row.mends < MOST_MENDS and await self._mended(row.facts["ticket_id"], place, text):
            return Retry(0, text, mended=True)
        if place is None or says(text, GROUP_CLOSED):  # it isn't the message that was refused
            await self._desk_away("desk-closed", {"why": text})
            return self._later(row, text)
        return await self._give_up(row, error)

    async def _mended(self, ticket_id: int, place: Place | None, refusal: str) -> bool:
        """Gives a ticket its place in the group again."""
        if says(refusal, THREAD_GONE):
            await self._topics.forget_thread(ticket_id)
        elif says(refusal, CARD_GONE):
            await self._topics.forget_card(ticket_id)
        elif "TOPIC_CLOSED" in refusal and place is not None:
            await self._topics.reopen(ticket_id, place)
        else:
            return False
        return True

    def _for_desk(self, row: Outbox) -> bool:
        """Whether it goes to the agents' group, wherever that is now; other rows name their chat."""
        return self._prepare.place_of(row) is None

    def _unreachable(self, row: Outbox, error: Exception, *, called: bool) -> Retry | Ended:
        if called and not self._prepare.may_repeat(row) and not _never_connected(error):
            return Ended(OutboxState.UNKNOWN, describe(error))
        return self._later(row, describe(error))

    def _later(self, row: Outbox, reason: str) -> Retry:
        return Retry(PAUSES[min(row.tries, len(PAUSES) - 1)], reason, failed=True)

    async def _give_up(self, row: Outbox, error: Exception) -> Ended:
        def step(session: Session) -> None:
            self._alarms.alert(session, "undelivered", {"why": describe(error)}, clock.now())
            self._tell_agents(session, row, "refused", describe(error))

        await self._database.write(step)
        return Ended(OutboxState.FAILED, describe(error))

    def _tell_agents(self, session: Session, row: Outbox, why: str, reason: str) -> None:
        """Agents must know what did not arrive: what was meant for the subscriber, or the subscriber's own words.

        A row whose refusal means something else names the remark itself.
        """
        ticket_id = row.facts.get("ticket_id") if not self._prepare.may_drop(row) else None
        why = row.facts.get("refusal", why) if why == "refused" else why
        if self._for_desk(row):
            why = "incoming"
            ticket_id = ticket_id if "message_ids" in row.facts else None
        else:
            self._prepare.not_delivered(session, row, why)
        if ticket_id is not None:
            facts = {"ticket_id": ticket_id, "why": why, "reason": reason}
            if row.facts.get("message_ids"):
                facts["about"] = row.facts["message_ids"][0]
            OutboxRows(session).add(
                UNDELIVERED, facts, conversation=about_ticket(ticket_id), lane=DESK, now=clock.now()
            )

    async def _desk_away(self, what: str, facts: dict[str, str]) -> None:
        """The group isn't what it was: looked at again, and admins are told."""
        self._group.forget()
        now = clock.now()
        if what in self._told and now - self._told[what] < QUIET:
            return
        self._told[what] = now
        await self._database.write(lambda session: self._alarms.alert(session, what, facts, now))


def _never_connected(error: Exception) -> bool:
    """The connection was never made, so the call can't have taken effect."""
    return isinstance(error.__cause__ or error, aiohttp.ClientConnectorError)
