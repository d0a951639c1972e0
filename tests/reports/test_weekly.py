"""The share of questions answered without an agent, week by week."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from itertools import pairwise
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.reports.chart import draw
from bot.reports.weekly import WEEKS, Week, weeks
from bot.storage.database import Database
from bot.storage.migrate import upgrade
from bot.storage.tables import Followed, Question
from bot.texts import LANGUAGES, Language, Texts

MOSCOW = ZoneInfo("Europe/Moscow")
NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)  # a Friday


@pytest.fixture
async def database(tmp_path: Path) -> Database:
    url = f"sqlite+aiosqlite:///{tmp_path}/weeks.db"
    await upgrade(url)
    return Database(url)


async def found(database: Database, *questions: Question) -> Sequence[Week]:
    async with database:
        await database.write(lambda session: session.add_all(questions))
        return await database.read(lambda session: weeks(session, NOW, MOSCOW))


def asked(at: datetime, decision: str = "answer", followed: Followed = Followed.SILENCE) -> Question:
    return Question(text="…", decision=decision, followed=followed, at=at)


async def test_there_are_twelve_weeks_from_monday_on_the_present_one_last(database: Database) -> None:
    shown = await found(database)
    assert len(shown) == WEEKS
    assert shown[-1].monday == date(2026, 11, 16)
    assert all((later.monday - week.monday).days == 7 for week, later in pairwise(shown))
    assert all(week.share is None for week in shown)


@pytest.mark.parametrize(
    ("decision", "followed", "answered"),
    [
        ("answer", Followed.SILENCE, 1),
        ("answer", Followed.HELPED, 1),
        ("answer", Followed.NEXT, 1),
        ("answer", Followed.NOT_HELPED, 0),
        ("answer", Followed.TICKET, 0),
        ("suggest", Followed.PICKED, 1),
        ("suggest", Followed.HELPED, 1),
        ("suggest", Followed.SILENCE, 0),
        ("suggest", Followed.TICKET, 0),
        ("none", Followed.SILENCE, 0),
        ("none", Followed.TICKET, 0),
    ],
)
async def test_what_counts_as_answered_without_an_agent(
    database: Database, decision: str, followed: Followed, answered: int
) -> None:
    week = (await found(database, asked(NOW, decision, followed)))[-1]
    assert (week.asked, week.answered) == (1, answered)


async def test_small_talk_is_not_counted(database: Database) -> None:
    week = (await found(database, asked(NOW, "greeting"), asked(NOW, "human", Followed.TICKET)))[-1]
    assert week.asked == 0


async def test_a_week_begins_at_midnight_where_the_provider_is(database: Database) -> None:
    before = datetime(2026, 11, 15, 20, 59, tzinfo=UTC)
    after = datetime(2026, 11, 15, 21, 0, tzinfo=UTC)  # midnight in Moscow
    shown = await found(database, asked(before), asked(after), asked(after, "none"))
    assert (shown[-2].asked, shown[-1].asked) == (1, 2)
    assert shown[-1].share == 0.5


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_chart_is_a_png_that_a_phone_shows_whole(language: Language) -> None:
    shown = [Week(date(2026, 8, 31), 10, 5), Week(date(2026, 9, 7), 0, 0), Week(date(2026, 9, 14), 3, 0)]
    picture = draw(shown, Texts(language))
    assert picture.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = (int.from_bytes(picture[at : at + 4]) for at in (16, 20))
    assert (width, height) == (1280, 800)


def test_weeks_without_any_question_make_a_chart_too() -> None:
    assert draw([Week(date(2026, 8, 31), 0, 0)] * 12, Texts("ru"))


def test_different_weeks_make_different_pictures() -> None:
    full, empty = Week(date(2026, 8, 31), 4, 4), Week(date(2026, 8, 31), 4, 0)
    assert draw([full] * 12, Texts("ru")) != draw([empty] * 12, Texts("ru"))
