"""What the sums of an account mean."""

from datetime import date
from decimal import Decimal

from bot.billing.port import Account, AccountStatus

_CHARGED = (AccountStatus.ACTIVE, AccountStatus.BLOCKED)


def to_pay(account: Account) -> Decimal:
    """What is missing for the next charge; zero if the balance covers it or nothing will be charged.

    A credit is no payment: it only lets the service go on below zero.
    """
    if account.status is AccountStatus.CLOSED:
        return max(Decimal(0), -account.balance)
    fee = account.monthly_fee if account.status in _CHARGED else Decimal(0)
    return max(Decimal(0), fee - account.balance)


def is_due(account: Account) -> bool:
    """Whether a charge is coming (or has come) that the balance doesn't cover."""
    return account.status in _CHARGED and account.next_charge is not None and to_pay(account) > 0


def days_left(account: Account, today: date) -> int | None:
    """Days until the next charge; negative after it, None if none is planned."""
    return None if account.next_charge is None else (account.next_charge - today).days
