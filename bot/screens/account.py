"""Balance and tariff."""

from datetime import date
from html import escape
from zoneinfo import ZoneInfo

from bot.account.figures import must_pay_now, to_pay, will_be_charged
from bot.account.look import Seen
from bot.billing.port import Account
from bot.screens.buttons import button, go, home, shortened
from bot.screens.callbacks import ShowAccount, key_of
from bot.screens.screen import Rows, Screen
from bot.texts import Html, Texts
from bot.texts.format import day, moment, money


def choose_contract(texts: Texts, accounts: list[Seen], what: str) -> Screen:
    """Which of several contracts."""
    rows: Rows = [
        [button(_contract_label(seen.account), ShowAccount(what=what, contract=key_of(seen.account.contract)))]
        for seen in accounts
    ]
    return Screen(texts.html("account-choose"), [*rows, home(texts)])


def _contract_label(account: Account) -> str:
    return shortened(" · ".join(part for part in (account.contract, account.address) if part))


def contract_line(texts: Texts, account: Account) -> Html:
    """The contract, and where it is if billing knows."""
    line = texts.html("account-contract", contract=account.contract)
    return Html(f"{line}, {escape(account.address, quote=False)}") if account.address else line


def balance(texts: Texts, seen: Seen, zone: ZoneInfo, today: date, *, several: bool) -> Screen:
    """Sum, status, credit, next charge, and what to pay now."""
    account = seen.account
    lines = [*_head(texts, seen, zone, today), texts.html("balance-sum", sum=_money(texts, account, "balance"))]
    lines.append(texts.html("account-status", status=account.status.value))
    if account.credit:
        lines.append(texts.html("balance-credit", sum=_money(texts, account, "credit")))
    if account.next_charge is not None and will_be_charged(account):
        when = day(account.next_charge, texts.language, today)
        lines.append(texts.html("balance-next", date=when, sum=_money(texts, account, "monthly_fee")))
    lines.append(_to_pay_line(texts, account, today))
    rows = [[go(texts, "pay"), go(texts, "tariff")]]
    return Screen(_joined(lines), [*rows, *_others(texts, "balance", several=several), home(texts)])


def tariff(texts: Texts, seen: Seen, zone: ZoneInfo, today: date, *, several: bool) -> Screen:
    """Name, fee, speed and services."""
    account = seen.account
    lines = [*_head(texts, seen, zone, today), texts.html("tariff-name", name=account.tariff)]
    lines.append(texts.html("tariff-fee", sum=_money(texts, account, "monthly_fee")))
    if account.speed is not None:
        lines.append(texts.html("tariff-speed", speed=account.speed))
    services = ", ".join(account.services)
    lines.append(texts.html("tariff-services", services=services) if services else texts.html("tariff-no-services"))
    rows = [[go(texts, "balance")]]
    return Screen(_joined(lines), [*rows, *_others(texts, "tariff", several=several), home(texts)])


def pay(texts: Texts, seen: Seen, zone: ZoneInfo, today: date, *, several: bool) -> Screen:
    """How much to pay and by which number."""
    account = seen.account
    lines = [*_head(texts, seen, zone, today), _to_pay_line(texts, account, today)]
    lines.append(texts.html("pay-how", contract=account.contract))
    rows = [[go(texts, "balance")]]
    return Screen(_joined(lines), [*rows, *_others(texts, "pay", several=several), home(texts)])


def _head(texts: Texts, seen: Seen, zone: ZoneInfo, today: date) -> list[Html]:
    account = seen.account
    lines = [contract_line(texts, account)]
    if seen.as_of is not None:
        lines.append(texts.html("account-as-of", moment=moment(seen.as_of, zone, texts, today)))
    return lines


def _to_pay_line(texts: Texts, account: Account, today: date) -> Html:
    missing = to_pay(account)
    if not missing:
        return texts.html("balance-enough")
    amount = money(missing, account.currency, texts.language)
    if account.next_charge is None or must_pay_now(account, today):
        return texts.html("balance-pay-now", sum=amount)
    return texts.html("balance-pay-by", sum=amount, date=day(account.next_charge, texts.language, today))


def _others(texts: Texts, what: str, *, several: bool) -> Rows:
    return [[button(texts.plain("account-other"), ShowAccount(what=what, contract=""))]] if several else []


def _money(texts: Texts, account: Account, field: str) -> str:
    return money(getattr(account, field), account.currency, texts.language)


def _joined(lines: list[Html]) -> Html:
    return Html("\n".join(line for line in lines if line))
