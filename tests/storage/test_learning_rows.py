"""What the FAQ could learn, on both databases."""

import asyncio
from datetime import UTC, datetime, timedelta
from functools import partial

from sqlmodel import Session

from bot.storage.database import Database
from bot.storage.learning import Dismissals, Suggestions
from bot.storage.questions import Questions
from bot.storage.tables import Author, Followed, GapDismissal, Question, Ticket, TicketMessage

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


def asked(text: str, hours_ago: int, decision: str = "none", followed: Followed = Followed.SILENCE) -> Question:
    return Question(text=text, decision=decision, followed=followed, at=NOW - timedelta(hours=hours_ago))


def _add(question: Question, session: Session) -> None:
    session.add(question)


def _dismiss(row: GapDismissal, session: Session) -> None:
    Dismissals(session).add(row)


async def test_the_latest_questions_come_page_by_page_without_small_talk(database: Database) -> None:
    kept = [asked("old", 50), asked("one", 5), asked("hello", 4, "greeting"), asked("two", 3), asked("three", 1)]
    for question in kept:
        await database.write(partial(_add, question))
    since = NOW - timedelta(days=1)
    first = await database.read(lambda session: Questions(session).latest(since, 2))
    assert [question.text for question in first] == ["three", "two"]
    second = await database.read(lambda session: Questions(session).latest(since, 2, first[-1].id))
    assert [question.text for question in second] == ["one"]


async def test_questions_are_counted_by_decision_and_what_followed(database: Database) -> None:
    kept = [
        asked("a", 1, "answer"),
        asked("b", 2, "answer"),
        asked("c", 3, "answer", Followed.TICKET),
        asked("d", 4, "greeting"),
        asked("e", 0),
        asked("f", 5),
    ]
    await database.write(lambda session: session.add_all(kept))
    counts = await database.read(lambda session: Questions(session).counts(NOW - timedelta(hours=5), NOW))
    assert counts == {
        ("answer", Followed.SILENCE): 2,
        ("answer", Followed.TICKET): 1,
        ("none", Followed.SILENCE): 1,
    }


async def reply(database: Database) -> tuple[int, int]:
    """A ticket and an agent's reply in it."""

    def write(session: Session) -> tuple[int, int]:
        ticket = Ticket(chat_id=1, name="Анна", topic="wifi", description="…", draft="d", opened_at=NOW, answer_due=NOW)
        session.add(ticket)
        session.flush()
        message = TicketMessage(
            ticket_id=ticket.id or 0,
            author=Author.AGENT,
            author_name="Олег",
            content={"kind": "text", "text": "Да"},
            source_chat_id=-1,
            source_message_id=1,
            at=NOW,
        )
        session.add(message)
        session.flush()
        return ticket.id or 0, message.id or 0

    return await database.write(write)


async def test_a_reply_is_suggested_once_however_many_suggest_it(database: Database) -> None:
    ticket_id, message_id = await reply(database)
    added = await asyncio.gather(
        *(database.write(lambda session: Suggestions(session).add(ticket_id, message_id, "Олег", NOW)) for _ in "abc")
    )
    assert sorted(added) == [False, False, True]


async def test_what_was_declined_or_is_old_waits_no_more(database: Database) -> None:
    ticket_id, message_id = await reply(database)
    await database.write(lambda session: Suggestions(session).add(ticket_id, message_id, "Олег", NOW))

    async def count(since: datetime) -> int:
        return len(await database.read(lambda session: Suggestions(session).waiting(since, 10)))

    assert await count(NOW) == 1
    assert await count(NOW + timedelta(days=1)) == 0

    def decline(session: Session) -> None:
        suggestion = Suggestions(session).of_message(message_id)
        assert suggestion is not None
        Suggestions(session).decline(suggestion, 3001)

    await database.write(decline)
    assert await count(NOW) == 0


async def test_a_group_put_aside_again_is_remembered_as_it_was_last(database: Database) -> None:
    for count in (1, 4):
        row = GapDismissal(key="k", count=count, by_id=3001, at=NOW)
        await database.write(partial(_dismiss, row))
    (found,) = await database.read(lambda session: Dismissals(session).all())
    assert found.count == 4
    await database.write(lambda session: Dismissals(session).forget(NOW + timedelta(seconds=1)))
    assert await database.read(lambda session: Dismissals(session).all()) == []
