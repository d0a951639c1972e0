"""Phone numbers as people write them and as Telegram sends them, to E.164."""

from phonenumbers import (
    NumberParseException,
    PhoneNumberFormat,
    PhoneNumberMatcher,
    format_number,
    is_valid_number,
    parse,
)

REGION = "RU"
"""Numbers without a country code are read as Russian ones (also those of Kazakhstan, which share +7)."""


def normalise(text: str) -> str | None:
    """E.164 of a number as people type it, with or without the plus; None for what can't be a phone number."""
    for candidate, region in ((text, REGION), (f"+{text}", None)):
        try:
            number = parse(candidate, region)
        except NumberParseException:
            continue
        if is_valid_number(number):
            return str(format_number(number, PhoneNumberFormat.E164))
    return None


def mentioned(text: str) -> str | None:
    """E.164 of the first number among other words, if there is one."""
    found = next(iter(PhoneNumberMatcher(text, REGION)), None)
    return None if found is None else str(format_number(found.number, PhoneNumberFormat.E164))


def from_contact(text: str) -> str | None:
    """E.164 of a number from a Telegram contact, which is always international."""
    digits = text.strip().lstrip("+")
    try:
        number = parse(f"+{digits}")
    except NumberParseException:
        return None
    return str(format_number(number, PhoneNumberFormat.E164))
