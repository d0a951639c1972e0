"""Mistakes in the pictures and files of answers; what can't be sent costs itself, never the answer."""

from collections.abc import Collection, Iterator
from pathlib import Path

from bot.faq.catalogue.attachments import BY_ADDRESS, FILES, MEGABYTES, MOST, Attachment
from bot.faq.catalogue.schema import Numbered
from bot.yamlfiles import Document, Key, Problem


def attachments(document: Document, found: Numbered, folder: Path | None) -> Iterator[Problem]:
    """Every attachment; `folder` is the FAQ's, None where it isn't known."""
    for number, entry in found:
        for kind in MEGABYTES:
            if sum(Attachment(name).kind == kind for name in entry.attachments) > MOST:
                facts = {"limit": MOST}
                yield document.problem(("entries", number, "attachments"), "attachments-too-many", facts)
        for place, name in enumerate(entry.attachments):
            if name:
                yield from _one(document, ("entries", number, "attachments", place), Attachment(name), folder)


def _one(document: Document, key: Key, one: Attachment, folder: Path | None) -> Iterator[Problem]:
    if not one.is_public:
        yield document.problem(key, "attachment-kind", {"name": one.name, "known": _named(FILES)})
    elif not one.is_sound:
        code = "attachment-address" if one.is_address else "attachment-path"
        yield document.problem(key, code, {"name": one.name, "known": _named(BY_ADDRESS)})
    elif folder is not None and not one.is_address:
        file = one.within(folder)
        if file is None:
            yield document.problem(key, "attachment-path", {"name": one.name})
        elif not file.is_file():
            yield document.problem(key, "attachment-missing", {"name": one.name, "folder": str(folder)})
        elif file.stat().st_size > MEGABYTES[one.kind] * 2**20:
            yield document.problem(key, "attachment-too-large", {"name": one.name, "limit": MEGABYTES[one.kind]})
        elif not file.stat().st_size:
            yield document.problem(key, "attachment-empty", {"name": one.name})


def _named(suffixes: Collection[str]) -> str:
    return ", ".join(sorted(suffix.lstrip(".") for suffix in suffixes))
