"""Who is to be reminded, against an oracle as plain as the rule."""

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from bot.billing.port import Account, AccountStatus
from bot.notices.plan import Reminder, reason_to_skip, reminders

TODAY = date(2026, 11, 22)


def account(
    contract: str = "7",
    balance: Decimal | str = "0",
    fee: Decimal | str = "500",
    next_charge: date | None = TODAY,
    status: AccountStatus = AccountStatus.ACTIVE,
    credit: Decimal | str = "0",
) -> Account:
    """An account of which only what matters here varies."""
    return Account(
        contract=contract,
        name="",
        address="",
        balance=Decimal(balance),
        credit=Decimal(credit),
        currency="RUB",
        tariff="",
        speed=None,
        monthly_fee=Decimal(fee),
        next_charge=next_charge,
        status=status,
        services=(),
    )


SUMS = st.decimals("-1000", "1000", places=2)
ACCOUNTS = st.builds(
    account,
    contract=st.sampled_from("789"),
    balance=SUMS,
    fee=st.decimals("0", "1000", places=2),
    next_charge=st.none() | st.integers(-5, 9).map(lambda days: TODAY + timedelta(days=days)),
    status=st.sampled_from(AccountStatus),
    credit=st.decimals("0", "500", places=2),
)
DAYS = st.lists(st.integers(-3, 7), max_size=5)


@given(st.lists(st.tuples(st.integers(1, 3), ACCOUNTS), max_size=6), DAYS)
def test_reminded_is_whose_charge_is_near_and_not_covered(linked: list[tuple[int, Account]], days: list[int]) -> None:
    expected = []
    for chat_id, one in linked:
        for day in range(-9, 10):
            charged = one.status in {AccountStatus.ACTIVE, AccountStatus.BLOCKED} and one.balance < one.monthly_fee
            if day in days and one.next_charge == TODAY + timedelta(days=day) and charged:
                expected.append((chat_id, one.contract, day, one.next_charge))
    found = [(one.chat_id, one.contract, one.days, one.charge_on) for one in reminders(linked, TODAY, days)]
    assert found == expected


@given(ACCOUNTS, DAYS)
def test_what_was_just_planned_is_still_true(one: Account, days: list[int]) -> None:
    for reminder in reminders([(1, one)], TODAY, days):
        assert reason_to_skip(reminder, one, TODAY) is None


def test_each_change_since_is_a_reason_to_keep_silent() -> None:
    reminder = Reminder(1, "7", 3, TODAY + timedelta(days=3))
    due = account(next_charge=reminder.charge_on)
    assert reason_to_skip(reminder, due, TODAY) is None
    assert reason_to_skip(reminder, None, TODAY) == "no account"
    assert reason_to_skip(reminder, account(next_charge=TODAY), TODAY) == "charge moved"
    assert reason_to_skip(reminder, due.model_copy(update={"balance": Decimal(500)}), TODAY) == "paid"
    assert reason_to_skip(reminder, due.model_copy(update={"status": AccountStatus.SUSPENDED}), TODAY) == "paid"
    assert reason_to_skip(reminder, due, TODAY + timedelta(days=1)) == "stale"


def test_a_promised_payment_is_no_payment() -> None:
    assert list(reminders([(1, account(balance="-100", credit="300"))], TODAY, [0]))
