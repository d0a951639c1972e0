"""`/play/…`: JSON in, JSON out; `{"error": …}` with 400 for what a person couldn't do, 404 for who isn't there."""

import json
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from aiohttp import web
from pydantic import ValidationError

from bot.playground.chats import Json
from bot.playground.errors import ApiError
from bot.playground.group import Group
from bot.playground.play import inputs
from bot.playground.play.actions import ACTIONS
from bot.playground.play.state import faults_state, whole_state
from bot.playground.play.stream import stream
from bot.playground.play.uploads import take_files

if TYPE_CHECKING:
    from bot.playground.playground import Playground

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
PAGE = Path(__file__).parent.parent / "page"


def play_routes(pg: "Playground") -> list[web.AbstractRouteDef]:
    play = Play(pg)
    return [
        web.get("/", play.page),
        web.static("/page", PAGE),
        web.get("/play/state", told(play.state)),
        web.get("/play/events", play.events),
        web.get("/play/files/{file_id}", play.file),
        web.get("/play/calls", told(play.calls)),
        web.post("/play/people", told(play.new_person)),
        web.post("/play/people/{person}/files", told(play.files)),
        web.post("/play/people/{person}/{action}", told(play.act)),
        web.post("/play/groups", told(play.new_group)),
        web.post("/play/groups/{group}/topics", told(play.topic)),
        web.get("/play/faults", told(play.faults)),
        web.post("/play/faults", told(play.new_fault)),
        web.delete("/play/faults", told(play.no_faults)),
        web.post("/play/inject", told(play.inject)),
        web.post("/play/advance", told(play.advance)),
    ]


def told(handler: Callable[[web.Request], Awaitable[Any]]) -> Handler:
    """Answer in JSON; tell what was wrong, if a person couldn't do that."""

    async def answer(request: web.Request) -> web.StreamResponse:
        try:
            return web.json_response(await handler(request))
        except KeyError as error:
            return web.json_response({"error": f"there is no {error.args[0]}"}, status=404)
        except (ApiError, AssertionError, ValidationError, ValueError) as error:
            return web.json_response({"error": str(error)}, status=400)

    return answer


class Play:
    def __init__(self, pg: "Playground") -> None:
        self.pg = pg

    async def page(self, _: web.Request) -> web.StreamResponse:
        return web.FileResponse(PAGE / "index.html")

    async def state(self, _: web.Request) -> Json:
        return whole_state(self.pg)

    async def events(self, request: web.Request) -> web.StreamResponse:
        return await stream(self.pg.world.bus, request)

    async def file(self, request: web.Request) -> web.StreamResponse:
        try:
            stored = self.pg.world.files.get(request.match_info["file_id"])
        except ApiError as refusal:
            return web.json_response(refusal.body(), status=404)
        return web.Response(
            body=stored.data(),
            content_type=stored.mime.partition(";")[0],
            headers={"Content-Disposition": "inline", "Cache-Control": "max-age=3600"},
        )

    async def calls(self, request: web.Request) -> list[Json]:
        found = self.pg.calls(request.query.get("method"))
        return [
            {"method": call.method, "params": call.params, "time": call.time, "answer": call.answer} for call in found
        ]

    async def act(self, request: web.Request) -> Json:
        shape, action = ACTIONS[request.match_info["action"]]
        person = self.pg.people[int(request.match_info["person"])]
        return await action(self.pg, person, shape.model_validate(await _body(request)))

    async def files(self, request: web.Request) -> list[Json]:
        return await take_files(self.pg, self.pg.people[int(request.match_info["person"])], request)

    async def new_person(self, request: web.Request) -> Json:
        asked = inputs.NewPerson.model_validate(await _body(request))
        details = asked.model_dump(exclude={"id", "first_name"})
        return self.pg.person(asked.id, asked.first_name, **details).user

    async def new_group(self, request: web.Request) -> Json:
        asked = inputs.NewGroup.model_validate(await _body(request))
        details = asked.model_dump(exclude={"id", "title", "members", "admins"})
        members = [self.pg.people[number] for number in asked.members]
        admins = [self.pg.people[number] for number in asked.admins]
        return self.pg.group(asked.id, asked.title, **details, members=members, admins=admins).chat.wire()

    async def topic(self, request: web.Request) -> Json:
        asked = inputs.Poke.model_validate(await _body(request))
        group = Group(self.pg.world, self.pg.world.chats[int(request.match_info["group"])])
        if asked.thread is None:
            return group.open_topic(asked.name or "Тема").wire()
        return _poke(group, asked.thread, asked)

    async def faults(self, _: web.Request) -> list[Json]:
        return faults_state(self.pg)

    async def new_fault(self, request: web.Request) -> list[Json]:
        asked = inputs.NewFault.model_validate(await _body(request))
        self.pg.faults.add(**asked.model_dump())
        return faults_state(self.pg)

    async def no_faults(self, _: web.Request) -> list[Json]:
        self.pg.faults.clear()
        return []

    async def inject(self, request: web.Request) -> Json:
        return {"update_id": self.pg.inject(await _body(request))}

    async def advance(self, request: web.Request) -> Json:
        self.pg.advance(inputs.Advance.model_validate(await _body(request)).seconds)
        return {"now": self.pg.world.now()}


def _poke(group: Group, thread: int, asked: inputs.Poke) -> Json:
    topic = group.chat.topics[thread]
    if asked.name:
        group.rename_topic(thread, asked.name)
    if asked.closed is not None:
        (group.close_topic if asked.closed else group.reopen_topic)(thread)
    if asked.deleted:
        group.delete_topic(thread)
    return topic.wire()


async def _body(request: web.Request) -> Json:
    content = json.loads(await request.read() or b"{}")
    if not isinstance(content, dict):
        raise ValueError("a JSON object is expected")  # noqa: TRY004 - the caller's value, told as 400
    return content
