"""The gaps that admins look at: of a week or a month, without those that aren't for the FAQ.

Only an admin may put a group aside. It comes back once it was asked about again as often as it had been by then.
"""

import asyncio
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from weakref import ref

from sqlmodel import Session

from bot import clock
from bot.faq.book import Book
from bot.faq.learning.gaps import Group, gaps
from bot.faq.library import Library
from bot.faq.rights import require_admin
from bot.storage.database import Database
from bot.storage.learning import Dismissals
from bot.storage.questions import Questions
from bot.storage.tables import GapDismissal, Question

PERIODS = (7, 30)
"""Days."""
MOST = 10_000
"""Questions are looked through, the latest."""
LEAST_GROWTH = 3
"""Questions without which no group comes back."""
_PAGE = 500  # read in one go: the loop has others to serve
_FRESH = timedelta(minutes=2)  # while somebody turns pages, they stay the same


@dataclass(frozen=True, slots=True)
class _Found:
    book: ref[Book]  # the book of yesterday is large
    at: datetime
    groups: Sequence[Group]


class GapBoard:
    """Finds the gaps beside the event loop, and keeps them for a moment."""

    def __init__(self, database: Database, library: Library) -> None:
        self._database = database
        self._library = library
        self._found: dict[int, _Found] = {}
        self._lock = asyncio.Lock()

    async def groups(self, days: int, *, anew: bool = False) -> list[Group]:
        """The gaps of the last days, the gravest first; `anew`, if what was found a moment ago won't do."""
        async with self._lock:
            found = self._found.get(days)
            book, now = self._library.book, clock.now()
            if anew or found is None or found.book() is not book or found.at < now - _FRESH:
                questions = await self._questions(now - timedelta(days=days))
                found = _Found(ref(book), now, await asyncio.to_thread(gaps, book, questions))
                self._found[days] = found
        dismissed = await self._database.read(lambda session: Dismissals(session).all())
        return [group for group in found.groups if not is_dismissed(group, dismissed)]

    async def group(self, days: int, key: str) -> Group | None:
        """The group that has a wording of this key now."""
        return next((group for group in await self.groups(days) if key in group.keys), None)

    async def _questions(self, since: datetime) -> list[Question]:
        found: list[Question] = []
        last: int | None = None
        while len(found) < MOST:
            page = await self._database.read(partial(_page, since, last))
            found.extend(page)
            if len(page) < _PAGE:
                break
            last = page[-1].id
        return found


def _page(since: datetime, last: int | None, session: Session) -> Sequence[Question]:
    return Questions(session).latest(since, _PAGE, last)


def dismiss(session: Session, key: str, count: int, person_id: int, admin_ids: Collection[int], now: datetime) -> None:
    """Puts a group aside. Raises `NotAdmin`."""
    require_admin(person_id, admin_ids)
    Dismissals(session).add(GapDismissal(key=key, count=count, by_id=person_id, at=now))


def is_dismissed(group: Group, dismissals: Sequence[GapDismissal]) -> bool:
    """Whether an admin put a group aside, and it hasn't been asked about as often again since."""
    latest = max((one for one in dismissals if one.key in group.keys), key=lambda one: one.at, default=None)
    if latest is None:
        return False
    since = sum(moment > latest.at for moment in group.asked)
    return since < max(LEAST_GROWTH, latest.count)
