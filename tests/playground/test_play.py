"""The people's side over HTTP, as the page and outside drivers use it."""

import asyncio
import json
import re
import socket
import sys
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest
from aiogram import Bot
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.playground import Group, Person, Playground
from bot.playground.__main__ import main
from bot.playground.play.routes import PAGE

YES = InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="Да", callback_data="yes")]])


class Driver:
    """Speaks to `/play`."""

    def __init__(self, session: aiohttp.ClientSession, url: str) -> None:
        self.session = session
        self.url = url

    async def post(self, path: str, **body: Any) -> Any:
        return await self.answer("POST", path, json=body)

    async def get(self, path: str) -> Any:
        return await self.answer("GET", path)

    async def answer(self, verb: str, path: str, **how: Any) -> Any:
        async with self.session.request(verb, f"{self.url}/play/{path}", **how) as response:
            return await response.json()


@pytest.fixture
async def play(pg: Playground) -> AsyncIterator[Driver]:
    async with aiohttp.ClientSession() as session:
        yield Driver(session, pg.url)


async def test_a_whole_talk_by_http(bot: Bot, play: Driver) -> None:
    await play.post("people", id=1001, first_name="Анна", phone="+79001234567", role="subscriber")
    await play.post("people/1001/start")
    await play.post("people/1001/write", text="вопрос")
    assert [update.message.text for update in await bot.get_updates() if update.message] == ["/start", "вопрос"]
    sent = await bot.send_message(1001, "Продолжить?", reply_markup=YES)
    pressing = asyncio.create_task(play.post("people/1001/press", message_id=sent.message_id, button="Да"))
    (update,) = await bot.get_updates(offset=-1, timeout=5, allowed_updates=["callback_query"])
    while not update.callback_query:
        (update,) = await bot.get_updates(offset=update.update_id + 1, timeout=5)
    await bot.answer_callback_query(update.callback_query.id, "Хорошо")
    assert (await pressing)["text"] == "Хорошо"
    await play.post("people/1001/contact")
    await play.post("people/1001/edit", message_id=2, text="другой вопрос")
    await play.post("people/1001/react", message_id=sent.message_id, emoji="👍")
    await play.post("people/1001/delete", message_id=1)
    state = await play.get("state")
    (chat,) = state["chats"]
    assert [message.get("text", "contact") for message in chat["messages"]] == [
        "другой вопрос",
        "Продолжить?",
        "contact",
    ]
    assert chat["reactions"][0]["reaction"] == [{"type": "emoji", "emoji": "👍"}]
    assert (state["people"][0]["role"], state["bot"]["username"]) == ("subscriber", "biletik_bot")


async def test_agents_work_in_topics(bot: Bot, play: Driver, forum: Group, oleg: Person) -> None:
    topic = await play.post(f"groups/{forum.id}/topics", name="№1")
    thread = topic["message_thread_id"]
    await play.post(f"people/{oleg.id}/write", text="ответ", chat_id=forum.id, thread=thread)
    message = (await bot.get_updates())[-1].message
    assert message
    assert (message.text, message.message_thread_id) == ("ответ", thread)
    await play.post(f"groups/{forum.id}/topics", thread=thread, name="№1 ✅", closed=True)
    (shown,) = (await play.get("state"))["chats"][-1]["topics"]
    assert (shown["name"], shown["closed"]) == ("№1 ✅", True)
    await play.post(f"groups/{forum.id}/topics", thread=thread, deleted=True)
    assert (await play.get("state"))["chats"][-1]["topics"] == []


async def test_several_pictures_are_an_album_and_come_back(bot: Bot, play: Driver, anna: Person) -> None:
    data = aiohttp.FormData()
    for name in ("1.png", "2.png"):
        data.add_field("file", name.encode(), filename=name, content_type="image/png")
    data.add_field("caption", "вот")
    first, second = await play.answer("POST", "people/1001/files", data=data)
    assert first["media_group_id"] == second["media_group_id"]
    messages = [update.message for update in await bot.get_updates()]
    assert [message.content_type for message in messages if message] == ["photo", "photo"]
    async with play.session.get(f"{play.url}/play/files/{first['photo'][-1]['file_id']}") as response:
        assert (await response.read(), response.content_type) == (b"1.png", "image/png")


async def test_other_files_are_documents(play: Driver, anna: Person) -> None:
    data = aiohttp.FormData()
    data.add_field("file", b"text", filename="a.pdf", content_type="application/pdf")
    (sent,) = await play.answer("POST", "people/1001/files", data=data)
    assert sent["document"]["file_name"] == "a.pdf"


@pytest.mark.parametrize(
    ("path", "body", "complaint"),
    [
        ("people/1001/write", {"text": ""}, "an empty message can't be sent"),
        ("people/1001/write", {"texts": "x"}, "Extra inputs are not permitted"),
        ("people/1001/fly", {}, "there is no fly"),
        ("people/5/write", {"text": "x"}, "there is no 5"),
        ("people/1001/press", {"message_id": 1, "button": "Нет"}, "no button 'Нет'"),
        ("people/1001/tap", {"text": "Нет"}, "no such button"),
    ],
)
async def test_what_cannot_be_done_is_told(
    play: Driver, anna: Person, path: str, body: dict[str, Any], complaint: str
) -> None:
    assert complaint in (await play.post(path, **body))["error"]


async def test_what_happens_is_told_as_it_happens(bot: Bot, play: Driver, anna: Person) -> None:
    async with play.session.get(f"{play.url}/play/events") as response:
        await response.content.readline()
        await bot.send_message(1001, "привет")
        events = []
        async for line in response.content:
            if line.startswith(b"data: "):
                events.append(json.loads(line.removeprefix(b"data: ")))
            if len(events) == 2:
                break
    assert [event["event"] for event in events] == ["message", "call"]
    assert events[0]["message"]["text"] == "привет"


async def test_faults_and_journal_by_http(bot: Bot, play: Driver, pg: Playground, anna: Person) -> None:
    await play.post("faults", method="sendMessage", status=429, retry_after=3)
    assert [fault["status"] for fault in await play.get("faults")] == [429]
    assert pg.faults.active
    assert await play.answer("DELETE", "faults") == []
    await bot.send_message(1001, "x")
    (call,) = await play.get("calls?method=sendMessage")
    assert call["answer"]["result"]["text"] == "x"
    await play.post("inject", message={"any": "thing"})
    assert len(pg.world.updates.pending()) == 1


async def test_the_page_is_served_and_asks_no_other_host(play: Driver) -> None:
    async with play.session.get(f"{play.url}/") as response:
        page = await response.text()
    names = re.findall(r'(?:src|href)="(/page/[^"]+)"', page)
    assert names
    for name in names:
        async with play.session.get(play.url + name) as response:
            text = await response.text()
            assert response.status == 200
            assert not re.search(r"""(?:src|href|import|url\(|fetch\()[^\n]{0,10}["'(]https?:""", text)


def test_the_pages_modules_ask_each_other_only_for_what_is_there() -> None:
    sources = {path.name: path.read_text() for path in [PAGE / "app.js", *(PAGE / "js").glob("*.js")]}
    exported = {
        name: set(re.findall(r"^export (?:async )?(?:function|const) (\w+)", source, re.MULTILINE))
        for name, source in sources.items()
    }
    for name, source in sources.items():
        for names, module in re.findall(r'^import \{ (.+) \} from "\./(?:js/)?(\w+\.js)";', source, re.MULTILINE):
            wanted = set(names.split(", "))
            assert wanted <= exported[module], f"{name} wants {wanted - exported[module]} of {module}"
            rest = source.replace(f"import {{ {names} }}", "")
            assert all(re.search(rf"\b{one}\b", rest) for one in wanted), f"{name} imports what it doesn't use"


def test_a_port_in_use_is_told_in_one_line(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        monkeypatch.setattr(sys, "argv", ["playground", "--port", str(taken.getsockname()[1])])
        with pytest.raises(SystemExit):
            main()
    assert "address already in use" in capsys.readouterr().err.splitlines()[-1]


async def test_it_runs_by_itself() -> None:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot.playground", "--port", "0", stdout=asyncio.subprocess.PIPE
    )
    try:
        assert process.stdout
        line = (await process.stdout.readline()).decode()
        url = line.split()[-1]
        async with aiohttp.ClientSession() as session, session.get(f"{url}bot1000:TEST/getMe") as response:
            assert (await response.json())["ok"]
    finally:
        process.terminate()
        await process.communicate()
