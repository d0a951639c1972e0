"""What was asked, on both databases."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session

from bot.storage.database import Database
from bot.storage.questions import Questions
from bot.storage.tables import Followed, Question

NOW = datetime(2026, 11, 22, tzinfo=UTC)


def question(token: str | None, entry_id: str | None = None, **more: Any) -> Question:
    values: dict[str, Any] = {"token": token, "text": "?", "decision": "answer", "entry_id": entry_id, "at": NOW}
    return Question(**(values | more))


async def test_a_question_is_found_by_its_token_and_remembers_what_followed(database: Database) -> None:
    fresh = question("AAAAAAAA", "a", candidates=["a", "b"], rejected=["a"], followed=Followed.NEXT)
    await database.write(lambda session: Questions(session).add(fresh))
    found = await database.read(lambda session: Questions(session).of("AAAAAAAA"))
    assert found is not None
    assert (found.candidates, found.rejected, found.followed) == (["a", "b"], ["a"], Followed.NEXT)
    assert await database.read(lambda session: Questions(session).of("BBBBBBBB")) is None


async def test_a_token_is_given_once_and_questions_without_one_are_many(database: Database) -> None:
    def fill(session: Session) -> None:
        for token in (None, None, "A"):
            Questions(session).add(question(token))

    await database.write(fill)
    with pytest.raises(IntegrityError):
        await database.write(lambda session: Questions(session).add(question("A")))


async def test_the_most_asked_counts_what_was_picked_and_forgets_the_old(database: Database) -> None:
    def fill(session: Session) -> None:
        rows = Questions(session)
        for entry_id, chosen, decision, age in (
            ("a", None, "answer", 1),
            ("a", "b", "suggest", 1),
            ("b", None, "answer", 1),
            ("c", None, "none", 1),
            ("d", None, "answer", 100),
            ("d", None, "answer", 100),
        ):
            rows.add(question(None, entry_id, chosen_id=chosen, decision=decision, at=NOW - timedelta(days=age)))

    await database.write(fill)
    since = NOW - timedelta(days=90)
    assert list(await database.read(lambda session: Questions(session).most_asked(since, 5))) == ["b", "a"]
    await database.write(lambda session: Questions(session).forget(since))
    everything = NOW - timedelta(days=500)
    assert list(await database.read(lambda session: Questions(session).most_asked(everything, 5))) == ["b", "a"]
