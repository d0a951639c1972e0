"""From a document to entries: what is missing, unknown or of the wrong shape, each where it stands."""

from collections.abc import Iterator
from typing import Any

from pydantic import ValidationError
from rapidfuzz import process

from bot.faq.catalogue.entry import Alternative, Entry
from bot.texts import LANGUAGES
from bot.yamlfiles import Document, Key, Problem

Numbered = list[tuple[int, Entry]]  # entries with their places in the file

VERSION = "1"
ENTRY_KEYS = tuple(Entry.model_fields)
ANSWER_KEYS = tuple(field.alias or name for name, field in Alternative.model_fields.items())
FILE_KEYS = ("version", "entries")
_CODES = {
    "missing": "missing-key",
    "model_type": "not-entry",
    "extra_forbidden": "unknown-key",
    "string_type": "not-text",
    "tuple_type": "not-list",
    "string_too_short": "blank",
    "string_too_long": "id-too-long",
    "string_pattern_mismatch": "bad-id",
    "literal_error": "unknown-language",
    "day": "not-day",
    "date_from_datetime_parsing": "not-day",
    "date_type": "not-day",
    "bool_parsing": "not-yes-no",
    "bool_type": "not-yes-no",
}
_SIMILAR = 60.0  # below this a guess at the key that was meant would rather mislead


def entries(document: Document) -> tuple[Numbered, list[Problem]]:
    """All entries with their numbers in the file, and everything wrong with their shape.

    An entry with a mistake comes with what could be read of it, so that its other mistakes are found in the same run.
    """
    problems = list(document.problems)
    if not isinstance(document.data, dict):
        if not problems:
            problems.append(document.problem((), "not-faq"))
        return [], problems
    problems.extend(_head(document))
    rows = document.data.get("entries")
    found: Numbered = []
    for number, row in enumerate(rows if isinstance(rows, list) else ()):
        try:
            found.append((number, _entry(row)))
        except ValidationError as error:
            problems.extend(_mistakes(document, number, error))
            found.append((number, _remains(row)))
    return found, problems


def _head(document: Document) -> Iterator[Problem]:
    version, rows = document.data.get("version"), document.data.get("entries")
    for name in document.data:
        if name not in FILE_KEYS:
            yield _unknown(document, (name,), FILE_KEYS)
    if version is None:
        yield document.problem(("version",), "missing-key", {"key": "version"})
    elif version != VERSION:
        yield document.problem(("version",), "bad-version", {"version": str(version)})
    if rows is None:
        yield document.problem(("entries",), "missing-key", {"key": "entries"})
    elif not isinstance(rows, list):
        yield document.problem(("entries",), "not-list", {"key": "entries"})
    elif not rows:
        yield document.problem(("entries",), "no-entries")


def _entry(row: Any) -> Entry:
    """An empty value (`variants:` with nothing after it) counts as left out."""
    return Entry.model_validate(_given(row))


def _given(row: Any) -> Any:
    if isinstance(row, list):
        return [_given(held) for held in row]
    return {name: _given(value) for name, value in row.items() if value is not None} if isinstance(row, dict) else row


def _remains(row: Any) -> Entry:
    """What can be read of an entry with mistakes; texts that can't are empty."""
    read: dict[str, Any] = dict.fromkeys(("id", "category", "question", "answer"), "")
    for name, value in row.items() if isinstance(row, dict) else ():
        if name in read and isinstance(value, str):
            read[name] = value
        elif name == "answers" and isinstance(value, list):
            read[name] = tuple(map(_remaining_answer, value))
        elif name in ENTRY_KEYS and isinstance(value, list):
            read[name] = tuple(item if isinstance(item, str) else "" for item in value)
    return Entry.model_construct(**read)


def _remaining_answer(row: Any) -> Alternative:
    try:
        return Alternative.model_validate(_given(row))
    except ValidationError:
        answer = row.get("answer") if isinstance(row, dict) else None
        return Alternative.model_construct(answer=answer if isinstance(answer, str) else "")


def _mistakes(document: Document, number: int, error: ValidationError) -> Iterator[Problem]:
    for line in error.errors():
        key: Key = ("entries", number, *line["loc"])
        code = _CODES.get(line["type"], "not-text")
        if code == "not-entry" and line["loc"]:
            code = "not-answer"
        if code == "unknown-key":
            yield _unknown(document, key, ENTRY_KEYS if len(line["loc"]) == 1 else ANSWER_KEYS)
        else:
            yield document.problem(key, code, _facts(code, key, line["input"]))


def _facts(code: str, key: Key, given: Any) -> dict[str, str | int]:
    match code:
        case "bad-id" | "id-too-long":
            return {"id": str(given)}
        case "unknown-language":
            return {"language": str(given), "known": ", ".join(LANGUAGES)}
        case "not-day" | "not-yes-no":
            return {"key": str(key[-1]), "value": str(given)}
        case _:
            return {"key": next((part for part in reversed(key[2:]) if isinstance(part, str)), "")}


def _unknown(document: Document, key: Key, known: tuple[str, ...]) -> Problem:
    name = str(key[-1])
    meant = process.extractOne(name, known, score_cutoff=_SIMILAR)
    if meant:
        return document.problem(key, "misspelt-key", {"key": name, "meant": meant[0]})
    return document.problem(key, "unknown-key", {"key": name, "known": ", ".join(known)})
