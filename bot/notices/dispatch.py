"""Plans reminders: each tick after the hour looks at what it has not seen today, and the table decides what is new."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

import structlog
from sqlmodel import Session

from bot.billing.port import Account, Billing
from bot.notices.plan import Reminder, reminders
from bot.storage.database import Database
from bot.storage.memos import ACCOUNTS_LOADED, recall
from bot.storage.notices import Notices
from bot.storage.outbox import OutboxRows, private
from bot.storage.people import Links
from bot.storage.tables import Link

PAGE = 500
OVERLAP = timedelta(minutes=1)
"""A link is stored a moment after the time it bears; what was looked at before is looked at again, and is known."""
PAYMENT = "payment_reminder"

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Schedule:
    """When whom to remind: lead days, the hour, and the provider's zone."""

    lead_days: Sequence[int]
    at: time
    zone: ZoneInfo


@dataclass(slots=True)
class _Progress:
    """What this process has planned: of which day, with which accounts, and links up to when."""

    day: date
    accounts: Any
    links_until: datetime


class Reminders:
    """Ticked by the scheduler of every replica; nothing happens twice."""

    def __init__(self, database: Database, billing: Billing, schedule: Schedule) -> None:
        self._database = database
        self._billing = billing
        self._schedule = schedule
        self._progress: _Progress | None = None

    async def tick(self, now: datetime) -> int:
        """Plans what is due at `now`; returns how many reminders are new. Raises `BillingUnavailable`."""
        local = now.astimezone(self._schedule.zone)
        if local.time() < self._schedule.at:
            return 0
        loaded = await self._database.read(lambda session: recall(session, ACCOUNTS_LOADED))
        known = self._progress
        fresh = known is not None and known.day == local.date() and known.accounts == loaded
        since = known.links_until - OVERLAP if fresh and known is not None else None
        planned = await self._plan_all(local.date(), since, now)
        self._progress = _Progress(local.date(), loaded, now)
        if planned:
            log.info("reminders planned", count=planned)
        return planned

    async def _plan_all(self, today: date, since: datetime | None, now: datetime) -> int:
        """All links, or those made since a moment, in pages."""
        planned = 0
        after: tuple[int, str] | None = None
        while page := await self._page(after, since):
            accounts = await self._billing.accounts(sorted({link.contract for link in page}))
            found = list(reminders(_pairs(page, accounts), today, self._schedule.lead_days))
            if found:
                planned += await self._database.write(partial(_store, found=found, now=now))
            after = (page[-1].chat_id, page[-1].contract)
        return planned

    async def _page(self, after: tuple[int, str] | None, since: datetime | None) -> Sequence[Link]:
        return await self._database.read(lambda session: Links(session).page(after, since, PAGE))


def _pairs(links: Sequence[Link], accounts: Sequence[Account]) -> list[tuple[int, Account]]:
    by_contract = {account.contract: account for account in accounts}
    return [(link.chat_id, by_contract[link.contract]) for link in links if link.contract in by_contract]


def _store(session: Session, found: Sequence[Reminder], now: datetime) -> int:
    notices = Notices(session)
    outbox = OutboxRows(session)
    planned = 0
    for reminder in found:
        if not notices.plan(reminder.kind, reminder.subject, reminder.charge_on, now):
            continue
        lane = private(reminder.chat_id)
        facts = {
            "chat_id": reminder.chat_id,
            "contract": reminder.contract,
            "days": reminder.days,
            "charge_on": reminder.charge_on.isoformat(),
        }
        row = outbox.add(PAYMENT, facts, conversation=f"reminders:{reminder.chat_id}", lane=lane, now=now, bulk=True)
        assert row.id is not None  # noqa: S101 - it has just been stored
        notices.sent_as(reminder.kind, reminder.subject, reminder.charge_on, row.id)
        planned += 1
    return planned
