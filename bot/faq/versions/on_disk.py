"""Takes the file on disk into the versions.

A content that differs from the last one read from that path becomes a new version after a clean check, once, on
whichever replica comes first. What the bot wrote into the file itself is no news. A content that can't be used is told
to the admins once, and changes nothing.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlmodel import Session

from bot.faq.versions.publish import CHAT, FILE, author_of
from bot.storage.faq_versions import FaqFiles, FaqVersions, digest_of
from bot.storage.outbox import OutboxRows, private
from bot.storage.tables import FaqVersion
from bot.telegram.alarms import Alarms
from bot.yamlfiles import Problem

FAQ_REFUSED = "faq_refused"
"""An outbox row: a file that can't be used, and why."""
MOST_PROBLEMS = 8
MOST_KNOWN = 50


@dataclass(frozen=True, slots=True)
class Content:
    """What was found in a file; `fresh` says that it was seen to change, not only to differ from what is known."""

    path: str
    digest: str
    fresh: bool


def is_news(content: Content, known: Sequence[str], newest: FaqVersion | None) -> bool:
    """Whether somebody edited the file.

    A file seen to change may hold what it held before: it was put back. One that is merely found so was left behind,
    as on a replica with a disk of its own while a change was written on another.
    """
    if newest is not None and content.digest == newest.digest:
        return False
    return content.digest not in (known[-1:] if content.fresh else known)


def take_in(
    session: Session, content: Content, text: str, note: dict[str, Any], alarms: Alarms, now: datetime
) -> int | None:
    """Makes a checked content the next version, if it is still news; its number."""
    files, versions = FaqFiles(session), FaqVersions(session)
    known, newest = files.of(content.path).known, versions.newest()
    if not is_news(content, known, newest):
        return None
    files.save(content.path, [content.digest], None)
    version = versions.newest_id() + 1
    while not versions.add(version, text, FILE, None, note, now):
        version = versions.newest_id() + 1
    if newest is not None and newest.source == CHAT and newest.digest not in known:
        facts = {"version": str(version), "lost": str(newest.id), "by": author_of(session, newest.author)}
        alarms.alert(session, "faq-over-chat", facts, now)
    return version


def acquaint(session: Session, content: Content) -> None:
    """Remembers that the file holds what is in force."""
    files = FaqFiles(session)
    file = files.of(content.path)
    if file.known[-1:] != [content.digest] or file.refused is not None:
        files.save(content.path, _with(file.known, content.digest), None)


def refuse(
    session: Session, content: Content, problems: Sequence[Problem], admin_ids: Collection[int], now: datetime
) -> None:
    """Tells admins once what is wrong with a content."""
    files = FaqFiles(session)
    file = files.of(content.path)
    if file.refused == content.digest:
        return
    files.save(content.path, file.known, content.digest)
    told = [_as_json(problem) for problem in problems[:MOST_PROBLEMS]]
    for admin_id in admin_ids:
        facts = {"chat_id": admin_id, "problems": told, "count": len(problems)}
        conversation = f"faq:{admin_id}"
        OutboxRows(session).add(FAQ_REFUSED, facts, conversation=conversation, lane=private(admin_id), now=now)


def _as_json(problem: Problem) -> dict[str, Any]:
    places = {"file": problem.file, "line": problem.line, "column": problem.column}
    return places | {"code": problem.code, "facts": dict(problem.facts), "severity": problem.severity}


def written(session: Session, path: str, text: str) -> None:
    """Remembers that a text was written into the file."""
    files = FaqFiles(session)
    files.save(path, _with(files.of(path).known, digest_of(text)), None)


def _with(known: Sequence[str], digest: str) -> list[str]:
    return [*(one for one in known if one != digest), digest][-MOST_KNOWN:]
