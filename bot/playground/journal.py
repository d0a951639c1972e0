"""Every call that a bot made, with its answer: the proof of what was sent and what was not."""

import json
from collections import deque
from dataclasses import dataclass, field
from typing import Any

from bot.playground.chats import Json

KEPT_CALLS = 500_000


@dataclass(frozen=True)
class Call:
    """One call. `took_effect` is False if it was refused or a fault stood before it; `time` is Unix."""

    method: str
    params: Json
    time: float
    status: int
    body: str
    took_effect: bool
    fault: str | None = None

    @property
    def answer(self) -> Json:
        """The answer as it was then, whatever happened to the message later."""
        return dict(json.loads(self.body))

    @property
    def ok(self) -> bool:
        return bool(self.answer.get("ok"))

    @property
    def result(self) -> Any:
        return self.answer.get("result")

    @property
    def description(self) -> str:
        return str(self.answer.get("description", ""))


@dataclass
class Journal:
    _calls: deque[Call] = field(default_factory=lambda: deque(maxlen=KEPT_CALLS))

    def add(self, call: Call) -> None:
        self._calls.append(call)

    def calls(self, method: str | None = None, chat_id: int | None = None) -> list[Call]:
        """Give the calls in order; without `method`, all but the ever repeated getUpdates."""
        return [
            call
            for call in self._calls
            if (call.method.lower() == method.lower() if method else call.method != "getUpdates")
            and (chat_id is None or str(call.params.get("chat_id")) == str(chat_id))
        ]

    def clear(self) -> None:
        self._calls.clear()
