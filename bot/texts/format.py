"""Sums and dates as the reader's language writes them."""

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
        format="#,##0\xa0¤" if whole else "#,##0.00\xa0¤",
        currency_digits=False,
    )


def day(value: date, language: Language, today: date) -> str:
    """`1 декабря` / `December 1`, with the year where it isn't the present one."""
    short, long = {"ru": ("d MMMM", "d MMMM y"), "en": ("MMMM d", "MMMM d, y")}[language]
    return format_date(value, short if value.year == today.year else long, locale=language)


def moment(value: datetime, zone: ZoneInfo, texts: Texts, today: date) -> str:
    """`сегодня в 14:05`, `завтра в 9:00` or `3 декабря в 9:00`, in the provider's zone."""
    local = value.astimezone(zone)
    clock = format_time(local, "H:mm", locale=texts.language)
    match (local.date() - today).days:
        case 0:
            return texts.plain("moment-today", time=clock)
        case 1:
            return texts.plain("moment-tomorrow", time=clock)
        case -1:
            return texts.plain("moment-yesterday", time=clock)
        case _:
            return texts.plain("moment-day", day=day(local.date(), texts.language, today), time=clock)
