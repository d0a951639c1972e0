"""Values as a person would write them in YAML: plain where that reads back the same, a `|` block for long texts."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from bot.yamlfiles.document import read_text

Plain = str | list[Any] | dict[str, Any]
"""What a document holds: text, lists and mappings."""

IN_BRACKETS = frozenset({"keywords", "actions", "tariff"})
"""Lists of single words, written on one line."""
QUOTED = frozenset({"question"})
_LONG = 100  # characters of a text that still stands well on its key's line
_ESCAPED = re.compile('["\\\\\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]')
_SHORT = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def value(key: str, given: Plain, indent: int, style: str | None = None) -> str:
    """What follows the colon of a key at a column; `style` is that of the scalar it replaces, as ruamel names it."""
    if isinstance(given, str):
        return " " + scalar(given, indent, style or ('"' if key in QUOTED else None))
    if isinstance(given, dict):
        return "\n" + mapping(given, indent + 2)
    if key in IN_BRACKETS:
        return " " + flow(given)
    return "\n" + "\n".join(item(row, indent + 2) for row in given)


def mapping(given: Mapping[str, Plain], indent: int) -> str:
    """Lines of a mapping whose keys stand at a column."""
    return "\n".join(f"{' ' * indent}{key}:{value(key, held, indent)}" for key, held in given.items())


def item(given: Plain, indent: int, inner: int | None = None) -> str:
    """Lines of one item of a list whose dash stands at a column, and its keys at another."""
    inner = indent + 2 if inner is None else inner
    dash = " " * indent + "-" + " " * (inner - indent - 1)
    if isinstance(given, dict):
        return dash + mapping(given, inner).lstrip(" ")
    return dash + (scalar(given, indent) if isinstance(given, str) else flow(given))


def scalar(text: str, indent: int, style: str | None = None) -> str:
    """A text below a key at a column."""
    block = "|\n" + "\n".join(" " * (indent + 2) + line if line else "" for line in text.split("\n"))
    long = "\n" in text or len(text) > _LONG
    first = block if long or (style in {"|", ">"} and text) else text
    if style == "'" and not long:
        first = "'" + text.replace("'", "''") + "'"
    return first if style != '"' and _reads_as(f"k: {first}", text) else quoted(text)


def flow(given: Plain) -> str:
    """A value in brackets, which fits anywhere."""
    if isinstance(given, dict):
        return "{" + ", ".join(f"{key}: {flow(held)}" for key, held in given.items()) + "}"
    if isinstance(given, Sequence) and not isinstance(given, str):
        return "[" + ", ".join(map(flow, given)) + "]"
    return given if _reads_as(f"k: [{given}]", [given]) else quoted(given)


def quoted(text: str) -> str:
    """A text between double quotes."""
    return '"' + _ESCAPED.sub(lambda sign: _SHORT.get(sign[0], f"\\u{ord(sign[0]):04x}"), text) + '"'


def _reads_as(written: str, wanted: Plain) -> bool:
    document = read_text(written, "")
    if document.problems or not isinstance(document.data, dict):
        return False
    found = document.data.get("k")
    return (found.strip() if isinstance(found, str) else found) == wanted
