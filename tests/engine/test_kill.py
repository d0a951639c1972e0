"""Killed at random moments, the bot loses nothing that a person sent."""

import asyncio
import random
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from sqlmodel import Session, delete, select

from bot import clock
from bot.playground import Group, Person, Playground, Seen
from bot.storage.database import Database
from bot.storage.inbox import InboxRows
from bot.storage.outbox import OutboxRows
from bot.storage.tables import Lease, TicketMessage
from bot.tickets.open import Draft, open_ticket
from tests.conftest import FrontDesk
from tests.engine import biletik
from tests.engine.environment import environment
from tests.engine.look import until

KILLS = 12
IN_THE_START = 4
"""Every so manieth is killed before it has begun to work, the others while they do."""


@dataclass
class Talk:
    """What one side of a ticket said: a group of words for each message or album, in order."""

    sent: list[list[str]] = field(default_factory=list)
    message_ids: list[int] = field(default_factory=list)

    @property
    def words(self) -> list[str]:
        return [word for group in self.sent for word in group]


@pytest.mark.long
async def test_nothing_is_lost_however_often_the_bot_is_killed(closed_desk: FrontDesk, tmp_path: Path) -> None:
    desk, rng = closed_desk, random.Random(20261122)  # noqa: S311 - the same moments each time
    numbers = {person.id: await _open_ticket(desk.database, person) for person in (desk.anna, desk.boris)}
    await desk.anna.start()
    await desk.boris.start()
    talks = {(person.id, side): Talk() for person in (desk.anna, desk.boris) for side in ("person", "agent")}
    for number in range(1, KILLS + 1):
        process = biletik.start(["run"], environment(desk.settings), tmp_path / "log")
        async with asyncio.TaskGroup() as people:
            for person in (desk.anna, desk.boris):
                ticket = f"№{numbers[person.id]}"
                people.create_task(_subscriber(person, talks[person.id, "person"], rng))
                people.create_task(_agent(desk.oleg, desk.group, ticket, talks[person.id, "agent"], rng))
            if number % IN_THE_START:
                await _speaks(desk.telegram)
            await asyncio.sleep(rng.uniform(0, 1.5))
            assert process.is_alive()
            biletik.kill(process)
        # the lease would run out by itself: test_service waits for that
        await desk.database.write(lambda session: session.exec(delete(Lease)))
    last = biletik.start(["run"], environment(desk.settings), tmp_path / "log")
    try:
        await until(desk.database, _nothing_waits, 60)
    finally:
        biletik.kill(last)

    for person in (desk.anna, desk.boris):
        topic_id = desk.group.topic(f"№{numbers[person.id]}").id
        said, answered = talks[person.id, "person"], talks[person.id, "agent"]
        assert len(answered.sent) >= KILLS / 2
        _check_arrival(said, [m for m in desk.group.messages(topic_id) if m.sender_id != desk.oleg.id])
        _check_arrival(answered, person.chat.messages)
        stored = await desk.database.read(_stored_of(numbers[person.id]))
        assert Counter(stored) == Counter(said.message_ids + answered.message_ids)


async def _open_ticket(database: Database, person: Person) -> int:
    now = clock.now()
    draft = Draft(f"draft{person.id}", person.id, person.user["first_name"], "internet", "нет связи", now)
    return (await database.write(lambda session: open_ticket(session, draft, now))).ticket_id


async def _speaks(telegram: Playground) -> None:
    """Waits for the first message of this life."""
    before = len(telegram.calls("sendMessage"))
    async with asyncio.timeout(30):
        while len(telegram.calls("sendMessage")) == before:  # noqa: ASYNC110 - a server rings no bell
            await asyncio.sleep(0.02)


async def _subscriber(person: Person, talk: Talk, rng: random.Random) -> None:
    """A message or an album; not more, for a group takes 20 a minute and each of them is waited for."""
    await asyncio.sleep(rng.uniform(0, 0.5))
    parts = rng.choice(["а", "а", "абв"])
    words = [f"{person.id}с{len(talk.sent):03}{part}" for part in parts]
    talk.sent.append(words)
    for word in words:
        sent = person.send_file("photo", None, word, album=words[0]) if len(words) > 1 else person.write(word)
        talk.message_ids.append((await sent).id)


async def _agent(agent: Person, group: Group, ticket: str, talk: Talk, rng: random.Random) -> None:
    """One message, once there is a topic to write in."""
    await asyncio.sleep(rng.uniform(0, 1))
    topic = next((topic for topic in group.topics if ticket in topic.name), None)
    if topic is not None:
        word = f"{ticket}о{len(talk.sent):03}"
        talk.sent.append([word])
        talk.message_ids.append((await agent.write_in(group, word, thread=topic.id)).id)


def _nothing_waits(session: Session) -> bool:
    return InboxRows(session).waiting() == 0 and OutboxRows(session).depth() == 0


def _stored_of(ticket_id: int) -> Callable[[Session], list[int]]:
    query = select(TicketMessage.source_message_id).where(TicketMessage.ticket_id == ticket_id)
    return lambda session: [number for number in session.exec(query) if number]


def _check_arrival(talk: Talk, shown: list[Seen]) -> None:
    """Everything is there, in order, and at most one message or album a kill is there twice."""
    seen = [word for message in shown for word in talk.words if word in message.text]
    assert list(dict.fromkeys(seen)) == talk.words
    assert list(dict.fromkeys(reversed(seen))) == talk.words[::-1]
    times = Counter(seen)
    assert sum(max(times[word] for word in group) - 1 for group in talk.sent) <= KILLS
