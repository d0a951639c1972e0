"""Lessons as screens, for the admin who is calling."""

from zoneinfo import ZoneInfo

from bot import clock
from bot.conversation.lessons import Lessons, Source
from bot.faq.learning.board import PERIODS, GapBoard
from bot.faq.library import Library
from bot.screens import learning, suggestion
from bot.screens.screen import Screen
from bot.texts import Texts


class Blackboard:
    """Shows a lesson, or what there is in its stead."""

    def __init__(self, texts: Texts, lessons: Lessons, board: GapBoard, library: Library, zone: ZoneInfo) -> None:
        self._texts = texts
        self._lessons = lessons
        self._board = board
        self._library = library
        self._zone = zone

    async def screen(self, name: str) -> Screen | None:
        """The lesson behind a button, if it is still there."""
        source, catalogue = Source.parse(name), self._library.book.catalogue
        if source.number is not None:
            found = await self._lessons.suggestion(source.number)
            return suggestion.suggestion(self._texts, found, catalogue) if found else None
        group = await self._board.group(source.days, source.key)
        today = clock.now().astimezone(self._zone).date()
        return learning.group(self._texts, group, source.days, catalogue, self._zone, today) if group else None

    async def otherwise(self, name: str) -> Screen:
        """The list that a lesson was in."""
        source = Source.parse(name)
        if source.number is not None:
            return suggestion.waiting(self._texts, await self._lessons.waiting(clock.now()))
        return await self.gaps(source.days, 0)

    async def gaps(self, days: int, page: int, *, anew: bool = False) -> Screen:
        """A page of the gaps of the last days."""
        days = days if days in PERIODS else PERIODS[0]
        groups = await self._board.groups(days, anew=anew)
        suggested = await self._lessons.waiting(clock.now())
        return learning.gaps(self._texts, groups, days, page, len(suggested))
