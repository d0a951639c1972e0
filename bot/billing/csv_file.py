"""Reads the embedded billing's CSV: every bad cell is named, and a file with one is refused whole."""

import csv
import io
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from babel.core import Locale
from phonenumbers import NumberParseException, PhoneNumberFormat, format_number, is_possible_number, parse

from bot.billing.port import AccountStatus
from bot.storage.tables import BillingAccount

COLUMNS = (
    "contract",
    "name",
    "phone",
    "address",
    "balance",
    "currency",
    "tariff",
    "monthly_fee",
    "next_charge",
    "status",
    "services",
)
OPTIONAL = ("credit", "speed")
LARGEST_SUM = Decimal("999999999999.99")
_CURRENCIES = frozenset(Locale("en").currencies)


@dataclass(frozen=True, slots=True)
class BadCell:
    """What is wrong in a file: `line` counts from 1; `code` names the mistake, `value` is what stood there."""

    line: int
    column: str
    code: str
    value: str


class BadFile(Exception):  # noqa: N818 - named as what it is
    """The file can't be loaded; `cells` holds every mistake."""

    def __init__(self, cells: tuple[BadCell, ...]) -> None:
        super().__init__(f"{len(cells)} mistakes")
        self.cells = cells


class _CellError(ValueError):
    """A cell can't be read; the argument is the mistake's code."""


def read_accounts(data: bytes) -> list[BillingAccount]:
    """Accounts from a file's bytes: UTF-8 with or without BOM, `;` or `,` between cells.

    Raises `BadFile` with every mistake.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise BadFile((BadCell(line, "", "encoding", ""),)) from None
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    try:
        header = [name.strip() for name in rows.fieldnames or []]
    except csv.Error as error:
        raise BadFile((BadCell(1, "", "csv", str(error)),)) from None
    rows.fieldnames = header
    missing = [BadCell(1, name, "column-missing", "") for name in COLUMNS if name not in header]
    unknown = [BadCell(1, name, "column-unknown", name) for name in header if name not in COLUMNS + OPTIONAL]
    if missing or unknown:
        raise BadFile((*missing, *unknown))
    return _rows(rows)


def _delimiter(text: str) -> str:
    header = text.partition("\n")[0]
    return ";" if header.count(";") >= header.count(",") else ","


def _rows(rows: "csv.DictReader[str]") -> list[BillingAccount]:
    accounts: list[BillingAccount] = []
    contracts: set[str] = set()
    mistakes: list[BadCell] = []
    try:
        for row in rows:
            cells = {name: (value or "").strip() for name, value in row.items() if isinstance(name, str)}
            if None in row or None in row.values():
                mistakes.append(BadCell(rows.line_num, "", "cells", str(len(rows.fieldnames or []))))
                continue
            values, wrong = _values(cells, rows.line_num)
            mistakes.extend(wrong)
            contract = cells["contract"]
            if contract and contract in contracts:
                mistakes.append(BadCell(rows.line_num, "contract", "contract-twice", contract))
            elif not wrong:
                accounts.append(BillingAccount(**values))
            contracts.add(contract)
    except csv.Error as error:
        mistakes.append(BadCell(rows.line_num, "", "csv", str(error)))
    if not accounts and not mistakes:
        mistakes.append(BadCell(1, "", "no-rows", ""))
    if mistakes:
        raise BadFile(tuple(mistakes))
    return accounts


def _values(cells: Mapping[str, str], line: int) -> tuple[dict[str, Any], list[BadCell]]:
    values: dict[str, Any] = {}
    wrong = []
    for name, read in _readers():
        text = cells.get(name, "")
        try:
            values[name] = read(text)
        except _CellError as mistake:
            wrong.append(BadCell(line, name, str(mistake), text))
    return values, wrong


def _readers() -> Iterator[tuple[str, Callable[[str], Any]]]:
    yield "contract", _required
    yield "name", _required
    yield "phone", _phone
    yield "address", str
    yield "balance", _sum
    yield "currency", _currency
    yield "tariff", _required
    yield "monthly_fee", _fee
    yield "next_charge", _date
    yield "status", _status
    yield "services", lambda text: [service.strip() for service in text.split("|") if service.strip()]
    yield "credit", lambda text: _fee(text) if text else Decimal(0)
    yield "speed", _speed


def _required(text: str) -> str:
    if not text:
        raise _CellError("empty")
    return text


def _phone(text: str) -> str:
    try:
        number = parse(text)
    except NumberParseException:
        raise _CellError("phone") from None
    e164 = format_number(number, PhoneNumberFormat.E164)
    if not is_possible_number(number) or e164 != text:
        raise _CellError("phone")
    return e164


def _sum(text: str) -> Decimal:
    plain = re.sub(r"[\s\u00a0\u202f]", "", text).replace(",", ".")
    try:
        amount = Decimal(plain)
    except InvalidOperation:
        raise _CellError("sum") from None
    if not amount.is_finite() or abs(amount) > LARGEST_SUM or amount != round(amount, 2):
        raise _CellError("sum")
    return amount


def _fee(text: str) -> Decimal:
    amount = _sum(text)
    if amount < 0:
        raise _CellError("negative")
    return amount


def _currency(text: str) -> str:
    if text not in _CURRENCIES:
        raise _CellError("currency")
    return text


def _date(text: str) -> date | None:
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise _CellError("date") from None


def _status(text: str) -> str:
    if text not in set(AccountStatus):
        raise _CellError("status")
    return text


def _speed(text: str) -> int | None:
    if not text:
        return None
    if not text.isascii() or not text.isdigit():
        raise _CellError("speed")
    return int(text)
