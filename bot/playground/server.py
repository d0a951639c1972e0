"""The Bot API over HTTP, for bots: `/bot<token>/<method>` and `/file/bot<token>/<path>`."""

import asyncio
import inspect
import json
import logging
from http import HTTPStatus
from typing import Any

from aiohttp import web

from bot.playground.api.registry import HANDLERS, METHODS, Call
from bot.playground.chats import Json
from bot.playground.errors import ApiError
from bot.playground.faults import Fault
from bot.playground.journal import Call as Record
from bot.playground.media import Upload
from bot.playground.params import build, decode, read_params
from bot.playground.world import World

logger = logging.getLogger(__name__)
LARGEST_REQUEST = 60 * 1024 * 1024


class BotApi:
    """Carries out calls: fault, validation, handler, journal."""

    def __init__(self, world: World) -> None:
        self.world = world
        world.webhook.reply = self._carry_out_reply

    def routes(self) -> list[web.RouteDef]:
        path = "/bot{token:[^/]+}/{method}"
        return [
            web.get(path, self.call, allow_head=False),
            web.post(path, self.call),
            web.get("/file/bot{token:[^/]+}/{path:.+}", self.file),
        ]

    async def call(self, request: web.Request) -> web.StreamResponse:
        if request.match_info["token"] != self.world.token:
            return _answer(ApiError(HTTPStatus.UNAUTHORIZED, "Unauthorized").body())
        try:
            params, uploads = await read_params(request)
        except ApiError as refusal:
            return _answer(refusal.body())
        name = _canonical(request.match_info["method"])
        fault = self.world.faults.strike(name, params.get("chat_id"))
        if fault:
            await asyncio.sleep(fault.delay)
        answer = await self._answer_unless(fault, name, params, uploads)
        if fault and fault.drop:
            return _hang_up(request)
        return _answer(answer)

    async def _answer_unless(
        self,
        fault: Fault | None,
        name: str,
        params: Json,
        uploads: dict[str, Upload],
    ) -> Json:
        """Carry the call out unless a fault stands before it; write it down either way."""
        refusal = fault.refusal() if fault else None
        if refusal is None and not (fault and fault.drop == "before"):
            return await self.carry_out(name, params, uploads, fault)
        answer = refusal.body() if refusal else {"ok": False}
        self._record(name, params, answer, fault, took_effect=False)
        return answer

    async def carry_out(self, name: str, params: Json, uploads: dict[str, Upload], fault: Fault | None = None) -> Json:
        """Validate and do; give the answer's JSON."""
        try:
            cls, params = decode(name, params, uploads)
            method = build(cls, params)
            result: Any = HANDLERS[method.__api_method__](Call(self.world, method, uploads))
            if inspect.isawaitable(result):
                result = await result
            answer = {"ok": True, "result": result}
        except ApiError as refusal:
            answer = refusal.body()
        except Exception:
            logger.exception("the playground failed at %s", name)
            answer = ApiError(HTTPStatus.INTERNAL_SERVER_ERROR, "Internal Server Error").body()
        self._record(name, params, answer, fault, took_effect=bool(answer["ok"]))
        return answer

    async def _carry_out_reply(self, name: str, params: Json) -> None:
        await self.carry_out(_canonical(name), params, {})

    def _record(self, name: str, params: Json, answer: Json, fault: Fault | None, *, took_effect: bool) -> None:
        status = HTTPStatus.OK if answer["ok"] else answer.get("error_code", 0)
        trouble = str(fault) if fault else None
        record = Record(name, params, self.world.now(), int(status), json.dumps(answer), took_effect, trouble)
        self.world.journal.add(record)
        if name != "getUpdates":
            self.world.bus.publish("call", method=name, status=int(status))

    async def file(self, request: web.Request) -> web.StreamResponse:
        if request.match_info["token"] != self.world.token:
            return _answer(ApiError(HTTPStatus.UNAUTHORIZED, "Unauthorized").body())
        stored = self.world.files.at(request.match_info["path"])
        if stored is None:
            return _answer(ApiError(HTTPStatus.NOT_FOUND, "Not Found").body())
        return web.Response(body=stored.data(), content_type="application/octet-stream")


def _canonical(name: str) -> str:
    """Methods' names are not case-sensitive."""
    method = METHODS.get(name.lower())
    return method.__api_method__ if method else name


def _answer(body: Json) -> web.Response:
    return web.json_response(body, status=HTTPStatus.OK if body["ok"] else body["error_code"])


def _hang_up(request: web.Request) -> web.Response:
    """Close the connection without a word."""
    if request.transport:
        request.transport.abort()
    return web.Response()
