"""The bot's own HTTP: health, readiness, and Telegram's webhook where one is set."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import structlog
from aiohttp import web
from sqlmodel import Session

from bot.storage.database import Database
from bot.storage.faults import is_passing
from bot.storage.inbox import InboxRows
from bot.storage.outbox import OutboxRows

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
BODY_LIMIT = 1024 * 1024

log = structlog.get_logger(__name__)


class PortTaken(Exception):  # noqa: N818 - named as the sentence it tells
    """Another program listens there, and without the port no update would come."""

    def __init__(self, port: int) -> None:
        super().__init__(str(port))
        self.port = port


def application(database: Database, webhook: tuple[str, Handler] | None) -> web.Application:
    """`/health` and `/ready`, and the webhook at its path."""
    app = web.Application(client_max_size=BODY_LIMIT)

    async def health(_: web.Request) -> web.Response:
        def count(session: Session) -> dict[str, int]:
            inbox = InboxRows(session)
            return {
                "inbox": inbox.waiting(),
                "set_aside": len(inbox.set_aside()),
                "outbox": OutboxRows(session).depth(),
            }

        try:
            return web.json_response({"status": "ok", **await database.read(count)})
        except Exception as error:
            if not is_passing(error):
                raise
            return web.json_response({"status": "database away"}, status=503)

    app.router.add_get("/health", health)
    app.router.add_get("/ready", health)
    if webhook is not None:
        path, receive = webhook
        app.router.add_post(path, receive)
    return app


@asynccontextmanager
async def serving(app: web.Application, host: str, port: int, *, required: bool) -> AsyncIterator[None]:
    """Serves while the context is open; a taken port stops the start only where `required`.

    Raises `PortTaken`.
    """
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    try:
        try:
            await web.TCPSite(runner, host, port).start()
        except OSError as error:
            if required:
                raise PortTaken(port) from error
            log.warning("no health page: the port is taken", port=port, why=error.strerror)
        yield
    finally:
        await runner.cleanup()
