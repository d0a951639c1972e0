"""What happens, as it happens: server-sent events, one JSON object each."""

import asyncio
import json

from aiohttp import web

from bot.playground.bus import Bus

HEARTBEAT_SECONDS = 15.0


async def stream(bus: Bus, request: web.Request) -> web.StreamResponse:
    headers = {"Content-Type": "text/event-stream", "Cache-Control": "no-store"}
    response = web.StreamResponse(headers=headers)
    with bus.listening() as queue:
        await response.prepare(request)
        await response.write(b": hello\n\n")
        try:
            while line := await _next_line(queue):
                await response.write(line)
        except ConnectionError:
            return response
    return response


async def _next_line(queue: asyncio.Queue[dict[str, object] | None]) -> bytes | None:
    """Give the next event's line, or a sign of life; None at the end."""
    try:
        async with asyncio.timeout(HEARTBEAT_SECONDS):
            event = await queue.get()
    except TimeoutError:
        return b": still here\n\n"
    if event is None:
        return None
    return f"data: {json.dumps(event, ensure_ascii=False)}\n\n".encode()
