"""From an HTTP request to a call checked by aiogram's own typed method."""

import json
import types
import typing
from functools import cache
from http import HTTPStatus
from typing import Any

import aiogram.methods
from aiogram.methods import TelegramMethod
from aiohttp import BodyPartReader, web
from aiohttp.multipart import MultipartReader
from pydantic import ValidationError

from bot.playground.api.registry import METHODS
from bot.playground.chats import Json
from bot.playground.errors import ApiError, bad_request
from bot.playground.media import LARGEST_UPLOAD, Upload

Params = tuple[Json, dict[str, Upload]]
EMPTY = {
    "chat_id": "chat_id is empty",
    "text": "message text is empty",
    "message_id": "message identifier is not specified",
    "message_ids": "message identifiers are not specified",
    "media": "media is empty",
    "file_id": "file_id not specified",
}
UNREADABLE = {
    "reply_markup": "can't parse reply keyboard markup JSON object",
    "reply_parameters": "can't parse reply parameters JSON object",
    "media": "can't parse media JSON object",
    "commands": "can't parse commands JSON object",
    "options": "can't parse options JSON object",
    "results": "can't parse inline query results JSON object",
}


async def read_params(request: web.Request) -> Params:
    """Read query string and body, which may be JSON, a form, or multipart with files."""
    params: Json = dict(request.query)
    uploads: dict[str, Upload] = {}
    if request.content_type == "application/json":
        params |= _json_body(await request.read())
    elif request.content_type == "application/x-www-form-urlencoded":
        params |= {key: value for key, value in (await request.post()).items() if isinstance(value, str)}
    elif request.content_type.startswith("multipart/"):
        await _read_parts(await request.multipart(), params, uploads)
    return params, uploads


def _json_body(body: bytes) -> Json:
    try:
        content = json.loads(body or b"{}")
    except ValueError:
        raise bad_request("can't parse JSON object") from None
    if not isinstance(content, dict):
        raise bad_request("object expected")
    return content


async def _read_parts(reader: MultipartReader, params: Json, uploads: dict[str, Upload]) -> None:
    async for part in reader:
        if not isinstance(part, BodyPartReader) or part.name is None:
            continue
        content = bytes(await part.read(decode=False))
        if len(content) > LARGEST_UPLOAD:
            raise ApiError(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "Request Entity Too Large")
        if part.filename is None:
            params[part.name] = content.decode()
        else:
            uploads[part.name] = Upload(content, part.filename, part.headers.get("Content-Type"))
            params.setdefault(part.name, f"attach://{part.name}")


def decode(name: str, params: Json, uploads: dict[str, Upload]) -> tuple[type[TelegramMethod[Any]], Json]:
    """Find the method and read its parameters' JSON; an unknown parameter is refused, a typing error as a rule."""
    cls = METHODS.get(name.lower())
    if cls is None:
        raise unknown_method(name)
    fields = cls.model_fields
    known = {key: value for key, value in params.items() if key in fields or key not in uploads}
    if unknown := known.keys() - fields.keys():
        raise bad_request(f"unknown parameter {min(unknown)} in {cls.__api_method__}")
    return cls, {key: _decoded(cls, key, value) for key, value in known.items() if value is not None}


def unknown_method(name: str) -> ApiError:
    """Telegram knows no such method, or it does but the playground has none of it."""
    if hasattr(aiogram.methods, name[:1].upper() + name[1:]):
        return ApiError(HTTPStatus.NOT_IMPLEMENTED, f"Not Implemented: the playground has no {name}")
    return ApiError(HTTPStatus.NOT_FOUND, "Not Found: method not found")


def build(cls: type[TelegramMethod[Any]], values: Json) -> TelegramMethod[Any]:
    """Make the typed call; malformed and missing parameters are refused."""
    try:
        return cls.model_validate(values)
    except ValidationError as error:
        raise bad_request(_complaint(error)) from None


def _decoded(cls: type[TelegramMethod[Any]], key: str, value: Any) -> Any:
    """Nested parameters may come as JSON in a string, ids as digits."""
    if not isinstance(value, str):
        return value
    if _takes_text(cls, key):
        return int(value) if key.endswith("chat_id") and value.lstrip("-").isdigit() else value
    try:
        return json.loads(value)
    except ValueError:
        if key in UNREADABLE:
            raise bad_request(UNREADABLE[key]) from None
        return value


@cache
def _takes_text(cls: type[TelegramMethod[Any]], key: str) -> bool:
    return str in _alternatives(cls.model_fields[key].annotation)


def _alternatives(annotation: Any) -> set[Any]:
    if typing.get_origin(annotation) in (typing.Union, types.UnionType):
        return {kind for part in typing.get_args(annotation) for kind in _alternatives(part)}
    return {annotation}


def _complaint(error: ValidationError) -> str:
    first = error.errors()[0]
    name = str(first["loc"][0]) if first["loc"] else "parameters"
    if first["type"] == "missing" and len(first["loc"]) == 1:
        return EMPTY.get(name, f'parameter "{name}" is required')
    where = ".".join(str(part) for part in first["loc"])
    return UNREADABLE.get(name, f"can't parse {name}") + f" ({where}: {first['msg']})"
