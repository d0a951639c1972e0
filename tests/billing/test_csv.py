"""The embedded billing's CSV: read whole, or refused whole with every mistake named."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.billing.csv_file import COLUMNS, BadCell, BadFile, read_accounts
from bot.texts import messages

HEADER = ";".join(COLUMNS)
ROW = "700101;Анна;+79990000101;Тверь;120.50;RUB;Домашний;500;2026-12-01;active;ТВ|Антивирус"


def file(*rows: str, header: str = HEADER) -> bytes:
    return "\n".join((header, *rows)).encode()


def mistakes(data: bytes) -> tuple[BadCell, ...]:
    with pytest.raises(BadFile) as refused:
        read_accounts(data)
    return refused.value.cells


def changed(column: str, value: str) -> str:
    cells = dict(zip(COLUMNS, ROW.split(";"), strict=True))
    return ";".join((cells | {column: value}).values())


def test_a_row_is_read() -> None:
    (account,) = read_accounts(file(ROW))
    assert (account.contract, account.balance, account.services) == ("700101", Decimal("120.50"), ["ТВ", "Антивирус"])
    assert (account.credit, account.speed) == (Decimal(0), None)


@pytest.mark.parametrize(
    "data",
    [
        file(ROW),
        b"\xef\xbb\xbf" + file(ROW),
        file(ROW).replace(b"\n", b"\r\n") + b"\r\n",
        file(ROW).replace(b";", b","),
        file(ROW, "", ""),
        file(ROW).replace(b"120.50", b" 120,50 "),
    ],
)
def test_files_as_offices_write_them_are_read_alike(data: bytes) -> None:
    (account,) = read_accounts(data)
    assert account.balance == Decimal("120.50")
    assert account.name == "Анна"


def test_a_quoted_cell_may_hold_the_delimiter() -> None:
    (account,) = read_accounts(file(changed("address", '"Тверь; ул. ""Мира"""')))
    assert account.address == 'Тверь; ул. "Мира"'


def test_sums_may_have_spaces_between_thousands() -> None:
    (account,) = read_accounts(file(changed("balance", "-1\xa0234,50")))
    assert account.balance == Decimal("-1234.50")


@pytest.mark.parametrize(
    ("column", "value", "code"),
    [
        ("contract", "", "empty"),
        ("name", " ", "empty"),
        ("tariff", "", "empty"),
        ("phone", "89990000101", "phone"),
        ("phone", "+7999", "phone"),
        ("balance", "много", "sum"),
        ("balance", "1.234", "sum"),
        ("balance", "NaN", "sum"),
        ("balance", "1e99", "sum"),
        ("monthly_fee", "-1", "negative"),
        ("currency", "РУБ", "currency"),
        ("next_charge", "01.12.2026", "date"),
        ("next_charge", "2026-02-30", "date"),
        ("status", "Active", "status"),
    ],
)
def test_a_bad_cell_is_named_with_its_line_and_what_stood_there(column: str, value: str, code: str) -> None:
    (mistake,) = mistakes(file(ROW.replace("700101", "700100"), changed(column, value)))
    assert mistake == BadCell(3, column, code, value.strip())


def test_every_mistake_is_named_at_once() -> None:
    cells = mistakes(file(changed("balance", "x"), changed("status", "x").replace("700101", "2"), "too;few"))
    assert [(cell.line, cell.column) for cell in cells] == [(2, "balance"), (3, "status"), (4, "")]


def test_a_contract_may_stand_there_once() -> None:
    assert mistakes(file(ROW, ROW)) == (BadCell(3, "contract", "contract-twice", "700101"),)


def test_a_contract_is_twice_even_if_its_first_row_is_bad() -> None:
    codes = [cell.code for cell in mistakes(file(changed("balance", "x"), ROW))]
    assert codes == ["sum", "contract-twice"]


def test_missing_and_unknown_columns_are_named() -> None:
    cells = mistakes(file(ROW, header=HEADER.replace("phone", "fone")))
    assert [(cell.column, cell.code) for cell in cells] == [("phone", "column-missing"), ("fone", "column-unknown")]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "column-missing"),
        (file(), "no-rows"),
        ("contract;name\nЯ".encode("cp1251"), "encoding"),
        (file(ROW + ";more"), "cells"),
        (file('700101;"Анна'), "csv"),
        (b"contract\x00", "column-unknown"),
    ],
)
def test_what_is_no_such_file_is_refused(data: bytes, code: str) -> None:
    assert code in [cell.code for cell in mistakes(data)]


@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_no_bytes_are_a_mishap(data: bytes) -> None:
    assert all(cell.line >= 1 for cell in mistakes(data))


@given(st.lists(st.text(max_size=8), min_size=11, max_size=11))
def test_no_row_is_a_mishap_and_each_mistake_has_its_words(cells: list[str]) -> None:
    row = ";".join('"' + cell.replace('"', '""') + '"' for cell in cells)
    codes = {cell.code for cell in mistakes(file(row))}
    assert {f"csv-{code}" for code in codes} <= messages("ru") & messages("en")


@given(balance=st.decimals(min_value=-999_999, max_value=999_999, places=2), comma=st.booleans())
def test_any_sum_survives_the_file(*, balance: Decimal, comma: bool) -> None:
    written = str(balance).replace(".", ",") if comma else str(balance)
    (account,) = read_accounts(file(changed("balance", written)))
    assert account.balance == balance
