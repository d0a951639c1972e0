"""Changes to a FAQ's text: one entry is added, changed or removed, and every other byte stays as its author left it.

Each result is read again before it is given out, so that an edit either does exactly what was asked or is refused.
"""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from pydantic import BaseModel

from bot.errors import Refusal
from bot.faq.catalogue.entry import Entry
from bot.yamlfiles import read_text
from bot.yamlfiles.rows import NotRewritable, Rows

ORDER = tuple(field.alias or name for name, field in Entry.model_fields.items())
_ROWS = "entries"


class NoSuchEntry(Refusal):
    """The text has no entry with this id."""

    def __init__(self, entry_id: str) -> None:
        super().__init__(entry_id)
        self.entry_id = entry_id


class EntryExists(Refusal):
    """The text has an entry with this id already."""

    def __init__(self, entry_id: str) -> None:
        super().__init__(entry_id)
        self.entry_id = entry_id


class NotEditable(Refusal):
    """The text is written in a way that only its author can change: broken, or knit together by anchors."""


def add_entry(text: str, entry: Entry) -> str:
    """The text with a new entry, after the last one of its category or at the end.

    Raises `EntryExists`, `NotEditable`.
    """
    data = _document(text)
    rows = data[_ROWS]
    if any(row.get("id") == entry.id for row in rows):
        raise EntryExists(entry.id)
    alike = [number for number, row in enumerate(rows) if row.get("category") == entry.category]
    place = alike[-1] + 1 if alike else len(rows)
    row = _plain(entry)
    rows.insert(place, row)
    return _done(text, data, lambda old: old.with_row(place, row))


def change_entry(text: str, entry_id: str, changes: Mapping[str, object]) -> str:
    """The text with other values under some keys of an entry; an empty value (None, False, "", ()) takes a key out.

    Raises `NoSuchEntry`, `NotEditable`.
    """
    data = _document(text)
    number = _number(data, entry_id)
    for key in sorted(changes, key=ORDER.index):
        text = _with(text, data, number, key, _plain(changes[key]))
    return text


def add_variant(text: str, entry_id: str, variant: str) -> str:
    """The text with one more way to ask an entry; unchanged if the entry has it.

    Raises `NoSuchEntry`, `NotEditable`.
    """
    data = _document(text)
    number, added = _number(data, entry_id), _plain(variant)
    known = data[_ROWS][number].get("variants") or []
    return text if added in known else _with(text, data, number, "variants", [*known, added])


def remove_entry(text: str, entry_id: str) -> str:
    """The text without an entry and the comment right above it. Raises `NoSuchEntry`, `NotEditable`."""
    data = _document(text)
    number = _number(data, entry_id)
    del data[_ROWS][number]
    return _done(text, data, lambda old: old.without_row(number))


def _with(text: str, data: dict[str, Any], number: int, key: str, value: Any) -> str:
    """The text with a value under one key; `data` is what the text holds, and holds afterwards."""
    row = data[_ROWS][number]
    if value == row.get(key) or (not value and key not in row):
        return text
    if value:
        row[key] = value
        return _done(text, data, lambda old: old.with_value(number, key, row, ORDER[: ORDER.index(key)]))
    del row[key]
    return _done(text, data, lambda old: old.without_key(number, key, row))


def _done(text: str, wanted: dict[str, Any], edit: Callable[[Rows], str]) -> str:
    """The edit's result, if it holds what is wanted and nothing else."""
    try:
        result = edit(Rows(text, _ROWS))
    except NotRewritable:
        raise NotEditable from None
    if _document(result) != wanted:
        raise NotEditable
    return result


def _document(text: str) -> dict[str, Any]:
    """What a text holds; its entries are a list of mappings."""
    document = read_text(text, "")
    if document.problems or not isinstance(document.data, dict):
        raise NotEditable
    data: dict[str, Any] = _plain(document.data)
    rows = data.get(_ROWS) or []
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise NotEditable
    return {**data, _ROWS: rows}


def _number(data: dict[str, Any], entry_id: str) -> int:
    for number, row in enumerate(data[_ROWS]):
        if row.get("id") == entry_id:
            return number
    raise NoSuchEntry(entry_id)


def _plain(value: object) -> Any:
    """A value as YAML holds it: stripped text, lists and mappings."""
    match value:
        case BaseModel():
            return _plain(value.model_dump(by_alias=True, exclude_defaults=True))
        case dict():
            return {key: _plain(held) for key, held in value.items()}
        case list() | tuple():
            return [_plain(held) for held in value]
        case None | False:
            return ""
        case True:
            return "true"
        case date():
            return value.isoformat()
        case _:
            # half of a surrogate pair is no text that a file could hold
            return str(value).strip().encode("utf-16", "surrogatepass").decode("utf-16", "replace")
