"""Takes updates that Telegram posts, and answers 200 only when the inbox has them."""

import hmac
import json
from collections.abc import Callable

import structlog
from aiohttp import web

from bot import clock
from bot.storage.database import Database
from bot.storage.inbox import InboxRows
from bot.telegram.arrivals import arrivals

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - a header's name

log = structlog.get_logger(__name__)


class Webhook:
    """One route; `arrived` is called after each stored update."""

    def __init__(self, secret: str, database: Database, arrived: Callable[[], None]) -> None:
        self._secret = secret.encode()
        self._database = database
        self._arrived = arrived

    async def receive(self, request: web.Request) -> web.Response:
        """Stores an update; 401 without the secret, 400 for what isn't JSON. Telegram repeats what didn't get 200."""
        shown = request.headers.get(SECRET_HEADER, "").encode(errors="surrogateescape")
        if not hmac.compare_digest(shown, self._secret):
            return web.Response(status=401)
        try:
            update = json.loads(await request.read())
        except (ValueError, RecursionError):  # the latter for brackets nested without end
            log.warning("webhook: not JSON")
            return web.Response(status=400)
        found = arrivals([update])
        await self._database.write(lambda session: InboxRows(session).store(found, clock.now()))
        self._arrived()
        return web.Response()
