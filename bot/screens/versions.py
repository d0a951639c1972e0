"""Versions of the FAQ: what is in force, the history, and one of them."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from aiogram.types import InlineKeyboardButton

from bot.faq.versions.publish import FILE
from bot.screens.admin import to
from bot.screens.buttons import button, home, shortened
from bot.screens.callbacks import AdminGo, AdminVersion
from bot.screens.screen import Rows, Screen
from bot.storage.tables import FaqVersion
from bot.texts import Html, Texts
from bot.texts.format import moment

COUNTED = ("added", "changed", "removed")
IN_A_ROW = 5
NAME = 40
"""Characters of an author's name: twenty versions go into one message."""


class Told:
    """Versions in words, for one reader; `names` are those of their authors."""

    def __init__(self, texts: Texts, zone: ZoneInfo, now: datetime, names: Mapping[int, str]) -> None:
        self._texts = texts
        self._zone = zone
        self._today = now.astimezone(zone).date()
        self._names = names

    def when(self, version: FaqVersion) -> str:
        """When it came into force."""
        return moment(version.at, self._zone, self._texts, self._today)

    def by(self, version: FaqVersion) -> str:
        """Who made it."""
        if version.source == FILE or version.author is None:
            return self._texts.plain("faq-by-file")
        return shortened(self._names.get(version.author, str(version.author)), NAME)

    def what(self, version: FaqVersion) -> str:
        """What came with it."""
        note: dict[str, Any] = version.note
        if "restored" in note:
            return self._texts.plain("version-restored", version=str(note["restored"]))
        parts = [self._texts.plain("version-part", kind=kind, count=note[kind]) for kind in COUNTED if note.get(kind)]
        return ", ".join(parts) or self._texts.plain("version-no-entries")


def room(texts: Texts, told: Told, version: FaqVersion, entries: int, hidden: int) -> Screen:
    """What is in force, and what can be done."""
    facts = {"version": str(version.id), "when": told.when(version), "by": told.by(version)}
    return Screen(
        texts.html("faq-room", entries=entries, hidden=hidden, **facts),
        [
            [button(texts.plain("faq-download"), AdminVersion(what="file", version=0)), to(texts, "upload")],
            [to(texts, "add"), to(texts, "edit")],
            [to(texts, "history")],
            [button(texts.plain("admin-back"), AdminGo(to="state"))],
        ],
    )


def history(texts: Texts, told: Told, versions: Sequence[FaqVersion]) -> Screen:
    """The last versions, each with who, when and what."""
    lines = [texts.html("version-line", **_facts(told, version)) for version in versions]
    numbers = [
        button(texts.plain("version-number", version=str(version.id)), AdminVersion(what="show", version=version.id))
        for version in versions
    ]
    rows: Rows = [numbers[start : start + IN_A_ROW] for start in range(0, len(numbers), IN_A_ROW)]
    return Screen(Html("\n".join([texts.html("faq-history"), "", *lines])), [*rows, back(texts)])


def one(texts: Texts, told: Told, version: FaqVersion, *, in_force: bool) -> Screen:
    """A version, with the way back to it."""
    rows: Rows = [[button(texts.plain("version-file"), AdminVersion(what="file", version=version.id))]]
    if not in_force:
        rows.append([button(texts.plain("version-restore"), AdminVersion(what="restore", version=version.id))])
    text = texts.html("version", in_force="yes" if in_force else "no", **_facts(told, version))
    return Screen(text, [*rows, [to(texts, "history")]])


def _facts(told: Told, version: FaqVersion) -> dict[str, str]:
    return {"version": str(version.id), "when": told.when(version), "by": told.by(version), "what": told.what(version)}


def published(texts: Texts, version: int, file: str, *, written: bool) -> Screen:
    """It is in force; whether the file on disk says the same."""
    if written:
        return Screen(texts.html("draft-published", version=str(version), file=file), [back(texts), home(texts)])
    download = button(texts.plain("version-file"), AdminVersion(what="file", version=version))
    text = texts.html("draft-published-not-written", version=str(version), file=file)
    return Screen(text, [[download], back(texts), home(texts)])


def back(texts: Texts) -> list[InlineKeyboardButton]:
    """To the room."""
    return [button(texts.plain("faq-back"), AdminGo(to="faq"))]
