"""What an entry answers to whom.

- Of the alternatives the first whose conditions all fit wins; if none fits, it is the plain answer.
- A tariff fits who has it on any contract; who isn't known has none. Days are the provider's, both ends included.
- Lines with values that aren't known are left out. Where that is for want of a sign-in, one is worth offering.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.faq.catalogue import markup, values
from bot.faq.catalogue.entry import Alternative, Entry
from bot.faq.catalogue.values import Values
from bot.texts import Language

MOST = 5
"""Contracts whose values are told; who has more finds them all under /balance."""


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads an answer, and when; `tariffs` and `contracts` are of a linked subscriber."""

    language: Language
    today: date
    linked: bool = False
    tariffs: frozenset[str] = frozenset()
    contracts: tuple[Values, ...] = ()


@dataclass(frozen=True, slots=True)
class Told:
    """Markup to send, empty if only values would have been in it; `sign_in` if it tells more to who signs in."""

    text: str
    sign_in: bool = False


def is_personal(entry: Entry) -> bool:
    """Whether the answer depends on an account, so that billing has to be asked."""
    return any(other.tariff for other in entry.answers) or any(
        next(values.lines_with_values(text), None) for text in texts_of(entry)
    )


def texts_of(entry: Entry) -> Sequence[str]:
    """All answers of an entry."""
    return (entry.answer, *(other.answer for other in entry.answers))


def tell(entry: Entry, reader: Reader) -> Told:
    """The answer for a reader; never longer than a message if the entry's texts aren't."""
    text = next((other.answer for other in entry.answers if _fits(other, reader)), entry.answer)
    for most in range(min(len(reader.contracts), MOST), -1, -1):
        filled = values.filled(text, reader.contracts[:most])
        if markup.length(filled.text) <= markup.MAX_TEXT:
            break
    left = filled.text.strip() if markup.plain(filled.text) else ""
    return Told(left, sign_in=filled.left_out and not reader.linked)


def tariff_key(name: str) -> str:
    """Tariffs are the same if they differ in case or spaces alone."""
    return " ".join(name.casefold().split())


def _fits(other: Alternative, reader: Reader) -> bool:
    return (
        other.language in {None, reader.language}
        and (not other.tariff or not reader.tariffs.isdisjoint(map(tariff_key, other.tariff)))
        and (other.since is None or other.since <= reader.today)
        and (other.until is None or reader.today <= other.until)
    )
