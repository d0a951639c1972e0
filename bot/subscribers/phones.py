"""Phone numbers as people write them and as Telegram sends them, to E.164."""

from phonenumbers import NumberParseException, PhoneNumberFormat, format_number, is_valid_number, parse

REGION = "RU"
"""Numbers without a country code are read as Russian ones (also those of Kazakhstan, which share +7)."""


def normalise(text: str) -> str | None:
    """E.164, or None for what can't be a phone number.

    Telegram sends a contact's number in international form, with or without the plus.
    """
    for candidate, region in ((text, REGION), (f"+{text}", None)):
        try:
            number = parse(candidate, region)
        except NumberParseException:
            continue
        if is_valid_number(number):
            return str(format_number(number, PhoneNumberFormat.E164))
    return None


def from_contact(text: str) -> str | None:
    """E.164 of a number from a Telegram contact, which is always international."""
    digits = text.strip().lstrip("+")
    try:
        number = parse(f"+{digits}")
    except NumberParseException:
        return None
    return str(format_number(number, PhoneNumberFormat.E164))
