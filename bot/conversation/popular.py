"""What people ask most: looked up now and then, for it changes slowly and every search begins with it."""

import time
from collections.abc import Callable, Sequence
from datetime import timedelta

from bot import clock
from bot.storage.database import Database
from bot.storage.questions import Questions

LATELY = timedelta(days=90)
KEEP = 600.0
"""Seconds for which a look holds."""
MOST = 50


class Popular:
    """The entries that were asked for most of late."""

    def __init__(self, database: Database, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._database = database
        self._now = monotonic
        self._known: Sequence[str] = ()
        self._look_again = monotonic()

    async def __call__(self) -> Sequence[str]:
        """Their ids, the most popular first; some may have left the FAQ."""
        if self._look_again <= self._now():
            since = clock.now() - LATELY
            self._known = await self._database.read(lambda session: Questions(session).most_asked(since, MOST))
            self._look_again = self._now() + KEEP
        return self._known
