"""Looks into the database, for tests that wait for something to be written."""

import asyncio
from collections.abc import Callable
from typing import Any, TypeVar

from sqlmodel import Session, col, select

from bot.storage.database import Database
from bot.storage.tables import Inbox, Outbox

T = TypeVar("T")


async def until(database: Database, look: Callable[[Session], T], seconds: float = 5.0) -> T:
    """The first true thing that a look gives."""
    async with asyncio.timeout(seconds):
        while not (found := await database.read(look)):  # noqa: ASYNC110 - the database rings no bell
            await asyncio.sleep(0.01)
    return found


def inbox(session: Session) -> list[Inbox]:
    """All updates in the order of arrival."""
    return list(session.exec(select(Inbox).order_by(col(Inbox.id))))


def queued(session: Session, kind: str) -> list[dict[str, Any]]:
    """The facts of all messages of a kind, whatever became of them."""
    return [row.facts for row in session.exec(select(Outbox).where(Outbox.kind == kind).order_by(col(Outbox.id)))]
