"""Accounts: the embedded billing's own, and the last known figures of any billing."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import JSON, Numeric
from sqlmodel import Field, SQLModel

from bot.storage.columns import UtcDateTime

SUM = Numeric(14, 2)


class BillingAccount(SQLModel, table=True):
    """A subscriber's account in the embedded billing; `speed` in Mbit/s where known."""

    __tablename__ = "billing_account"

    contract: str = Field(primary_key=True)
    name: str
    phone: str = Field(index=True)
    address: str
    balance: Decimal = Field(sa_type=SUM)
    credit: Decimal = Field(default=Decimal(0), sa_type=SUM)
    currency: str
    tariff: str
    speed: int | None = None
    monthly_fee: Decimal = Field(sa_type=SUM)
    next_charge: date | None = None
    status: str
    services: list[str] = Field(sa_type=JSON)


class AccountSnapshot(SQLModel, table=True):
    """What billing last said of a contract, for when it can't say."""

    __tablename__ = "account_snapshot"

    contract: str = Field(primary_key=True)
    account: dict[str, Any] = Field(sa_type=JSON)
    taken_at: datetime = Field(sa_type=UtcDateTime)
