"""Accounts: the embedded billing's rows, and the last known figures of any billing."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import func
from sqlmodel import Session, col, select

from bot.storage.insert import insert_or_replace
from bot.storage.tables import AccountSnapshot, BillingAccount


class BillingAccounts:
    """The embedded billing's accounts, in one session."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def of_phone(self, phone: str) -> Sequence[BillingAccount]:
        """Accounts registered on a number in E.164."""
        return self._session.exec(
            select(BillingAccount).where(BillingAccount.phone == phone).order_by(col(BillingAccount.contract))
        ).all()

    def of(self, contracts: Sequence[str]) -> Sequence[BillingAccount]:
        """Accounts by contract numbers."""
        return self._session.exec(select(BillingAccount).where(col(BillingAccount.contract).in_(contracts))).all()

    def count(self) -> int:
        """How many accounts there are."""
        return self._session.exec(select(func.count()).select_from(BillingAccount)).one()

    def save(self, account: BillingAccount) -> None:
        """Adds or replaces an account."""
        insert_or_replace(self._session, BillingAccount, [account.model_dump()])


class Snapshots:
    """Last known figures, in one session."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def of(self, contract: str) -> AccountSnapshot | None:
        """What billing last said of a contract."""
        return self._session.get(AccountSnapshot, contract)

    def keep(self, contract: str, account: dict[str, Any], now: datetime) -> None:
        """Remembers what billing just said."""
        row = {"contract": contract, "account": account, "taken_at": now}
        insert_or_replace(self._session, AccountSnapshot, [row])
