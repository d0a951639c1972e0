"""What a draft of the FAQ changes, in plain words."""

from collections.abc import Iterator, Mapping, Sequence

from aiogram.types import InlineKeyboardButton

from bot.faq.catalogue.entry import Entry
from bot.faq.versions.compare import Changed, Comparison, Difference, Outcome, Shift
from bot.screens.buttons import button, excerpt, shortened
from bot.screens.callbacks import AdminDraft, AdminVersion
from bot.screens.problems import paragraphs
from bot.screens.screen import Screen
from bot.texts import Html, Texts
from bot.yamlfiles import Problem

LISTED = 6
"""Entries of a kind, and questions, that are named; the others are counted."""
EXCERPT = 200
"""Characters shown of a value before and after."""
MESSAGE = 3800
"""Characters of a message, with some left for what stands between the parts."""
ROOM = 900
"""Characters for remarks on what could be better."""


def proposal(
    texts: Texts, draft_id: int, found: Comparison, names: Mapping[str, str], remarks: Sequence[Problem], newer: Html
) -> Screen:
    """The difference with the buttons that decide.

    `names` are the questions of entries by id; `newer` tells of a version that came meanwhile, if one did.
    """
    said = [texts.html("draft-head"), newer, *_entries(texts, found.difference), *_shifts(texts, found, names)]
    if remarks:
        shown, left = paragraphs(remarks, texts, ROOM)
        said += [texts.html("draft-remarks", count=len(remarks)), shown]
        said += [texts.html("draft-rest", count=left)] if left else []
    confirm = button(texts.plain("draft-confirm"), AdminDraft(what="confirm", draft_id=draft_id))
    return Screen(_fitting(texts, [part for part in said if part]), [[confirm], [_cancel(texts, draft_id)]])


def _fitting(texts: Texts, parts: Sequence[Html]) -> Html:
    """As many parts as one message takes."""
    taken: list[Html] = []
    for part in parts:
        if sum(map(len, taken)) + len(part) > MESSAGE:
            taken.append(texts.html("draft-cut"))
            break
        taken.append(part)
    return Html("\n\n".join(taken))


def stale(texts: Texts, draft_id: int, current: int, by: str, *, again: bool) -> Screen:
    """Somebody was faster; `again` says that the change can be made on the new version by itself."""
    version = str(current)
    redo = texts.plain("draft-again" if again else "draft-compare", version=version)
    return Screen(
        texts.html("draft-stale", version=version, by=by or texts.plain("faq-by-file")),
        [
            [button(redo, AdminDraft(what="again", draft_id=draft_id))],
            [button(texts.plain("version-file"), AdminVersion(what="file", version=current))],
            [_cancel(texts, draft_id)],
        ],
    )


def _cancel(texts: Texts, draft_id: int) -> InlineKeyboardButton:
    return button(texts.plain("draft-cancel"), AdminDraft(what="cancel", draft_id=draft_id))


def _entries(texts: Texts, found: Difference) -> Iterator[Html]:
    """A paragraph for each kind of change."""
    hidden = [one for one in found.changed if one.keys == ("hidden",) and one.after.hidden]
    shown = [one for one in found.changed if one.keys == ("hidden",) and not one.after.hidden]
    changed = [one for one in found.changed if one.keys != ("hidden",)]
    yield _listed(texts, "added", [_name(entry) for entry in found.added])
    yield _listed(texts, "changed", [_change(texts, one) for one in changed])
    yield _listed(texts, "hidden", [_name(one.after) for one in hidden])
    yield _listed(texts, "shown", [_name(one.after) for one in shown])
    yield _listed(texts, "removed", [_name(entry) for entry in found.removed])
    if len(changed) == 1:
        yield from _in_detail(texts, changed[0])
    if found.moved:
        yield texts.html("draft-moved")
    if not (found.added or found.changed or found.removed or found.moved):
        yield texts.html("draft-nothing")


def _listed(texts: Texts, kind: str, lines: Sequence[str]) -> Html:
    if not lines:
        return Html("")
    head = texts.html("draft-entries", kind=kind, count=len(lines))
    return _with_rest(texts, head, lines)


def _with_rest(texts: Texts, head: Html, lines: Sequence[str]) -> Html:
    """A head, the first lines under it, and how many are left."""
    named = [texts.html("draft-line", line=line) for line in lines[:LISTED]]
    rest = [texts.html("draft-rest", count=len(lines) - LISTED)] if len(lines) > LISTED else []
    return Html("\n".join([head, *named, *rest]))


def _name(entry: Entry) -> str:
    return shortened(entry.question, EXCERPT // 2)


def _change(texts: Texts, one: Changed) -> str:
    keys = ", ".join(_key(texts, key) for key in one.keys)
    return texts.plain("draft-changed", question=_name(one.before), keys=keys)


def _key(texts: Texts, key: str) -> str:
    """Keys that people edit have a name; others are called as in the file."""
    return texts.plain(f"field-{key}") if texts.has(f"field-{key}") else key


def _in_detail(texts: Texts, one: Changed) -> Iterator[Html]:
    """The values of the only changed entry."""
    for key in one.keys:
        before, after = (_value(getattr(entry, key)) for entry in (one.before, one.after))
        if before or after:
            yield texts.html("draft-values", key=_key(texts, key), before=before or "—", after=after or "—")


def _value(value: object) -> str:
    """A value as it stands in the file; what is made of parts is only named."""
    if isinstance(value, str):
        return excerpt(value.strip(), EXCERPT)
    if isinstance(value, tuple) and all(isinstance(item, str) for item in value):
        return excerpt("; ".join(value), EXCERPT)
    return ""


def _shifts(texts: Texts, found: Comparison, names: Mapping[str, str]) -> Iterator[Html]:
    """New phrases that lead elsewhere, and questions that are answered otherwise."""
    astray = [_astray(texts, shift, names) for shift in found.shifts if shift.meant is not None]
    otherwise = [_otherwise(texts, shift, names) for shift in found.shifts if shift.meant is None]
    if astray:
        yield _with_rest(texts, texts.html("draft-astray", count=len(astray)), astray)
    if otherwise:
        yield _with_rest(texts, texts.html("draft-shifts", count=len(otherwise), asked=found.asked), otherwise)
    elif found.asked and not astray:
        yield texts.html("draft-same-answers", asked=found.asked)


def _astray(texts: Texts, shift: Shift, names: Mapping[str, str]) -> str:
    meant = _name(shift.meant) if shift.meant else ""
    phrase, after = shortened(shift.text, EXCERPT // 2), _outcome(texts, shift.after, names)
    return texts.plain("draft-astray-phrase", phrase=phrase, meant=meant, after=after)


def _otherwise(texts: Texts, shift: Shift, names: Mapping[str, str]) -> str:
    before, after = (_outcome(texts, one, names) for one in (shift.before, shift.after))
    return texts.plain("draft-shift", question=shortened(shift.text, EXCERPT // 2), before=before, after=after)


def _outcome(texts: Texts, outcome: Outcome, names: Mapping[str, str]) -> str:
    questions = "; ".join(shortened(names.get(entry_id, entry_id), EXCERPT // 3) for entry_id in outcome.ids)
    return texts.plain("draft-outcome", kind=outcome.kind, questions=questions)
