"""What opening, writing, answering, claiming and solving do to a ticket, and what each puts in the outbox."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Concatenate, ParamSpec, TypeVar

import pytest
from sqlmodel import Session, select

from bot.storage.content import Content, ContentKind
from bot.storage.database import Database
from bot.storage.people import Conversations
from bot.storage.tables import Outbox, OutboxState, Ticket, TicketStatus
from bot.storage.tickets import Tickets, content_of
from bot.tickets import kinds
from bot.tickets.agent import Agent
from bot.tickets.claim import claim
from bot.tickets.errors import (
    AgentUnnamed,
    TicketAlreadyClaimed,
    TicketAlreadySolved,
    TicketNotFound,
    TicketNotSolved,
)
from bot.tickets.message import Said
from bot.tickets.open import Attachment, Draft, open_ticket
from bot.tickets.reply import reply_to_subscriber
from bot.tickets.resolve import reopen_by_agent, resolve
from bot.tickets.withdraw import withdraw
from bot.tickets.write import write_to_ticket

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
ANNA, BORIS = 1001, 1002
DESK = -100500
OLEG, VERA, NOBODY = Agent(2001, "Олег"), Agent(2002, "Вера"), Agent(None, "")
DRAFT = Draft(
    key="1001:5", chat_id=ANNA, name="Анна", topic="wifi", description="Не ловит", answer_due=NOW + timedelta(hours=1)
)
P = ParamSpec("P")
R = TypeVar("R")


def _text(words: str) -> Content:
    return Content(kind=ContentKind.TEXT, text=words)


def _photo(words: str = "") -> Content:
    return Content(kind=ContentKind.PHOTO, file_id="f", text=words)


def _from_anna(content: Content, message_id: int = 10, album: str | None = None) -> Said:
    return Said(content, ANNA, message_id, album)


def _from_desk(content: Content, message_id: int = 20, album: str | None = None) -> Said:
    return Said(content, DESK, message_id, album)


@pytest.fixture
async def ticket(database: Database) -> int:
    return (await _run(database, open_ticket, DRAFT, NOW)).ticket_id


async def _run(
    database: Database, use_case: Callable[Concatenate[Session, P], R], *args: P.args, **kwargs: P.kwargs
) -> R:
    return await database.write(lambda session: use_case(session, *args, **kwargs))


async def _queued(database: Database) -> list[tuple[str, int]]:
    """Kinds of what waits, each with how many messages it shows."""

    def read(session: Session) -> list[tuple[str, int]]:
        rows = session.exec(select(Outbox).where(Outbox.state == OutboxState.WAITING).order_by("id")).all()
        return [(row.kind, len(row.facts.get("message_ids", []))) for row in rows]

    return await database.read(read)


async def _is(database: Database, ticket_id: int) -> Ticket:
    found = await database.read(lambda session: Tickets(session).of(ticket_id))
    assert found is not None
    return found


async def test_one_draft_opens_one_ticket(database: Database, ticket: int) -> None:
    again = await _run(database, open_ticket, DRAFT, NOW)
    assert again.ticket_id == ticket
    assert await _queued(database) == [(kinds.CARD, 0)]


async def test_an_opened_ticket_is_in_conversation_for_a_day(database: Database, ticket: int) -> None:
    def here(moment: datetime) -> Callable[[Session], bool]:
        return lambda session: Conversations(session).of(ANNA, moment) is not None

    assert await database.read(here(NOW + timedelta(hours=23)))
    assert not await database.read(here(NOW + timedelta(hours=24)))


async def test_what_is_attached_goes_in_albums_and_a_long_description_in_messages(database: Database) -> None:
    files = [Attachment(_photo(), 1), Attachment(_photo("ю" * 2000), 2), Attachment(_photo(), 3)]
    draft = replace(DRAFT, description="а" * 4500, attachments=files)
    await _run(database, open_ticket, draft, NOW)
    assert await _queued(database) == [
        (kinds.CARD, 0),
        *[(kinds.TO_DESK, 1)] * 3,  # the description
        (kinds.TO_DESK, 3),  # the album
        (kinds.TO_DESK, 1),  # a caption longer than a bot may send
    ]


async def test_only_ones_own_ticket_can_be_written_to(database: Database, ticket: int) -> None:
    said = Said(_text("чужое"), BORIS, 1)
    with pytest.raises(TicketNotFound):
        await _run(database, write_to_ticket, ticket, said, NOW, thanks=False)


async def test_parts_of_an_album_go_as_one_message_and_the_next_goes_by_itself(database: Database, ticket: int) -> None:
    for message_id in (1, 2, 3):
        said = _from_anna(_photo(), message_id, "album")
        await _run(database, write_to_ticket, ticket, said, NOW, thanks=False)
    await _run(database, write_to_ticket, ticket, _from_anna(_text("вот"), 4), NOW, thanks=False)
    assert await _queued(database) == [(kinds.CARD, 0), (kinds.TO_DESK, 3), (kinds.TO_DESK, 1)]


async def test_words_too_long_for_a_caption_follow_their_album(database: Database, ticket: int) -> None:
    for message_id, words in ((1, "я" * 1025), (2, "")):
        said = _from_desk(_photo(words), message_id, "album")
        await _run(database, reply_to_subscriber, ticket, OLEG, said, NOW)
    assert (await _queued(database))[1:] == [(kinds.TO_SUBSCRIBER, 2), (kinds.TO_SUBSCRIBER, 1)]
    messages = await database.read(lambda session: Tickets(session).messages([1, 2, 3]))
    assert [content_of(message).text for message in messages] == ["", "я" * 1025, ""]


async def test_a_withheld_album_stays_among_agents_before_and_after_its_caption(
    database: Database, ticket: int
) -> None:
    await _run(database, reply_to_subscriber, ticket, OLEG, _from_desk(_photo(), 1, "album"), NOW)
    await _run(database, kinds.withhold_album, ticket, "album", NOW)
    await _run(database, reply_to_subscriber, ticket, OLEG, _from_desk(_photo(), 3, "album"), NOW)
    assert kinds.TO_SUBSCRIBER not in dict(await _queued(database))


async def test_the_first_answer_is_remembered_and_the_second_changes_nothing(database: Database, ticket: int) -> None:
    for minute in (1, 2):
        at = NOW + timedelta(minutes=minute)
        said = _from_desk(_text("ответ"), minute)
        await _run(database, reply_to_subscriber, ticket, NOBODY, said, at)
    found = await _is(database, ticket)
    assert (found.status, found.agent_id) == (TicketStatus.OPEN, None)
    assert found.first_response_at == NOW + timedelta(minutes=1)


async def test_a_claimed_ticket_stays_with_its_first_agent(database: Database, ticket: int) -> None:
    assert not (await _run(database, claim, ticket, OLEG, NOW)).again
    assert (await _run(database, claim, ticket, OLEG, NOW)).again
    with pytest.raises(TicketAlreadyClaimed) as refused:
        await _run(database, claim, ticket, VERA, NOW)
    assert refused.value.by == "Олег"
    assert [kind for kind, _ in await _queued(database)].count(kinds.CLAIMED) == 1


async def test_an_anonymous_administrator_neither_claims_nor_solves(database: Database, ticket: int) -> None:
    for act in (claim, resolve, reopen_by_agent):
        with pytest.raises(AgentUnnamed):
            await _run(database, act, ticket, NOBODY, NOW)


async def test_a_ticket_is_solved_once_and_reopened_once(database: Database, ticket: int) -> None:
    with pytest.raises(TicketNotSolved):
        await _run(database, reopen_by_agent, ticket, OLEG, NOW)
    await _run(database, resolve, ticket, OLEG, NOW)
    with pytest.raises(TicketAlreadySolved):
        await _run(database, resolve, ticket, VERA, NOW)
    with pytest.raises(TicketAlreadySolved):
        await _run(database, claim, ticket, VERA, NOW)
    await _run(database, reopen_by_agent, ticket, VERA, NOW)
    history = await database.read(lambda session: Tickets(session).history(ticket))
    assert [(event.kind, event.by_name) for event in history] == [
        ("opened", "Анна"),
        ("solved", "Олег"),
        ("reopened", "Вера"),
    ]


@pytest.mark.parametrize("status", [TicketStatus.SOLVED, TicketStatus.OPEN], ids=["thanks", "other words"])
async def test_words_reopen_a_solved_ticket_and_thanks_do_not(
    database: Database, ticket: int, status: TicketStatus
) -> None:
    thanks = status is TicketStatus.SOLVED
    await _run(database, resolve, ticket, OLEG, NOW)
    said = _from_anna(_text("…"))
    written = await _run(database, write_to_ticket, ticket, said, NOW, thanks=thanks)
    assert written.reopened is not thanks
    assert (await _is(database, ticket)).status is status
    assert (kinds.TO_DESK, 1) in await _queued(database)


async def test_a_message_withdrawn_before_it_left_never_reaches_the_desk(database: Database, ticket: int) -> None:
    said = _from_anna(_text("сколько стоит?"))
    await _run(database, write_to_ticket, ticket, said, NOW, thanks=False)
    taken = await _run(database, withdraw, ANNA, said.message_id, NOW)
    assert (taken.withdrawn, taken.text) == (True, "сколько стоит?")
    assert await _queued(database) == [(kinds.CARD, 0)]
    with pytest.raises(TicketNotFound):
        await _run(database, withdraw, BORIS, said.message_id, NOW)


@pytest.mark.parametrize("number", [0, -1, 99, 2**63, 10**30])
async def test_a_number_that_no_ticket_has_is_not_found(database: Database, ticket: int, number: int) -> None:
    with pytest.raises(TicketNotFound):
        await _run(database, claim, number, OLEG, NOW)
