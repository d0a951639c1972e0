"""Takes out of a question what tells whose it is, before the question is kept.

Phones, cards, contracts, passports (any five digits and more), e-mail and hardware addresses, and names that begin
with @ are replaced. Sums, error codes, dates and the addresses that routers have at home stay: people ask about them.
"""

import ipaddress
import re
import unicodedata

HIDDEN = "•••"

_ADDRESS = re.compile(r"\S+@\S+|(?<!\w)@\w{3,}")
_HARDWARE = re.compile(r"\b[0-9a-f]{2}(?:[:-][0-9a-f]{2}){5}\b", re.IGNORECASE)
_LINK = re.compile(r"(?:https?://|tg://|t\.me/)\S+", re.IGNORECASE)
_NETWORK = r"\d{1,3}(?:\.\d{1,3}){3}(?![\d.]*\d)"
_LONG = r"\+?\d(?:[\s().\-–—/]*\d){8,}"  # as phones and cards are written, in whatever groups
_SHORT = r"\d(?:[\s\-–—/]?\d){4,}"
_DATE = r"\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d{2}(?!\d)"
_NUMBER = re.compile(rf"(?P<kept>(?<![\d.]){_NETWORK}|(?<!\d){_DATE})|{_LONG}|{_SHORT}")


def masked(text: str) -> str:
    """The text without personal data, and without characters that nobody sees: they could part a number."""
    seen = "".join(letter for letter in text if unicodedata.category(letter) not in {"Cf", "Cs"})
    for pattern in (_ADDRESS, _LINK, _HARDWARE):
        seen = pattern.sub(HIDDEN, seen)
    return _NUMBER.sub(_without_owner, seen)


def _without_owner(found: re.Match[str]) -> str:
    kept = found["kept"]
    return kept if kept and (kept.count(".") != _DOTS or _is_at_home(kept)) else HIDDEN


_DOTS = 3
"""In a network address."""


def _is_at_home(address: str) -> bool:
    """Whether a network address is one that thousands of homes have."""
    try:
        return ipaddress.ip_address(address).is_private
    except ValueError:
        return False
