"""The whole bot: how it starts, stands by, stops, and starts again."""

import asyncio
import signal
import sys
from datetime import timedelta
from pathlib import Path
from socket import socket

import pytest
from aiohttp import ClientSession
from pydantic import SecretStr

from bot import clock
from bot.handlers import entry
from bot.ops import standby
from bot.ops.http import PortTaken
from bot.service import serve
from bot.storage.tables import InboxState, Lease
from bot.telegram.alarms import APOLOGY
from bot.telegram.greeting import TokenRefused
from tests.conftest import FrontDesk, SharedBook, made_desk
from tests.engine import biletik
from tests.engine.environment import environment
from tests.engine.look import inbox, queued, until
from tests.storage.postgres import postgres_url


async def test_a_token_that_telegram_doesn_t_know_ends_the_start(closed_desk: FrontDesk) -> None:
    settings = closed_desk.settings.model_copy(update={"bot_token": SecretStr("1:WRONG-TOKEN-1234567890")})
    with pytest.raises(TokenRefused):
        await serve(settings, SharedBook())


async def test_telegram_may_be_away_at_the_start(closed_desk: FrontDesk) -> None:
    """Also where a proxy answers with a page in its place."""
    closed_desk.telegram.faults.add(method="getMe", status=502, times=1)
    async with closed_desk.open():
        await closed_desk.anna.start()
        await closed_desk.anna.expect("Здравствуйте")


async def test_a_malformed_update_is_set_aside_with_an_apology_and_an_alert(desk: FrontDesk) -> None:
    admin = desk.telegram.person(3001, "Дмитрий")
    await admin.start()
    await admin.expect("Здравствуйте")
    desk.telegram.inject({"message": {"chat": {"id": 1001, "type": "private"}, "text": 5}})
    await desk.anna.write("как оплатить интернет")
    await desk.anna.expect("Картой, по СБП")
    assert len(await until(desk.database, lambda session: queued(session, APOLOGY))) == 1
    await desk.anna.expect()
    await admin.expect("inbox")


async def test_an_update_that_was_set_aside_is_really_handled_by_a_retry(
    closed_desk: FrontDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise KeyError("broken")

    settings = environment(closed_desk.settings)
    async with closed_desk.open():
        await closed_desk.anna.start()
        await closed_desk.anna.expect("Здравствуйте")
        monkeypatch.setattr(entry, "user_of", broken)
        await closed_desk.anna.write("как оплатить интернет")
        aside = await until(closed_desk.database, lambda s: [r for r in inbox(s) if r.state is InboxState.ASIDE])
        monkeypatch.undo()
        code, said = await biletik.biletik("inbox", "list", settings=settings, output=tmp_path / "list")
        assert code == 0
        assert f"{aside[0].update_id}" in said
        assert "chat:1001  KeyError: 'broken'" in said
        code, said = await biletik.biletik("inbox", "retry", settings=settings, output=tmp_path / "retry")
        assert (code, "1" in said) == (0, True)
        await closed_desk.anna.expect("Картой, по СБП")


async def test_a_dialog_goes_on_after_a_restart(closed_desk: FrontDesk) -> None:
    anna = closed_desk.anna
    async with closed_desk.open():
        await anna.start()
        await anna.write("/ticket")
        asked = await anna.expect("О чём")
        await anna.press(asked, "Нет интернета")
        await anna.expect("Опишите")
    async with closed_desk.open():
        await anna.write("нет связи со вчерашнего вечера")
        await anna.expect("Пришлите фото")


async def test_a_handler_that_fails_after_a_change_of_state_leaves_the_old_one(desk: FrontDesk) -> None:
    """The next window is refused a few times: each try starts from the same step, so the words are there once."""
    anna = desk.anna
    await anna.write("/ticket")
    await anna.press(await anna.expect("О чём"), "Нет интернета")
    await anna.expect("Опишите")
    fault = desk.telegram.faults.add(chat_id=1001, status=500, times=2)
    await anna.write("нет связи со вчерашнего вечера")
    await anna.press(await anna.expect("Пришлите фото", 10), "Без файлов")
    await anna.press(await anna.expect("По какому номеру"), "Не звонить")
    shown = await anna.expect("Проверьте")
    assert fault.times == 0
    assert shown.text.count("нет связи") == 1


async def test_the_next_process_takes_over_at_once_when_the_first_stops(
    closed_desk: FrontDesk, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(standby, "EVERY", 0.05)
    async with closed_desk.open():
        await closed_desk.anna.start()
        await closed_desk.anna.expect("Здравствуйте")
        second = asyncio.create_task(serve(closed_desk.settings, SharedBook()))
        async with asyncio.timeout(10):
            while "standing by" not in caplog.text:  # noqa: ASYNC110 - a log rings no bell
                await asyncio.sleep(0.02)
        assert 409 not in {call.status for call in closed_desk.telegram.calls("getUpdates")}
    await closed_desk.anna.write("как оплатить интернет")
    await closed_desk.anna.expect("Картой, по СБП")
    second.cancel()
    await asyncio.gather(second, return_exceptions=True)


async def test_a_process_takes_over_from_one_that_was_killed(closed_desk: FrontDesk, tmp_path: Path) -> None:
    settings = environment(closed_desk.settings)
    first = biletik.start(["run"], settings, tmp_path / "first")
    try:
        await closed_desk.anna.start()
        await closed_desk.anna.expect("Здравствуйте", 20)
    finally:
        biletik.kill(first)
    second = biletik.start(["run"], settings, tmp_path / "second")
    try:
        await closed_desk.anna.write("как оплатить интернет")
        await closed_desk.anna.expect("Картой, по СБП", standby.TTL.total_seconds() + 10)
    finally:
        biletik.kill(second)


async def test_a_bot_that_lost_its_lease_works_again_when_it_has_it_back(
    closed_desk: FrontDesk, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """As after the machine was asleep and a second one took over for a while."""
    monkeypatch.setattr(standby, "EVERY", 0.05)
    anna, database = closed_desk.anna, closed_desk.database
    async with closed_desk.open():
        await anna.start()
        await anna.expect("Здравствуйте")
        soon = clock.now() + timedelta(seconds=1)
        await database.write(lambda session: session.merge(Lease(name=standby.NAME, owner="another", until=soon)))
        async with asyncio.timeout(5):
            while "lease was lost" not in caplog.text:  # noqa: ASYNC110 - as above
                await asyncio.sleep(0.02)
        await anna.write("как оплатить интернет")
        await anna.expect("Картой, по СБП")


async def test_sigterm_lets_a_reply_that_is_under_way_arrive_once(closed_desk: FrontDesk, tmp_path: Path) -> None:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "run", env=environment(closed_desk.settings), cwd=tmp_path
    )
    await closed_desk.anna.start()
    await closed_desk.anna.expect("Здравствуйте", 30)
    closed_desk.telegram.faults.add(method="sendMessage", chat_id=1001, delay=0.7, times=1)
    await closed_desk.anna.write("как оплатить интернет")
    await until(closed_desk.database, lambda session: inbox(session)[1:])
    await asyncio.sleep(0.3)
    process.send_signal(signal.SIGTERM)
    assert await asyncio.wait_for(process.wait(), 20) == 0
    await closed_desk.anna.expect("Картой, по СБП")
    rows = await closed_desk.database.read(inbox)
    assert [row.state for row in rows] == [InboxState.DONE, InboxState.DONE]
    await closed_desk.anna.expect_nothing()


async def test_by_webhook_updates_come_to_the_path_of_the_address(tmp_path: Path, unused_tcp_port: int) -> None:
    address = f"http://127.0.0.1:{unused_tcp_port}/hook/here"
    secret = SecretStr("s3cret")
    async with made_desk(tmp_path, webhook_url=address, webhook_secret=secret, http_port=unused_tcp_port) as desk:
        async with desk.open(), ClientSession() as session:
            await desk.anna.start()
            await desk.anna.expect("Здравствуйте")
            assert (await session.post(address, json={"update_id": 1})).status == 401
            health = await (await session.get(f"http://127.0.0.1:{unused_tcp_port}/health")).json()
            assert health["status"] == "ok"
        await desk.anna.write("как оплатить интернет")  # while the bot is away Telegram keeps it
        async with desk.open():
            await desk.anna.expect("Картой, по СБП", 10)


async def test_a_taken_port_stops_a_webhook_but_not_polling(tmp_path: Path, unused_tcp_port: int) -> None:
    taken = await asyncio.start_server(lambda *_: None, "127.0.0.1", unused_tcp_port)
    webhook = {"webhook_url": f"http://127.0.0.1:{unused_tcp_port}/hook", "webhook_secret": SecretStr("s3cret")}
    async with taken, made_desk(tmp_path, http_port=unused_tcp_port) as desk:
        async with desk.open():
            await desk.anna.start()
            await desk.anna.expect("Здравствуйте")
        with pytest.raises(PortTaken):
            await serve(desk.settings.model_copy(update=webhook), SharedBook())


async def test_the_same_bot_on_postgresql(tmp_path: Path) -> None:
    async with postgres_url() as url, made_desk(tmp_path, database_url=SecretStr(url)) as desk:
        anna = desk.anna
        async with desk.open():
            await anna.start()
            await anna.expect("Здравствуйте")
            await anna.write("/login")
            await anna.expect("Поделиться номером")
            await anna.share_contact()
            await anna.expect("700101")
            await anna.write("/ticket")
            await anna.press(await anna.expect("О чём"), "Нет интернета")
            await anna.expect("Опишите")
        async with desk.open():
            await anna.write("нет связи со вчерашнего вечера")
            await anna.press(await anna.expect("Пришлите фото"), "Без файлов")
            await anna.press(await anna.expect("По какому номеру"), "Не звонить")
            await anna.press(await anna.expect("Проверьте"), "Отправить")
            topic = await desk.group.expect_topic("№1")
            await desk.oleg.write_in(desk.group, "Здравствуйте!", thread=topic.id)
            await anna.expect("Здравствуйте!")


@pytest.fixture
def unused_tcp_port() -> int:
    """A port that was free a moment ago."""
    with socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
