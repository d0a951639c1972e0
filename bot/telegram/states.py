"""aiogram's state storage over the handling at hand: reads come from the visit, writes go out with the inbox mark."""

from collections.abc import Mapping
from typing import Any

from aiogram.fsm.state import State
from aiogram.fsm.storage.base import BaseStorage, DefaultKeyBuilder, StateType, StorageKey

from bot.storage.dialog_states import Remembered
from bot.telegram.handling import current

_keys = DefaultKeyBuilder(with_bot_id=True, with_destiny=True)


class HandlingStorage(BaseStorage):
    """Holds no state of its own, so it needs no lock and nothing to close."""

    async def set_state(self, key: StorageKey, state: StateType = None) -> None:
        """Remembers a state until the end of the handling."""
        name = state.state if isinstance(state, State) else state
        _change(key, Remembered(name, _now(key).data))

    async def get_state(self, key: StorageKey) -> str | None:
        """The state under a key."""
        return _now(key).state

    async def set_data(self, key: StorageKey, data: Mapping[str, Any]) -> None:
        """Remembers data until the end of the handling; an empty mapping deletes it."""
        _change(key, Remembered(_now(key).state, dict(data)))

    async def get_data(self, key: StorageKey) -> dict[str, Any]:
        """A copy of the data under a key."""
        return dict(_now(key).data)

    async def close(self) -> None:
        """Nothing is open."""


def _name(key: StorageKey) -> str:
    return _keys.build(key)


def _now(key: StorageKey) -> Remembered:
    return current().remembered(_name(key))


def _change(key: StorageKey, value: Remembered) -> None:
    current().changed[_name(key)] = value
