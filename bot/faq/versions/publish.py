"""Puts a text in force as the next version.

A version is made from the one in force: whoever changed an earlier one is told what came between. What an admin
proposes is kept as a draft until they confirm or cancel it; each draft is decided once, and only by its author.
"""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlmodel import Session

from bot.errors import Refusal
from bot.faq.rights import require_admin
from bot.storage.faq_versions import FaqVersions
from bot.storage.people import People
from bot.storage.tables import FaqDraft

FILE = "file"
CHAT = "chat"
"""Where a version came from."""


class OutOfDate(Refusal):
    """Another version came into force; `by` is the name of its author, empty for the file on disk."""

    def __init__(self, base: int, current: int, by: str) -> None:
        super().__init__(base, current, by)
        self.base = base
        self.current = current
        self.by = by


class DraftGone(Refusal):
    """The draft was confirmed or cancelled before, is another's, or waited for too long."""


def publish(
    session: Session,
    text: str,
    author: int | None,
    base: int,
    now: datetime,
    *,
    source: str = CHAT,
    note: dict[str, Any] | None = None,
) -> int:
    """Puts a checked text in force; the number of its version. Raises `OutOfDate`."""
    versions = FaqVersions(session)
    if versions.newest_id() != base or not versions.add(base + 1, text, source, author, note or {}, now):
        raise _out_of_date(session, base)
    return base + 1


def _out_of_date(session: Session, base: int) -> OutOfDate:
    newest = FaqVersions(session).newest()
    if newest is None:
        return OutOfDate(base, 0, "")
    return OutOfDate(base, newest.id, author_of(session, newest.author))


def author_of(session: Session, author: int | None) -> str:
    """An author's name as Telegram showed it last; empty for the file on disk."""
    if author is None:
        return ""
    person = People(session).of(author)
    return person.name if person else str(author)


def keep_draft(
    session: Session,
    text: str,
    base: int,
    author: int,
    now: datetime,
    *,
    edit: dict[str, Any] | None = None,
    note: dict[str, Any] | None = None,
) -> int:
    """Keeps a text until its author decides; the draft's number."""
    return FaqVersions(session).keep(FaqDraft(text=text, base=base, edit=edit, note=note or {}, author=author, at=now))


def draft_of(session: Session, draft_id: int, person_id: int) -> FaqDraft:
    """One's own draft. Raises `DraftGone`."""
    draft = FaqVersions(session).draft(draft_id)
    if draft is None or draft.author != person_id:
        raise DraftGone
    return draft


def confirm_draft(session: Session, draft_id: int, person_id: int, admin_ids: Collection[int], now: datetime) -> int:
    """Puts one's own draft in force; the version's number. Raises `NotAdmin`, `DraftGone`, `OutOfDate`."""
    require_admin(person_id, admin_ids)
    draft = draft_of(session, draft_id, person_id)
    version = publish(session, draft.text, person_id, draft.base, now, note=draft.note)
    FaqVersions(session).drop(draft_id)
    return version


def cancel_draft(session: Session, draft_id: int, person_id: int) -> None:
    """Forgets one's own draft. Raises `DraftGone`."""
    draft_of(session, draft_id, person_id)
    FaqVersions(session).drop(draft_id)
