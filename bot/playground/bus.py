"""What happens in the playground, told to everyone who listens: waiting tests and open pages."""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

Found = TypeVar("Found")
Event = dict[str, Any]
Queue = asyncio.Queue[Event | None]


class Bus:
    """Events are plain JSON: `{"event": "message"|"edited"|"deleted"|"answer"|…, "chat_id": …, …}`."""

    def __init__(self) -> None:
        self._changes: dict[int, asyncio.Event] = {}  # by chat, so that a thousand waiters don't wake for one
        self._listeners: set[Queue] = set()

    def publish(self, event: str, chat_id: int | None = None, **facts: Any) -> None:
        if chat_id is not None and (change := self._changes.pop(chat_id, None)):
            change.set()
        for queue in self._listeners:
            queue.put_nowait({"event": event, "chat_id": chat_id, **facts})

    async def wait_for(
        self,
        chat_id: int,
        look: Callable[[], Found | None],
        timeout: float,  # noqa: ASYNC109 - the caller's patience is part of the question
    ) -> Found | None:
        """Answer what `look` finds, asking again after each event in the chat, or None after `timeout` seconds."""
        try:
            async with asyncio.timeout(timeout):
                while (found := look()) is None:
                    await self._changes.setdefault(chat_id, asyncio.Event()).wait()
        except TimeoutError:
            return look()
        return found

    @contextmanager
    def listening(self) -> Iterator[Queue]:
        """Give a queue of every event from now on; None in it means that the playground closes."""
        queue: Queue = asyncio.Queue()
        self._listeners.add(queue)
        try:
            yield queue
        finally:
            self._listeners.discard(queue)

    def close(self) -> None:
        """Let all who listen go."""
        for queue in self._listeners:
            queue.put_nowait(None)
