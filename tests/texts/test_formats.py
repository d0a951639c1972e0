"""Sums, dates and languages as the reader is used to them."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from bot.texts import Language, Texts
from bot.texts.choice import language_of
from bot.texts.format import day, moment, money

MOSCOW = ZoneInfo("Europe/Moscow")


@pytest.mark.parametrize(
    ("amount", "currency", "language", "written"),
    [
        ("1234.5", "RUB", "ru", "1\xa0234,50\xa0₽"),
        ("500.00", "RUB", "ru", "500\xa0₽"),
        ("0", "RUB", "ru", "0\xa0₽"),
        ("-50", "RUB", "ru", "-50\xa0₽"),
        ("1234567.89", "RUB", "ru", "1\xa0234\xa0567,89\xa0₽"),
        ("12.30", "KZT", "ru", "12,30\xa0KZT"),
        ("1234.5", "RUB", "en", "1,234.50\xa0RUB"),
        ("99.9", "USD", "en", "99.90\xa0$"),
    ],
)
def test_sums(amount: str, currency: str, language: Language, written: str) -> None:
    assert money(Decimal(amount), currency, language) == written


def test_a_day_names_its_year_only_where_it_is_another() -> None:
    today = date(2026, 11, 22)
    assert day(date(2026, 12, 1), "ru", today) == "1 декабря"
    assert day(date(2027, 1, 15), "ru", today) == "15 января 2027"
    assert day(date(2026, 12, 1), "en", today) == "December 1"
    assert day(date(2027, 1, 15), "en", today) == "January 15, 2027"


@pytest.mark.parametrize(
    ("days", "russian", "english"),
    [
        (0, "сегодня в 14:05", "today at 14:05"),
        (1, "завтра в 14:05", "tomorrow at 14:05"),
        (-1, "вчера в 14:05", "yesterday at 14:05"),
        (9, "1 декабря в 14:05", "December 1 at 14:05"),
    ],
)
def test_a_moment_is_told_in_the_providers_zone(days: int, russian: str, english: str) -> None:
    at = datetime(2026, 11, 22, 11, 5, tzinfo=UTC) + timedelta(days=days)
    assert moment(at, MOSCOW, Texts("ru"), date(2026, 11, 22)) == russian
    assert moment(at, MOSCOW, Texts("en"), date(2026, 11, 22)) == english


@pytest.mark.parametrize(
    ("chosen", "telegram", "read"),
    [
        (None, "ru", "ru"),
        (None, "en-GB", "en"),
        ("ru", "en", "ru"),
        (None, "fr", "ru"),
        (None, None, "ru"),
        ("nonsense", "en", "en"),
    ],
)
def test_the_language_is_ones_choice_then_telegrams_then_the_providers(
    chosen: str | None, telegram: str | None, read: Language
) -> None:
    assert language_of(chosen, telegram, "ru") == read
