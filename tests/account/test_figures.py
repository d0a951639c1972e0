"""What the sums of an account mean."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.account.figures import days_left, is_due, must_pay_now, to_pay, will_be_charged
from bot.billing.port import Account, AccountStatus

TODAY = date(2026, 11, 22)
sums = st.decimals(min_value=-10_000, max_value=10_000, places=2)
statuses = st.sampled_from(AccountStatus)


def account(
    balance: str | Decimal,
    fee: str | Decimal = "500",
    status: AccountStatus = AccountStatus.ACTIVE,
    charge: date | None = date(2026, 12, 1),
    credit: str = "0",
) -> Account:
    return Account(
        contract="700101",
        name="Анна",
        address="",
        balance=Decimal(balance),
        credit=Decimal(credit),
        currency="RUB",
        tariff="Домашний",
        speed=None,
        monthly_fee=Decimal(fee),
        next_charge=charge,
        status=status,
        services=(),
    )


@pytest.mark.parametrize(
    ("balance", "status", "missing"),
    [
        ("120.50", AccountStatus.ACTIVE, "379.50"),
        ("500", AccountStatus.ACTIVE, "0"),
        ("-50", AccountStatus.ACTIVE, "550"),
        ("-50", AccountStatus.BLOCKED, "550"),
        ("0", AccountStatus.SUSPENDED, "0"),
        ("-50", AccountStatus.SUSPENDED, "50"),
        ("-50", AccountStatus.CLOSED, "50"),
        ("50", AccountStatus.CLOSED, "0"),
    ],
)
def test_what_is_missing_for_the_next_charge(balance: str, status: AccountStatus, missing: str) -> None:
    assert to_pay(account(balance, status=status)) == Decimal(missing)


def test_a_credit_is_no_payment() -> None:
    assert to_pay(account("0", credit="1000")) == Decimal(500)


@given(balance=sums, status=statuses)
def test_nobody_is_asked_for_less_than_nothing_and_paying_it_is_enough(balance: Decimal, status: AccountStatus) -> None:
    asked = to_pay(account(balance, status=status))
    assert asked >= 0
    assert to_pay(account(balance + asked, status=status)) == 0


@given(balance=sums, status=statuses, charge=st.none() | st.dates())
def test_only_a_coming_charge_that_is_not_covered_is_due(
    balance: Decimal, status: AccountStatus, charge: date | None
) -> None:
    one = account(balance, status=status, charge=charge)
    assert is_due(one) == (will_be_charged(one) and balance < Decimal(500))


@pytest.mark.parametrize(
    ("status", "charge", "now"),
    [
        (AccountStatus.ACTIVE, date(2026, 12, 1), False),
        (AccountStatus.ACTIVE, date(2026, 11, 22), True),
        (AccountStatus.ACTIVE, date(2026, 11, 1), True),
        (AccountStatus.ACTIVE, None, True),
        (AccountStatus.BLOCKED, date(2026, 12, 1), True),
        (AccountStatus.SUSPENDED, date(2026, 12, 1), True),
        (AccountStatus.CLOSED, None, True),
    ],
)
def test_a_sum_is_wanted_at_once_unless_a_charge_is_still_to_come(
    *, status: AccountStatus, charge: date | None, now: bool
) -> None:
    assert must_pay_now(account("0", status=status, charge=charge), TODAY) is now


def test_days_are_counted_to_the_charge_and_from_it() -> None:
    assert days_left(account("0"), TODAY) == 9
    assert days_left(account("0", charge=date(2026, 11, 21)), TODAY) == -1
    assert days_left(account("0", charge=None), TODAY) is None
