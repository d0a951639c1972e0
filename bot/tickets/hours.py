"""Working time: when a promise made now falls due, counting only the hours in which somebody is at the desk."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

Period = tuple[time, time]
LOOK_AHEAD_DAYS = 366


@dataclass(frozen=True, slots=True)
class WorkingHours:
    """Periods of each weekday (0 is Monday) in the provider's zone; an end of 00:00 is midnight.

    Without any period in a year ahead the desk counts as always open.
    """

    zone: ZoneInfo
    week: Mapping[int, tuple[Period, ...]]
    holidays: frozenset[date] = frozenset()

    def due(self, start: datetime, working: timedelta) -> datetime:
        """The moment when so much working time has passed since `start`, in UTC."""
        left = working
        for opens, closes in self._periods(start):
            begins = max(opens, start)
            if closes - begins >= left:
                return begins + left
            left -= closes - begins
        return start.astimezone(UTC) + working

    def is_open(self, moment: datetime) -> bool:
        """Whether somebody is at the desk."""
        return any(opens <= moment < closes for opens, closes in self._periods(moment, days=1))

    def _periods(self, start: datetime, days: int = LOOK_AHEAD_DAYS) -> Iterator[tuple[datetime, datetime]]:
        """Open periods in UTC that end after `start`, in order."""
        first = start.astimezone(self.zone).date()
        for offset in range(days + 1):
            day = first + timedelta(days=offset)
            for opens, closes in () if day in self.holidays else self.week.get(day.weekday(), ()):
                ends_on = day + timedelta(days=1) if closes == time(0) else day
                begin, end = self._utc(day, opens), self._utc(ends_on, closes)
                if end > start:
                    yield begin, end

    def _utc(self, day: date, clock: time) -> datetime:
        return datetime.combine(day, clock, self.zone).astimezone(UTC)
