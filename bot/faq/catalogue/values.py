"""Values in an answer that differ by subscriber: `{balance}`.

- A line with a value stands once for each of the subscriber's contracts, with the contract's number behind it where
  there are several and the lines would differ; it is left out where the value isn't known.
- `{{balance}}` is the text `{balance}`. Braces around anything but a value's name are text, too.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from urllib.parse import quote

from rapidfuzz import fuzz, process

from bot.faq.catalogue import markup

NAMES = (
    "balance",
    "to_pay",
    "tariff",
    "fee",
    "speed",
    "services",
    "next_charge",
    "credit",
    "contract",
    "name",
    "address",
)
Values = Mapping[str, str]
"""What is known of one contract, by name, as a reader wants to see it; always with `contract`."""

_BRACES = re.compile(r"\{\{(?P<text>[a-z_]+)\}\}|\{(?P<name>[a-z_]+)\}")
_SIMILAR = 75.0  # per cent of letters: {balanse}, {topay}
_GAP = re.compile(r"\n{3,}")


@dataclass(frozen=True, slots=True)
class Filled:
    """A text with values in their places; `left_out` if a line is missing because a value isn't known."""

    text: str
    left_out: bool


def found_in(text: str) -> Iterator[tuple[int, str]]:
    """The names between single braces, known or not, with their places."""
    for match in _BRACES.finditer(text):
        if match["name"]:
            yield match.start(), match["name"]


def meant_by(name: str) -> str | None:
    """The value that a name stands for, or was to stand for."""
    best = process.extractOne(name, NAMES, scorer=fuzz.ratio, score_cutoff=_SIMILAR)
    return best[0] if best else None


def lines_with_values(text: str) -> Iterator[tuple[int, str]]:
    """The lines that differ by subscriber, with the places where they begin."""
    start = 0
    for line in text.split("\n"):
        if _wanted(line):
            yield start, line
        start += len(line) + 1


def filled(text: str, contracts: Sequence[Values]) -> Filled:
    """The text for a subscriber with these contracts; for nobody in particular there are none."""
    lines: list[str] = []
    left_out = False
    for line in text.split("\n"):
        wanted = _wanted(line)
        if not wanted:
            lines.append(_put(line, {}))
            continue
        told = [_put(line, values) for values in contracts if values.keys() >= wanted]
        lines.extend(_told_apart(line, told, contracts, wanted))
        left_out = left_out or not told
    whole = "\n".join(lines)
    return Filled(_GAP.sub("\n\n", whole).strip() if left_out else whole, left_out)


def _told_apart(line: str, told: list[str], contracts: Sequence[Values], wanted: set[str]) -> list[str]:
    if len(set(told)) <= 1 or "contract" in wanted:
        return list(dict.fromkeys(told))
    known = [values for values in contracts if values.keys() >= wanted]
    return [f"{_put(line, values)} ({escape(values['contract'], quote=False)})" for values in known]


def _wanted(line: str) -> set[str]:
    """Names of values in a line, misspelt ones too: nobody should see `{balanse}`."""
    return {name for _, name in found_in(line) if meant_by(name)}


def _put(line: str, values: Values) -> str:
    def put(match: re.Match[str]) -> str:
        if match["text"]:
            return "{" + match["text"] + "}"
        value = values.get(match["name"])
        if value is None:
            return match[0]
        return quote(value, safe="") if markup.is_inside_tag(line, match.start()) else escape(value, quote=False)

    return _BRACES.sub(put, line)
