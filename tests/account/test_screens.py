"""Balance and payment as they are shown in each state of an account."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.account.look import Seen
from bot.billing.port import AccountStatus
from bot.screens import account as screens
from bot.texts import Texts
from tests.account.test_figures import account

MOSCOW = ZoneInfo("Europe/Moscow")
TODAY = date(2026, 11, 22)
RU = Texts("ru")


def lines(seen: Seen) -> list[str]:
    return screens.balance(RU, seen, MOSCOW, TODAY, several=False).text.split("\n")


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (AccountStatus.ACTIVE, "Статус: работает"),
        (AccountStatus.SUSPENDED, "Статус: приостановлен по вашей просьбе"),
        (AccountStatus.BLOCKED, "Статус: отключён из-за долга"),
        (AccountStatus.CLOSED, "Статус: договор расторгнут"),
    ],
)
def test_every_status_has_its_words(status: AccountStatus, said: str) -> None:
    assert said in lines(Seen(account("100", status=status), None))


def test_no_charge_is_announced_where_none_will_be_made() -> None:
    for status in (AccountStatus.SUSPENDED, AccountStatus.CLOSED):
        assert not any("списание" in line for line in lines(Seen(account("100", status=status), None)))


def test_a_day_that_has_passed_is_no_deadline() -> None:
    shown = lines(Seen(account("0", charge=date(2026, 11, 1)), None))
    assert shown[-1] == "К оплате сейчас: <b>500\xa0₽</b>"


def test_old_figures_carry_their_time() -> None:
    yesterday = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)
    assert "вчера в 12:30" in lines(Seen(account("0"), yesterday))[1]


def test_a_missing_address_leaves_no_comma() -> None:
    assert lines(Seen(account("0"), None))[0] == "Договор <b>700101</b>"
