"""The other repositories, on both databases."""

import asyncio
from datetime import UTC, datetime, timedelta

from sqlalchemy import event
from sqlmodel import Session

from bot.storage import leases
from bot.storage.database import Database
from bot.storage.dialog_states import DialogStates, Remembered
from bot.storage.inbox import InboxRows
from bot.storage.memos import recall, remember
from bot.storage.notices import Notices
from bot.storage.outbox import OutboxRows
from bot.storage.people import Conversations, Links, People
from bot.storage.tables import OutboxState, Person
from bot.storage.visits import visits

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
TTL = timedelta(seconds=6)


async def test_one_owner_holds_a_lease_until_it_no_longer_renews(database: Database) -> None:
    async def take(owner: str, seconds: float) -> bool:
        return await database.write(
            lambda session: leases.take(session, "poll", owner, NOW + timedelta(seconds=seconds), TTL)
        )

    assert await take("one", 0)
    assert not await take("two", 5)
    assert await take("one", 5)
    assert not await take("two", 10)
    assert await take("two", 12)
    assert not await take("one", 12)
    await database.write(lambda session: leases.give_up(session, "poll", "two", NOW + timedelta(seconds=12)))
    assert await take("one", 12)


async def test_only_one_of_many_takes_a_free_lease(database: Database) -> None:
    async def take(owner: str) -> bool:
        return await database.write(lambda session: leases.take(session, "poll", owner, NOW, TTL))

    assert sum(await asyncio.gather(*(take(f"p{number}") for number in range(8)))) == 1


async def test_dialog_states_are_kept_by_key_and_empty_ones_are_not(database: Database) -> None:
    changes = {"k1": Remembered("Ticket:topic", {"topic": "net"}), "k2": Remembered(None, {"stack": ["a"]})}
    await database.write(lambda session: DialogStates(session).save({1001: changes}, NOW))
    assert await database.read(lambda session: DialogStates(session).of_chats([1001])) == {1001: changes}
    await database.write(lambda session: DialogStates(session).save({1001: {"k1": Remembered(None, {})}}, NOW))
    left = await database.read(lambda session: DialogStates(session).of_chats([1001]))
    assert set(left[1001]) == {"k2"}
    await database.write(lambda session: DialogStates(session).forget(NOW + timedelta(seconds=1)))
    assert await database.read(lambda session: DialogStates(session).of_chats([1001])) == {1001: {}}


async def test_a_visit_brings_all_that_is_known_of_a_chat(database: Database) -> None:
    big = 2**52 - 1  # the largest id that Telegram promises
    await database.write(lambda s: People(s).save(Person(chat_id=big, name="Анна", first_seen=NOW)))
    assert await database.write(lambda s: Links(s).add(big, ["2", "1"], NOW)) == ["2", "1"]
    assert await database.write(lambda s: Links(s).add(big, ["1", "2"], NOW)) == []
    await database.write(lambda s: Conversations(s).start(big, 5, NOW + TTL, confirmed=True))
    known = (await database.read(lambda s: visits(s, [big, 7], NOW)))[big]
    assert known.person is not None
    assert (known.person.name, known.contracts) == ("Анна", ("1", "2"))
    assert known.conversation is not None
    assert (await database.read(lambda s: visits(s, [big], NOW + TTL)))[big].conversation is None


async def test_links_come_in_pages(database: Database) -> None:
    await database.write(lambda s: Links(s).add(1, ["a", "b"], NOW + TTL))
    await database.write(lambda s: Links(s).add(2, ["a", "b"], NOW + TTL * 2))
    page = await database.read(lambda s: Links(s).page((1, "a"), None, 2))
    assert [(link.chat_id, link.contract) for link in page] == [(1, "b"), (2, "a")]
    recent = await database.read(lambda s: Links(s).page(None, NOW + TTL * 2, 9))
    assert {link.chat_id for link in recent} == {2}


async def test_a_notice_is_planned_once(database: Database) -> None:
    async def plan() -> bool:
        return await database.write(lambda s: Notices(s).plan("payment:1", "77:1001", NOW.date(), NOW))

    assert sum(await asyncio.gather(*(plan() for _ in range(6)))) == 1
    assert len(await database.read(lambda s: Notices(s).all_on(NOW.date()))) == 1


async def test_memos_are_replaced(database: Database) -> None:
    await database.write(lambda s: remember(s, "k", {"a": 1}))
    await database.write(lambda s: remember(s, "k", [2]))
    assert await database.read(lambda s: recall(s, "k")) == [2]


async def test_the_outbox_gives_one_message_a_lane_and_conversation_before_bulk(database: Database) -> None:
    def queue(session: Session) -> None:
        outbox = OutboxRows(session)
        outbox.add("k", {}, conversation="a", lane="a", now=NOW, bulk=True)
        outbox.add("k", {}, conversation="a2", lane="a", now=NOW)
        outbox.add("k", {}, conversation="t1", lane="desk", now=NOW)
        outbox.add("k", {}, conversation="t2", lane="desk", now=NOW)

    await database.write(queue)
    claimed = await database.write(lambda s: OutboxRows(s).claim("one", 9, NOW))
    assert [row.conversation for row in claimed] == ["a2", "t1"]
    assert await database.write(lambda s: OutboxRows(s).claim("two", 9, NOW)) == []
    first = claimed[0].id
    assert first is not None
    await database.write(lambda s: OutboxRows(s).done(first, "one", OutboxState.SENT, NOW))
    assert [row.conversation for row in await database.write(lambda s: OutboxRows(s).claim("two", 9, NOW))] == ["a"]
    assert await database.read(lambda s: OutboxRows(s).depth()) == 3


async def test_only_the_holder_of_a_lease_ends_a_message(database: Database) -> None:
    row = await database.write(lambda s: OutboxRows(s).add("k", {}, conversation="a", lane="a", now=NOW))
    row_id = row.id or 0
    await database.write(lambda s: OutboxRows(s).claim("one", 9, NOW))
    assert not await database.write(lambda s: OutboxRows(s).sending(row_id, "another"))
    await database.write(lambda s: OutboxRows(s).done(row_id, "another", OutboxState.FAILED, NOW))
    assert await database.read(lambda s: OutboxRows(s).depth()) == 1
    assert await database.write(lambda s: OutboxRows(s).sending(row_id, "one"))


async def test_claims_look_only_at_what_has_not_left(database: Database) -> None:
    """A history of thousands must not slow the writer: both claims go by the indexes over what waits."""
    conditions = ("done_at IS NULL", "state = 'new'")

    def statements(session: Session) -> list[str]:
        seen: list[str] = []

        def note(*event_arguments: object) -> None:
            seen.append(str(event_arguments[2]))

        connection = session.connection()
        event.listen(connection, "before_cursor_execute", note)
        OutboxRows(session).claim("one", 9, NOW)
        InboxRows(session).claim("one", 9, NOW)
        event.remove(connection, "before_cursor_execute", note)
        return seen

    outbox, inbox = await database.write(statements)
    assert outbox.count(conditions[0]) == 3
    assert inbox.count(conditions[1]) == 2
