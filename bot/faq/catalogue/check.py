"""Every mistake of an FAQ file at once, each where it stands."""

from collections.abc import Callable, Collection, Iterator
from pathlib import Path

from bot import yamlfiles
from bot.faq.catalogue import check_answers, check_attachments, schema
from bot.faq.catalogue.entry import Entry
from bot.faq.catalogue.schema import Numbered
from bot.yamlfiles import Document, Problem

ACTIONS = frozenset(
    {
        "balance",
        "tariff",
        "pay",
        "promise",
        "services",
        "change_tariff",
        "suspend",
        "check",
        "settings",
        "login",
        "tickets",
        "ticket",
    }
)

OPENABLE = ACTIONS - {"check", "login", "ticket"}
"""Those with a screen of their own; the others begin a talk."""


def check(path: Path, topics: Collection[str] | None) -> list[Problem]:
    """All mistakes and warnings in the order of the file; `topics` are the desk's, None where unknown."""
    return inspect(path, topics)[1]


def inspect(path: Path, topics: Collection[str] | None = None) -> tuple[list[Entry], list[Problem]]:
    """The entries of a file as far as they can be read, and everything wrong with it."""
    return inspect_document(yamlfiles.read(path), topics, path.parent)


def inspect_text(
    text: str | bytes, file: str, topics: Collection[str] | None = None, folder: Path | None = None
) -> tuple[list[Entry], list[Problem]]:
    """The same for a text that isn't on disk; `file` names it in problems, `folder` is where its pictures are.

    Without a folder attachments aren't looked for.
    """
    return inspect_document(yamlfiles.read_text(text, file), topics, folder)


def inspect_document(
    document: Document, topics: Collection[str] | None = None, folder: Path | None = None
) -> tuple[list[Entry], list[Problem]]:
    """The same for what has been read."""
    found, problems = schema.entries(document)
    if found and all(entry.hidden for _, entry in found):
        problems.append(document.problem(("entries",), "no-entries"))
    for rule in (
        _duplicate_ids,
        _duplicate_questions,
        _actions,
        check_answers.answers,
        check_answers.alternatives,
    ):
        problems.extend(rule(document, found))
    problems.extend(check_attachments.attachments(document, found, folder))
    if topics is not None:
        problems.extend(_topics(document, found, topics))
    problems.sort(key=lambda problem: (problem.line, problem.column, problem.code))
    return [entry for _, entry in found], problems


def _duplicate_ids(document: Document, found: Numbered) -> Iterator[Problem]:
    return _repeats(document, found, "duplicate-id", lambda entry: {("id",): entry.id})


def _duplicate_questions(document: Document, found: Numbered) -> Iterator[Problem]:
    def phrases(entry: Entry) -> dict[tuple[str | int, ...], str]:
        if entry.hidden:
            return {}
        said: dict[tuple[str | int, ...], str] = {("question",): entry.question}
        said |= {("variants", number): text for number, text in enumerate(entry.variants)}
        said |= {("answers", place, "question"): other.question or "" for place, other in enumerate(entry.answers)}
        return {key: " ".join(text.casefold().replace("ё", "е").split()).rstrip("?!. ") for key, text in said.items()}

    return _repeats(document, found, "duplicate-question", phrases)


def _repeats(
    document: Document,
    found: Numbered,
    code: str,
    values: Callable[[Entry], dict[tuple[str | int, ...], str]],
) -> Iterator[Problem]:
    first: dict[str, tuple[int, int, str]] = {}
    for number, entry in found:
        for key, value in values(entry).items():
            place = ("entries", number, *key)
            line = document.places.get(place, (1, 1))[0]
            if not value:
                continue
            first_line, owner, owner_id = first.setdefault(value, (line, number, entry.id))
            if owner != number:
                yield document.problem(place, code, {"value": value, "first": owner_id, "line": first_line})


def _actions(document: Document, found: Numbered) -> Iterator[Problem]:
    shown = {entry.id: not entry.hidden for _, entry in found}
    for number, entry in found:
        for place, action in enumerate(entry.actions):
            key = ("entries", number, "actions", place)
            name, colon, target = action.partition(":")
            if name == "faq" and colon:
                if target not in shown:
                    yield document.problem(key, "dead-link", {"id": target})
                elif not (shown[target] or entry.hidden):
                    yield document.problem(key, "hidden-link", {"id": target}, severity="warning")
            elif action and action not in ACTIONS and not (name == "ticket" and target):
                yield document.problem(key, "unknown-action", {"action": action, "known": ", ".join(sorted(ACTIONS))})
        if entry.opens and entry.opens not in OPENABLE:
            facts = {"action": entry.opens, "known": ", ".join(sorted(OPENABLE))}
            yield document.problem(("entries", number, "opens"), "no-screen", facts)


def _topics(document: Document, found: Numbered, topics: Collection[str]) -> Iterator[Problem]:
    for number, entry in found:
        for place, action in enumerate(entry.actions):
            name, _, target = action.partition(":")
            if name == "ticket" and target and target not in topics:
                key = ("entries", number, "actions", place)
                facts = {"topic": target, "known": ", ".join(topics)}
                yield document.problem(key, "unknown-topic", facts, severity="warning")
