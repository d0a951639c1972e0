"""How many questions were answered without an agent, week by week.

Small talk aside, a question counts as answered without an agent if the bot gave an answer, or one of those that it
offered was picked, and neither "didn't help" nor a ticket followed. Weeks begin on Monday in the provider's zone.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.storage.questions import Questions
from bot.storage.tables import Followed

WEEKS = 12
_ANSWERED = frozenset({Followed.PICKED, Followed.NEXT, Followed.HELPED})


@dataclass(frozen=True, slots=True)
class Week:
    """The week from a Monday on: questions, and those of them answered without an agent."""

    monday: date
    asked: int
    answered: int

    @property
    def share(self) -> float | None:
        """0 to 1; None for a week without questions."""
        return self.answered / self.asked if self.asked else None


def weeks(session: Session, now: datetime, zone: ZoneInfo) -> list[Week]:
    """The last `WEEKS` weeks, the present one last."""
    today = now.astimezone(zone).date()
    this = today - timedelta(days=today.weekday())
    mondays = [this - timedelta(weeks=back) for back in reversed(range(WEEKS))]
    return [_week(session, monday, zone) for monday in mondays]


def _week(session: Session, monday: date, zone: ZoneInfo) -> Week:
    start, end = (datetime.combine(day, time(), zone) for day in (monday, monday + timedelta(weeks=1)))
    counts = Questions(session).counts(start, end)
    return Week(monday, sum(counts.values()), _answered(counts))


def _answered(counts: Mapping[tuple[str, Followed], int]) -> int:
    return sum(count for (decision, followed), count in counts.items() if _without_agent(decision, followed))


def _without_agent(decision: str, followed: Followed) -> bool:
    return followed in _ANSWERED or (decision == "answer" and followed is Followed.SILENCE)
