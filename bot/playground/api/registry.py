"""Which function answers which method. aiogram's typed methods are the specification."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from aiogram.client.default import Default
from aiogram.methods import TelegramMethod
from pydantic import BaseModel

from bot.playground.chats import Json
from bot.playground.media import Upload
from bot.playground.world import World

Method = TypeVar("Method", bound=TelegramMethod[Any])
Value = TypeVar("Value")


@dataclass(frozen=True)
class Call(Generic[Method]):
    """A validated call with the files that came along, by name."""

    world: World
    method: Method
    uploads: dict[str, Upload]


Handler = Callable[[Call[Any]], Any]
METHODS: dict[str, type[TelegramMethod[Any]]] = {}
HANDLERS: dict[str, Handler] = {}


def handles(
    *methods: type[TelegramMethod[Any]],
) -> Callable[[Callable[[Call[Method]], Any]], Callable[[Call[Method]], Any]]:
    """Register a function as the answer to these methods; it may be a coroutine function."""

    def register(function: Callable[[Call[Method]], Any]) -> Callable[[Call[Method]], Any]:
        for method in methods:
            METHODS[method.__api_method__.lower()] = method
            HANDLERS[method.__api_method__] = function
        return function

    return register


def given(value: Value | Default | None) -> Value | None:
    """What the caller gave; aiogram's marks for "as the client's default says" mean that nothing came."""
    return None if isinstance(value, Default) else value


def plain(model: BaseModel | None) -> Json | None:
    """Give a typed parameter as the JSON that it came as."""
    if model is None:
        return None
    return model.model_dump(mode="json", exclude_unset=True, exclude_none=True, by_alias=True)


def plain_list(models: Any) -> list[Json] | None:
    return None if models is None else [plain(model) or {} for model in models]
