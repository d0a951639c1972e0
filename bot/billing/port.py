"""What the bot asks of a billing system. Two kinds of implementation exist: our own tables, and others' systems."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Protocol

from pydantic import BaseModel, ConfigDict

from bot.errors import Refusal, Unavailable


class BillingUnavailable(Unavailable):
    """The billing system doesn't answer, or not with data."""


class NoFigures(Refusal):
    """Billing is away and nothing is known from before: whoever asks is told so at once."""


class AccountStatus(StrEnum):
    """BLOCKED is the provider's doing (debt), SUSPENDED the subscriber's own wish."""

    ACTIVE = "active"
    SUSPENDED = "suspended"
    BLOCKED = "blocked"
    CLOSED = "closed"


class Account(BaseModel):
    """A contract as billing sees it now.

    Sums are in `currency` (ISO 4217); `credit` is how far below zero the balance may go (a promised payment);
    `monthly_fee` is for the tariff with its services; `speed` is in Mbit/s, None where the system doesn't know.
    """

    model_config = ConfigDict(frozen=True)

    contract: str
    name: str
    address: str
    balance: Decimal
    credit: Decimal
    currency: str
    tariff: str
    speed: int | None
    monthly_fee: Decimal
    next_charge: date | None
    status: AccountStatus
    services: tuple[str, ...]


class Billing(Protocol):
    """Every call may raise `BillingUnavailable`."""

    async def contracts_of(self, phone: str) -> Sequence[str]:
        """Contracts registered on a number in E.164; empty if none."""
        ...

    async def accounts(self, contracts: Sequence[str]) -> Sequence[Account]:
        """Accounts of the contracts that exist, in no particular order."""
        ...
