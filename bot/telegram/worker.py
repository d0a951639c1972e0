"""Handles the inbox: conversations side by side, each in order, each update until it is done or set aside."""

import json
from collections.abc import Awaitable, Callable, Sequence
from datetime import timedelta
from functools import partial

import structlog
from aiogram.exceptions import TelegramForbiddenError, TelegramRetryAfter
from sqlmodel import Session

from bot import clock
from bot.errors import Refusal
from bot.storage.database import Database
from bot.storage.inbox import InboxRows
from bot.storage.people import People
from bot.storage.together import Together
from bot.storage.visits import Visit, visits
from bot.telegram.alarms import Alarms, Origin
from bot.telegram.arrivals import private_chat_of
from bot.telegram.faults import describe, is_passing
from bot.telegram.handling import Handling, begin, finish
from bot.telegram.loop import Pump

PARALLEL = 32
PAUSES = (1, 3, 10, 30)
"""Seconds before the second, third, … try; after the last one the update is set aside."""

Handle = Callable[[Handling], Awaitable[None]]
Explain = Callable[[Handling, Refusal], Awaitable[None]]

log = structlog.get_logger(__name__)


class Worker:
    """Runs until stopped; `wake` tells it that something arrived, `ended` is called after each update."""

    def __init__(
        self,
        database: Database,
        owner: str,
        handle: Handle,
        explain: Explain,
        alarms: Alarms,
        ended: Callable[[], None],
    ) -> None:
        self._database = database
        self._owner = owner
        self._handle = handle
        self._explain = explain
        self._alarms = alarms
        self._ended = ended
        self._finish: Together[Handling] = Together(database, partial(finish, owner))
        self._pump: Pump[Handling] = Pump(self._claim, self._one, self._renew, PARALLEL)
        self.wake = self._pump.wake
        self.run = self._pump.run
        self.stop = self._pump.stop

    async def _claim(self, limit: int) -> Sequence[Handling]:
        def claim(session: Session) -> list[Handling]:
            now = clock.now()
            rows = InboxRows(session).claim(self._owner, limit, now)
            chats = [private_chat_of(row.conversation) for row in rows]
            known = visits(session, [chat_id for chat_id in chats if chat_id is not None], now)
            return [
                Handling(row.id or 0, row.update_id, chat_id, row.payload, row.tries, known.get(chat_id or 0, Visit()))
                for row, chat_id in zip(rows, chats, strict=True)
            ]

        return await self._database.write(claim)

    async def _one(self, handling: Handling) -> None:
        begin(handling)
        with structlog.contextvars.bound_contextvars(update_id=handling.update_id):
            try:
                await self._handle(handling)
                await self._finish(handling)
            except Exception as error:  # noqa: BLE001 - whatever went wrong, the conversation must go on
                await self._failed(handling, error)
        self._ended()

    async def _failed(self, handling: Handling, error: Exception) -> None:
        handling.changed.clear()
        handling.later.clear()
        try:
            if isinstance(error, Refusal):
                log.info("refused", why=describe(error))
                await self._explain(handling, error)
                await self._finish(handling)
            elif isinstance(error, TelegramForbiddenError):
                log.info("can't be written to", why=describe(error))
                await self._finish_blocked(handling)
            else:
                await self._again_or_aside(handling, error)
        except Exception as second:  # noqa: BLE001 - even the explanation failed
            await self._again_or_aside(handling, second)

    async def _again_or_aside(self, handling: Handling, error: Exception) -> None:
        if is_passing(error) and handling.tries < len(PAUSES):
            await self._later(handling, error)
        else:
            await self._set_aside(handling, error)

    async def _finish_blocked(self, handling: Handling) -> None:
        chat_id = handling.chat_id
        if chat_id is not None:
            handling.later.append(lambda session: People(session).mark_blocked(chat_id, clock.now()))
        await self._finish(handling)

    async def _later(self, handling: Handling, error: Exception) -> None:
        told_to_wait = isinstance(error, TelegramRetryAfter)
        pause = float(error.retry_after) if isinstance(error, TelegramRetryAfter) else PAUSES[handling.tries]
        log.warning("will be tried again", pause=pause, why=describe(error))

        def step(session: Session) -> None:
            if self._holds(session, handling):
                moment = clock.now() + timedelta(seconds=pause)
                InboxRows(session).later(handling.row_id, describe(error), moment, failed=not told_to_wait)

        await self._database.write(step)

    def _holds(self, session: Session, handling: Handling) -> bool:
        """Whether the update is still ours; a process that was asleep may find it with another."""
        return handling.row_id in InboxRows(session).held([handling.row_id], self._owner)

    async def _set_aside(self, handling: Handling, error: Exception) -> None:
        log.error("set aside", why=describe(error), exc_info=error)

        def step(session: Session) -> None:
            if not self._holds(session, handling):
                return
            InboxRows(session).aside(handling.row_id, describe(error))
            self._alarms.set_aside(session, handling.update_id, _origin(handling.payload), clock.now())

        await self._database.write(step)

    async def _renew(self, handlings: Sequence[Handling]) -> None:
        row_ids = [handling.row_id for handling in handlings]
        await self._database.write(lambda session: InboxRows(session).renew(row_ids, self._owner, clock.now()))


def _origin(payload: str) -> Origin | None:
    """Where an apology belongs, read leniently: the update may be one that nothing could parse."""
    try:
        update = json.loads(payload)
        event = next(value for name, value in update.items() if name != "update_id")
        message = event.get("message", event)
        thread = message.get("message_thread_id") if message.get("is_topic_message") else None
        return Origin(int(message["chat"]["id"]), thread)
    except (ValueError, KeyError, TypeError, AttributeError, StopIteration, OverflowError):
        return None
