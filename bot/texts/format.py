"""Sums, dates and phone numbers as the reader's language writes them."""

from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_time
from babel.numbers import format_currency

from bot.texts.lookup import Language, Texts


def money(amount: Decimal, currency: str, language: Language) -> str:
    """`1 234,50 ₽`; whole sums without kopecks. `currency` is ISO 4217."""
    whole = amount == amount.to_integral_value()
    return format_currency(
        amount,
        currency,
        locale=language,
        format="#,##0 ¤" if whole else "#,##0.00 ¤",
        currency_digits=False,
    )


def day(value: date, language: Language) -> str:
    """`1 декабря` / `December 1`, with the year only where it isn't the present one."""
    pattern = {"ru": "d MMMM", "en": "MMMM d"}[language]
    return format_date(value, pattern, locale=language)


def moment(value: datetime, zone: ZoneInfo, texts: Texts, today: date) -> str:
    """`14:05`, `завтра в 9:00` or `3 декабря в 9:00`, in the provider's zone."""
    local = value.astimezone(zone)
    clock = format_time(local, "H:mm", locale=texts.language)
    match (local.date() - today).days:
        case 0:
            return clock
        case 1:
            return texts.plain("moment-tomorrow", time=clock)
        case -1:
            return texts.plain("moment-yesterday", time=clock)
        case _:
            return texts.plain("moment-day", day=day(local.date(), texts.language), time=clock)


def masked_phone(phone: str) -> str:
    """`+7900•••4567`: enough to recognise one's own number, not enough to call it."""
    return f"{phone[:5]}•••{phone[-4:]}"
