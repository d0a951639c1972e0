"""Polling: raw updates, stored before Telegram is told that they arrived."""

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import time_machine
from aiohttp import web
from sqlalchemy.exc import OperationalError

from bot.playground import Person, Playground
from bot.storage.database import Database, Step
from bot.storage.memos import LAST_POLL, recall, remember
from bot.storage.migrate import upgrade
from bot.telegram import polling as polling_module
from bot.telegram.alarms import ALERT, Alarms
from bot.telegram.polling import Polling
from tests.engine.look import inbox, queued, until

START = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _short_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(polling_module, "PAUSES", (0.01, 0.02, 0.03))


@asynccontextmanager
async def running(coroutine: Coroutine[Any, Any, None]) -> AsyncIterator[asyncio.Task[None]]:
    """Runs it while the context is open; what it raises is raised here."""
    task = asyncio.create_task(coroutine)
    try:
        yield task
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


def _polling(telegram: Playground, database: Database, alarms: Alarms) -> Polling:
    return Polling(f"{telegram.url}/bot{telegram.token}", database, alarms, lambda: None)


def _pauses(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [str(line.msg["why"]) for line in caplog.records if isinstance(line.msg, dict) and "pause" in line.msg]


class Flaky(Database):
    """Fails a number of writes, as when the disk is full or PostgreSQL restarts."""

    failures = 0

    async def write(self, step: Step[Any]) -> Any:
        if self.failures:
            self.failures -= 1
            raise OperationalError("INSERT", {}, Exception("database is locked"))
        return await super().write(step)


async def test_updates_are_stored_raw_and_in_order(
    telegram: Playground, anna: Person, database: Database, alarms: Alarms
) -> None:
    for text in ("раз", "два"):
        await anna.write(text)
    async with running(_polling(telegram, database, alarms).run()):
        await until(database, lambda session: len(inbox(session)) == 2)
        await anna.write("три")
        rows = await until(database, lambda session: inbox(session)[2:])
        assert rows[0].conversation == "chat:1001"
        async with asyncio.timeout(5):
            while telegram.world.updates.pending():  # noqa: ASYNC110 - Telegram rings no bell
                await asyncio.sleep(0.01)


async def test_a_malformed_update_stops_neither_the_batch_nor_the_next(
    telegram: Playground, anna: Person, database: Database, alarms: Alarms
) -> None:
    await anna.write("раз")
    telegram.inject({"message": "nonsense"})
    telegram.inject({"message": {"chat": {"id": 10**30}, "text": "\ud83d"}})
    await anna.write("два")
    async with running(_polling(telegram, database, alarms).run()):
        rows = await until(database, lambda session: inbox(session)[3:] and inbox(session))
    assert [row.conversation.partition(":")[0] for row in rows] == ["chat", "update", "update", "chat"]


async def test_telegram_is_told_only_after_the_database_has_them(
    telegram: Playground, anna: Person, tmp_path: Path, alarms: Alarms
) -> None:
    url = f"sqlite+aiosqlite:///{tmp_path}/flaky.db"
    await upgrade(url)
    async with Flaky(url) as database:
        database.failures = 3
        await anna.write("раз")
        async with running(_polling(telegram, database, alarms).run()):
            rows = await until(database, inbox)
    assert len(rows) == 1
    polls = [call.params.get("offset") for call in telegram.calls("getUpdates")]
    assert polls[:4] == [None] * 4


async def test_a_poll_that_is_cut_off_is_asked_again_and_nothing_is_stored_twice(
    telegram: Playground, anna: Person, database: Database, alarms: Alarms
) -> None:
    telegram.faults.add(method="getUpdates", drop="after", times=2)
    await anna.write("раз")
    async with running(_polling(telegram, database, alarms).run()):
        await until(database, inbox)
    async with running(_polling(telegram, database, alarms).run()):  # as after a crash before the next call
        await anna.write("два")
        await until(database, lambda session: len(inbox(session)) == 2)


@pytest.mark.parametrize("status", [429, 500, 502])
async def test_a_refusal_is_waited_out(
    telegram: Playground,
    anna: Person,
    database: Database,
    alarms: Alarms,
    status: int,
    caplog: pytest.LogCaptureFixture,
) -> None:
    telegram.faults.add(method="getUpdates", status=status, retry_after=1, times=1)
    await anna.write("раз")
    before = asyncio.get_running_loop().time()
    async with running(_polling(telegram, database, alarms).run()):
        await until(database, inbox)
    waited = asyncio.get_running_loop().time() - before
    assert (waited >= 1) == (status == 429)
    assert str(status) in _pauses(caplog)[0]


async def test_a_page_instead_of_an_answer_is_waited_out(
    database: Database, alarms: Alarms, caplog: pytest.LogCaptureFixture
) -> None:
    answers: list[Callable[[], web.Response]] = [
        lambda: web.Response(text="<html>Bad gateway</html>", content_type="text/html", status=502),
        lambda: web.Response(text="<html>Welcome to the hotel</html>", content_type="text/html"),
        lambda: web.json_response(["not", "an", "object"]),
        lambda: web.json_response({"ok": True, "result": "not a list"}),
        lambda: web.json_response({"ok": True, "result": [{"no": "id"}]}),
        lambda: web.json_response({"ok": True, "result": [{"update_id": 7}]}),
    ]

    async def get_updates(_: web.Request) -> web.Response:
        await asyncio.sleep(0 if answers else 0.1)
        return answers.pop(0)() if answers else web.json_response({"ok": True, "result": []})

    app = web.Application()
    app.router.add_post("/bot1:x/getUpdates", get_updates)
    runner = web.AppRunner(app, shutdown_timeout=0)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    port = runner.addresses[0][1]
    async with running(Polling(f"http://127.0.0.1:{port}/bot1:x", database, alarms, lambda: None).run()):
        await until(database, inbox)
    await runner.cleanup()
    assert len(_pauses(caplog)) == 5
    assert "1:x" not in caplog.text


async def test_telegram_may_be_away_at_any_time(
    telegram: Playground, anna: Person, database: Database, alarms: Alarms, caplog: pytest.LogCaptureFixture
) -> None:
    polling = _polling(telegram, database, alarms)
    await telegram.stop()
    async with running(polling.run()):
        async with asyncio.timeout(5):
            while len(_pauses(caplog)) < 3:  # noqa: ASYNC110 - a log rings no bell
                await asyncio.sleep(0.01)
        await telegram.start()
        await anna.write("раз")
        await until(database, inbox)
    assert telegram.token not in caplog.text


async def test_two_bots_on_different_databases_say_so_and_both_go_on(
    telegram: Playground, anna: Person, database: Database, alarms: Alarms, tmp_path: Path
) -> None:
    url = f"sqlite+aiosqlite:///{tmp_path}/other.db"
    await upgrade(url)
    async with (
        Database(url) as other,
        running(_polling(telegram, database, alarms).run()),
        running(_polling(telegram, other, alarms).run()),
    ):
        for one in (database, other):
            told = await until(one, lambda session: queued(session, ALERT))
            assert [alert["what"] for alert in told] == ["two-bots"]
        for number in range(4):
            await anna.write(str(number))
        async with asyncio.timeout(5):
            while len(await database.read(inbox)) + len(await other.read(inbox)) < 4:  # noqa: ASYNC110 - as above
                await asyncio.sleep(0.01)
    assert {call.status for call in telegram.calls("getUpdates")} == {200, 409}


async def test_one_conflict_alone_alarms_nobody(
    telegram: Playground, anna: Person, database: Database, alarms: Alarms
) -> None:
    """It may be the bot's own last call, cut off by a restart."""
    telegram.faults.add(method="getUpdates", status=409, times=1)
    await anna.write("раз")
    async with running(_polling(telegram, database, alarms).run()):
        await until(database, inbox)
    assert await database.read(lambda session: queued(session, ALERT)) == []


@pytest.mark.parametrize(("hours", "told"), [(23, False), (25, True)])
async def test_admins_learn_of_a_silence_longer_than_telegram_keeps_updates(
    telegram: Playground, anna: Person, database: Database, alarms: Alarms, *, hours: int, told: bool
) -> None:
    await database.write(lambda s: remember(s, LAST_POLL, (START - timedelta(hours=hours)).isoformat()))
    with time_machine.travel(START):
        await anna.write("раз")
        async with running(_polling(telegram, database, alarms).run()):
            await until(database, inbox)
    alerts = await database.read(lambda session: queued(session, ALERT))
    assert [alert["what"] for alert in alerts] == (["gap"] if told else [])
    assert not told or alerts[0]["facts"] == {"since": "2026-11-21 08:00"}
    assert datetime.fromisoformat(str(await database.read(lambda s: recall(s, LAST_POLL)))) >= START
