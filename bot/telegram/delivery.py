"""Takes what waits in the outbox to Telegram: in order, paced, and again until it arrived or can't."""

import asyncio
from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import Any

import structlog
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import Message, MessageId
from sqlmodel import Session

from bot import clock
from bot.storage.database import Database
from bot.storage.desk import Placements
from bot.storage.outbox import OutboxRows
from bot.storage.tables import Outbox, OutboxState
from bot.telegram.amend import NOT_AMENDABLE
from bot.telegram.faults import describe, is_passing
from bot.telegram.loop import Pump
from bot.telegram.pacing import Pacer
from bot.telegram.parcel import Parcel, Prepare, Skip
from bot.telegram.plainer import plainer
from bot.telegram.rebuild import Call, Place
from bot.telegram.refusals import says
from bot.telegram.remedies import Remedies, Retry
from bot.telegram.topics import Topics

PARALLEL = 24
"""Messages in flight at once, over all chats; also the most that a crash can leave unknown."""

PATIENCE = 1.0
"""Seconds that a message may hold a place in flight before it is sent."""

log = structlog.get_logger(__name__)


class Delivery:
    """Runs until stopped; `wake` tells it that something was queued."""

    def __init__(
        self,
        bot: Bot,
        database: Database,
        owner: str,
        pacer: Pacer,
        prepare: Prepare,
        topics: Topics,
        remedies: Remedies,
    ) -> None:
        self._bot = bot
        self._database = database
        self._owner = owner
        self._pacer = pacer
        self._prepare = prepare
        self._topics = topics
        self._remedies = remedies
        self._pump: Pump[Outbox] = Pump(self._claim, self._one, self._renew, PARALLEL)
        self.wake = self._pump.wake
        self.run = self._pump.run
        self.stop = self._pump.stop

    async def _claim(self, limit: int) -> Sequence[Outbox]:
        return await self._database.write(lambda session: OutboxRows(session).claim(self._owner, limit, clock.now()))

    async def _renew(self, rows: Sequence[Outbox]) -> None:
        row_ids = [_id(row) for row in rows]
        await self._database.write(lambda session: OutboxRows(session).renew(row_ids, self._owner, clock.now()))

    async def _one(self, row: Outbox) -> None:
        with structlog.contextvars.bound_contextvars(outbox_id=row.id, kind=row.kind):
            if row.state is OutboxState.SENDING and not self._prepare.may_repeat(row):
                await self._end(row, OutboxState.UNKNOWN, "in flight at a crash")
                return
            ready = await self._made_ready(row)
            if ready is not None:
                await self._send(row, *ready)

    async def _made_ready(self, row: Outbox) -> tuple[Place, Parcel] | None:
        """The place and the call; None if the row has ended, or waits, already."""
        place = self._prepare.place_of(row)
        try:
            if place is None:
                place = await self._topics.place(row.facts["ticket_id"])
            parcel = await self._prepare.parcel(row, place)
            if isinstance(parcel, Parcel) and parcel.retitle is not None:
                # before the row ends: whatever happens between the two calls, both are made again
                await self._topics.retitle(parcel.retitle)
        except Exception as error:  # noqa: BLE001 - whatever happened, the row must end or wait, never vanish
            await self._settle(row, place, error, called=False)
            return None
        if isinstance(parcel, Skip):
            await self._end(row, OutboxState.SKIPPED, parcel.reason)
            return None
        return place, parcel

    async def _send(self, row: Outbox, place: Place, parcel: Parcel) -> None:
        wait = self._pacer.wait(place.chat_id, bulk=row.bulk)
        if wait > PATIENCE:  # others, who need not wait, must not be kept waiting by this one
            await self._later(row, Retry(wait, "its turn comes later"))
            return
        await self._pacer.turn(place.chat_id, bulk=row.bulk)
        if not await self._database.write(lambda session: OutboxRows(session).sending(_id(row), self._owner)):
            return  # the lease ran out, and another has the row
        try:
            sent = await self._call(parcel)
        except Exception as error:  # noqa: BLE001 - as above
            await self._settle(row, place, error, called=True)
        else:
            await self._surely(lambda session: self._sent(session, row, parcel, place, sent))

    async def _surely(self, step: Callable[[Session], None]) -> None:
        """Stores what can't be undone, however long the database is away."""
        while True:
            try:
                return await self._database.write(step)
            except Exception as error:
                if not is_passing(error):
                    raise
                log.warning("sent, but not stored yet", why=describe(error))
                await asyncio.sleep(PATIENCE)

    async def _call(self, parcel: Parcel) -> Any:
        """Makes a call; what Telegram refuses of a message's trimmings is left out of it."""
        call, instead = parcel.call, parcel.instead
        while True:
            try:
                return await self._bot(call)
            except TelegramBadRequest as error:
                simpler: Call | None
                if instead is not None and says(error.message, NOT_AMENDABLE):
                    simpler, instead = instead, None
                else:
                    simpler = plainer(call, error.message)
                if simpler is None:
                    raise
                log.warning("sent otherwise", why=error.message)
                call = simpler

    def _sent(self, session: Session, row: Outbox, parcel: Parcel, place: Place, sent: Any) -> None:
        if parcel.ticket_id is not None:
            message_ids = _message_ids(sent)
            shows = [*parcel.shows, *[None] * len(message_ids)][: len(message_ids)]
            Placements(session).add(place.chat_id, message_ids, parcel.ticket_id, shows)
        if parcel.then is not None:
            parcel.then(session)
        OutboxRows(session).done(_id(row), self._owner, OutboxState.SENT, clock.now())

    async def _settle(self, row: Outbox, place: Place | None, error: Exception, *, called: bool) -> None:
        verdict = await self._remedies.after(row, place, error, called=called)
        if isinstance(verdict, Retry):
            await self._later(row, verdict)
        else:
            await self._end(row, verdict.state, verdict.reason)

    async def _later(self, row: Outbox, retry: Retry) -> None:
        def step(session: Session) -> None:
            due = clock.now() + timedelta(seconds=retry.seconds)
            OutboxRows(session).later(
                _id(row), self._owner, due, retry.reason, tries=int(retry.failed), mends=int(retry.mended)
            )

        await self._database.write(step)

    async def _end(self, row: Outbox, state: OutboxState, reason: str) -> None:
        log.info("ended", state=state.value, why=reason)
        await self._database.write(
            lambda session: OutboxRows(session).done(_id(row), self._owner, state, clock.now(), reason)
        )


def _id(row: Outbox) -> int:
    assert row.id is not None  # noqa: S101 - a stored row has its key
    return row.id


def _message_ids(sent: Any) -> list[int]:
    if isinstance(sent, Message | MessageId):
        return [sent.message_id]
    return [message.message_id for message in sent] if isinstance(sent, list) else []
