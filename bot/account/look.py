"""Looks at an account: only one's own, fresh from billing, or as last known while billing is away."""

import asyncio
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlmodel import Session

from bot import clock
from bot.billing.port import Account, Billing, BillingUnavailable, NoFigures
from bot.errors import Refusal
from bot.storage.accounts import Snapshots
from bot.storage.database import Database
from bot.storage.people import Links

PATIENCE = 3.0
"""Seconds after which the last known figures are shown instead."""


class NotLinked(Refusal):
    """The chat has no contract yet."""


class ContractNotYours(Refusal):
    """The chat doesn't see this contract; nothing is said of whether it exists."""


class AccountGone(Refusal):
    """Billing no longer knows any of the chat's contracts."""


@dataclass(frozen=True, slots=True)
class Seen:
    """An account; `as_of` is set where the figures are old, because billing is away."""

    account: Account
    as_of: datetime | None


class Accounts:
    """Reads accounts for those who may see them."""

    def __init__(self, database: Database, billing: Billing) -> None:
        self._database = database
        self._billing = billing

    async def of_chat(self, chat_id: int) -> list[Seen]:
        """All accounts that a chat sees, in the order they were linked.

        Raises `NotLinked`, `AccountGone`, or `NoFigures` where not even old ones are known.
        """
        contracts = await self._database.read(lambda session: Links(session).contracts_of(chat_id))
        if not contracts:
            raise NotLinked
        seen = await self.look(contracts)
        if not seen:
            raise AccountGone
        return seen

    async def one_of_chat(self, chat_id: int, contract: str) -> Seen:
        """One account that a chat sees. Raises `ContractNotYours`, `AccountGone`, `NoFigures`."""
        contracts = await self._database.read(lambda session: Links(session).contracts_of(chat_id))
        if contract not in contracts:
            raise ContractNotYours
        seen = await self.look([contract])
        if not seen:
            raise AccountGone
        return seen[0]

    async def look(self, contracts: list[str]) -> list[Seen]:
        """Accounts for the desk itself (cards, reminders): no question of who asks.

        Raises `NoFigures` where not even old ones are known.
        """
        try:
            async with asyncio.timeout(PATIENCE):
                found = {account.contract: account for account in await self._billing.accounts(contracts)}
        except (BillingUnavailable, TimeoutError):
            return await self._last_known(contracts)
        await self._database.write(lambda session: _keep(session, list(found.values())))
        return [Seen(found[contract], None) for contract in contracts if contract in found]

    async def _last_known(self, contracts: list[str]) -> list[Seen]:
        def read(session: Session) -> list[Seen]:
            rows = [Snapshots(session).of(contract) for contract in contracts]
            return [Seen(Account.model_validate(row.account), row.taken_at) for row in rows if row is not None]

        seen = await self._database.read(read)
        if not seen:
            raise NoFigures
        return seen


def _keep(session: Session, accounts: list[Account]) -> None:
    """Remembers what billing just said."""
    snapshots = Snapshots(session)
    now = clock.now()
    for account in accounts:
        figures: dict[str, Any] = account.model_dump(mode="json")
        snapshots.keep(account.contract, figures, now)
