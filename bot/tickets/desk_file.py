"""`data/desk.yaml`: topics with their service levels, working hours, canned replies."""

import re
from datetime import date, time, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Annotated, Any, Literal
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

from bot.texts import Language
from bot.tickets.hours import Period, WorkingHours
from bot.yamlfiles import load_model

Day = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
_UNITS = {"m": "minutes", "h": "hours", "d": "days"}
_DAYS: tuple[Day, ...] = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def _duration(value: Any) -> timedelta:
    """`30m`, `4h` or `3d`."""
    found = re.fullmatch(r"(\d{1,5})([mhd])", str(value).strip())
    if found is None:
        raise ValueError("write a number with m, h or d: 30m, 4h, 3d")
    return timedelta(**{_UNITS[found[2]]: int(found[1])})


def _period(value: Any) -> Period:
    """`09:00-21:00`; the end may be 24:00."""
    opens, dash, closes = str(value).partition("-")
    if not dash:
        raise ValueError("write a period like 09:00-21:00")
    begin, end = time.fromisoformat(opens.strip()), time.fromisoformat(closes.strip().replace("24:00", "00:00"))
    if end != time(0) and end <= begin:
        raise ValueError("a period must end after it begins")
    return begin, end


def _in_order(periods: tuple[Period, ...]) -> tuple[Period, ...]:
    """Working time is counted period by period, so none may overlap another."""
    ordered = tuple(sorted(periods))
    for (_, ends), (begins, _) in pairwise(ordered):
        if ends == time(0) or begins < ends:
            raise ValueError("periods of a day must not overlap")
    return ordered


Duration = Annotated[timedelta, BeforeValidator(_duration)]
Span = Annotated[Any, BeforeValidator(_period)]
Wording = Annotated[dict[Language, str], Field(min_length=1)]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Topic(_Part):
    """What a ticket may be about; the spans count in working hours."""

    id: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=32)
    title: Wording
    first_response: Duration
    solution: Duration

    def named(self, language: Language) -> str:
        """The topic in a language, or in one that it has."""
        return self.title.get(language) or next(iter(self.title.values()))


class Reply(_Part):
    """A canned reply of the agents."""

    id: str
    text: Wording


class DeskFile(_Part):
    """The whole file."""

    version: Annotated[int, Field(ge=1, le=1)]
    topics: tuple[Topic, ...] = Field(min_length=1)
    hours: dict[Day, Annotated[tuple[Span, ...], AfterValidator(_in_order)]] = {}
    holidays: tuple[date, ...] = ()
    close_after: Duration = timedelta(days=3)
    priorities: dict[str, float] = {}
    replies: tuple[Reply, ...] = ()

    def topic(self, topic_id: str) -> Topic | None:
        """A topic by its id, if the file still has it."""
        return next((topic for topic in self.topics if topic.id == topic_id), None)

    def working_hours(self, zone: ZoneInfo) -> WorkingHours:
        """The hours in the provider's zone."""
        week = {index: self.hours.get(day, ()) for index, day in enumerate(_DAYS)}
        return WorkingHours(zone, week, frozenset(self.holidays))


def load_desk(path: Path) -> DeskFile:
    """Reads `desk.yaml`. Raises `FileInvalid`."""
    return load_model(path, DeskFile)
