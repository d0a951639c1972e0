"""Versions of the FAQ, drafts of the next one, and what is known of the file on disk."""

from collections.abc import Sequence
from datetime import datetime
from hashlib import sha256
from typing import Any

from sqlalchemy import func
from sqlalchemy.orm import defer
from sqlmodel import Session, col, delete, select

from bot.storage.insert import insert_new, insert_or_replace
from bot.storage.tables import FaqDraft, FaqFile, FaqVersion

HISTORY = 20
"""Versions that are kept."""


def digest_of(content: str | bytes) -> str:
    """What tells one content from another."""
    return sha256(content.encode() if isinstance(content, str) else content).hexdigest()


class FaqVersions:
    """Versions and drafts, in one session."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def newest_id(self) -> int:
        """The version in force; 0 if there is none yet."""
        return self._session.exec(select(func.max(FaqVersion.id))).one() or 0

    def newest(self) -> FaqVersion | None:
        """The version in force."""
        return self._session.exec(select(FaqVersion).order_by(col(FaqVersion.id).desc()).limit(1)).first()

    def of(self, version: int) -> FaqVersion | None:
        """A version, while it is kept."""
        return self._session.get(FaqVersion, version)

    def history(self) -> Sequence[FaqVersion]:
        """What is kept, newest first; without the texts."""
        newest_first = select(FaqVersion).order_by(col(FaqVersion.id).desc()).limit(HISTORY)
        without_text = defer(FaqVersion.text)  # type: ignore[arg-type]  # in truth an attribute of SQLAlchemy's
        return self._session.exec(newest_first.options(without_text)).all()

    def add(
        self, version: int, text: str, source: str, author: int | None, note: dict[str, Any], now: datetime
    ) -> bool:
        """Adds a version, if its number isn't taken; what is older than the history goes."""
        row = {"id": version, "text": text, "digest": digest_of(text), "author": author, "source": source}
        added = insert_new(self._session, FaqVersion, [row | {"note": note, "at": now}]) == 1
        if added:
            self._session.exec(delete(FaqVersion).where(col(FaqVersion.id) <= version - HISTORY))
        return added

    def draft(self, draft_id: int) -> FaqDraft | None:
        """A draft, until it is confirmed or cancelled."""
        return self._session.get(FaqDraft, draft_id)

    def keep(self, draft: FaqDraft) -> int:
        """Keeps a draft; its number."""
        self._session.add(draft)
        self._session.flush()
        assert draft.id is not None  # noqa: S101 - flushed
        return draft.id

    def drop(self, draft_id: int) -> bool:
        """Forgets a draft; False if it has gone."""
        return self._session.exec(delete(FaqDraft).where(col(FaqDraft.id) == draft_id)).rowcount == 1

    def forget(self, before: datetime) -> None:
        """Deletes drafts that nobody decided on."""
        self._session.exec(delete(FaqDraft).where(col(FaqDraft.at) < before))


class FaqFiles:
    """What is known of files on disk, in one session."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def of(self, path: str) -> FaqFile:
        """What is known of a file; whoever asks in a write step is alone with it until its end."""
        insert_new(self._session, FaqFile, [{"path": path, "known": [], "refused": None}])
        return self._session.exec(select(FaqFile).where(FaqFile.path == path).with_for_update()).one()

    def known(self, path: str) -> Sequence[str]:
        """The digests of what was read from a file last and of what was written into it since."""
        file = self._session.get(FaqFile, path)
        return file.known if file else ()

    def save(self, path: str, known: Sequence[str], refused: str | None) -> None:
        """Changes what is known."""
        insert_or_replace(self._session, FaqFile, [{"path": path, "known": list(known), "refused": refused}])
