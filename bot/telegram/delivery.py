"""Takes what waits in the outbox to Telegram: in order, paced, and again until it arrived or can't."""

from collections.abc import Sequence
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
from bot.telegram.loop import Pump
from bot.telegram.pacing import Pacer
from bot.telegram.parcel import Parcel, Prepare, Skip
from bot.telegram.plainer import plainer
from bot.telegram.rebuild import Call, Place
from bot.telegram.remedies import Remedies, Retry
from bot.telegram.topics import Topics

PARALLEL = 24
"""Messages in flight at once, over all chats; also the most that a crash can leave unknown."""

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
            place = self._prepare.place_of(row)
            try:
                if place is None:
                    place = await self._topics.place(row.facts["ticket_id"])
                await self._deliver(row, place)
            except Exception as error:  # noqa: BLE001 - whatever happened, the row must end or wait, never vanish
                await self._settle(row, place, error)

    async def _deliver(self, row: Outbox, place: Place) -> None:
        parcel = await self._prepare.parcel(row, place)
        if isinstance(parcel, Skip):
            await self._end(row, OutboxState.SKIPPED, parcel.reason)
            return
        if parcel.retitle is not None:
            # before the row ends: whatever happens between the two calls, both are made again
            await self._topics.retitle(parcel.retitle)
        await self._pacer.turn(place.chat_id, bulk=row.bulk)
        await self._database.write(lambda session: OutboxRows(session).sending(_id(row)))
        sent = await self._call(parcel.call)
        await self._database.write(lambda session: self._sent(session, row, parcel, place, sent))

    async def _call(self, call: Call) -> Any:
        """Makes a call; what Telegram refuses of a message's trimmings is left out of it."""
        while True:
            try:
                return await self._bot(call)
            except TelegramBadRequest as error:
                simpler = plainer(call, error.message)
                if simpler is None:
                    raise
                log.warning("sent plainer", why=error.message)
                call = simpler

    def _sent(self, session: Session, row: Outbox, parcel: Parcel, place: Place, sent: Any) -> None:
        if parcel.ticket_id is not None:
            message_ids = _message_ids(sent)
            shows = [*parcel.shows, *[None] * len(message_ids)][: len(message_ids)]
            Placements(session).add(place.chat_id, message_ids, parcel.ticket_id, shows)
        OutboxRows(session).done(_id(row), OutboxState.SENT, clock.now())

    async def _settle(self, row: Outbox, place: Place | None, error: Exception) -> None:
        verdict = await self._remedies.after(row, place, error)
        if isinstance(verdict, Retry):
            due = clock.now() + timedelta(seconds=verdict.seconds)
            await self._database.write(
                lambda session: OutboxRows(session).later(_id(row), due, verdict.reason, failed=verdict.failed)
            )
        else:
            await self._end(row, verdict.state, verdict.reason)

    async def _end(self, row: Outbox, state: OutboxState, reason: str) -> None:
        log.info("ended", state=state.value, why=reason)
        await self._database.write(lambda session: OutboxRows(session).done(_id(row), state, clock.now(), reason))


def _id(row: Outbox) -> int:
    assert row.id is not None  # noqa: S101 - a stored row has its key
    return row.id


def _message_ids(sent: Any) -> list[int]:
    if isinstance(sent, Message | MessageId):
        return [sent.message_id]
    return [message.message_id for message in sent] if isinstance(sent, list) else []
