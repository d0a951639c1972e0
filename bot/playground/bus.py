"""What happens in the playground, told to everyone who listens: waiting tests and open pages."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

Found = TypeVar("Found")


class Bus:
    """Events are plain JSON: `{"event": "message"|"edited"|"deleted"|"answer"|…, "chat_id": …, …}`."""

    def __init__(self) -> None:
        self._changed = asyncio.Event()
        self._listeners: set[asyncio.Queue[dict[str, Any] | None]] = set()

    def publish(self, event: str, **facts: Any) -> None:
        self._changed.set()
        self._changed = asyncio.Event()
        for queue in self._listeners:
            queue.put_nowait({"event": event, **facts})

    async def wait_for(self, look: Callable[[], Found | None], timeout: float) -> Found | None:  # noqa: ASYNC109 - the caller's patience is part of the question
        """Answer what `look` finds, asking again after each event, or None after `timeout` seconds."""
        try:
            async with asyncio.timeout(timeout):
                while (found := look()) is None:
                    await self._changed.wait()
        except TimeoutError:
            return look()
        return found

    async def listen(self) -> AsyncIterator[dict[str, Any]]:
        """Yield every event from now on, until the playground closes."""
        with self._listener() as queue:
            while (event := await queue.get()) is not None:
                yield event

    @contextmanager
    def _listener(self) -> Iterator[asyncio.Queue[dict[str, Any] | None]]:
        queue: asyncio.Queue[dict[str, Any] | None] = asyncio.Queue()
        self._listeners.add(queue)
        try:
            yield queue
        finally:
            self._listeners.discard(queue)

    def close(self) -> None:
        """Let all who listen go."""
        for queue in self._listeners:
            queue.put_nowait(None)
