"""What the sums of an account mean."""

from datetime import date
from decimal import Decimal

from bot.billing.port import Account, AccountStatus

_CHARGED = (AccountStatus.ACTIVE, AccountStatus.BLOCKED)


def will_be_charged(account: Account) -> bool:
    """Whether the fee is taken at the next charge."""
    return account.status in _CHARGED and account.next_charge is not None


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
    return will_be_charged(account) and to_pay(account) > 0


def must_pay_now(account: Account, today: date) -> bool:
    """Whether the sum is wanted at once: service has stopped, the charge's day has come, or none is planned."""
    return account.status is AccountStatus.BLOCKED or not will_be_charged(account) or _has_come(account, today)


def _has_come(account: Account, today: date) -> bool:
    return account.next_charge is not None and account.next_charge <= today


def days_left(account: Account, today: date) -> int | None:
    """Days until the next charge; negative after it, None if none is planned."""
    return None if account.next_charge is None else (account.next_charge - today).days
