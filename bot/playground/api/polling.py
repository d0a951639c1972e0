"""How updates reach the bot."""

import re
from typing import Any

from aiogram.methods import DeleteWebhook, GetUpdates, GetWebhookInfo, SetWebhook

from bot.playground.api.registry import Call, handles
from bot.playground.chats import Json
from bot.playground.errors import WEBHOOK_IS_SET, bad_request, conflict
from bot.playground.updates import MOST_AT_ONCE

LONGEST_POLL = 50  # seconds
MOST_CONNECTIONS = 40
SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")


@handles(GetUpdates)
async def get_updates(call: Call[GetUpdates]) -> list[Json]:
    method, updates = call.method, call.world.updates
    if call.world.webhook.url:
        raise conflict(WEBHOOK_IS_SET)
    if method.allowed_updates is not None:
        updates.allowed = list(method.allowed_updates)
    limit = min(max(method.limit or MOST_AT_ONCE, 1), MOST_AT_ONCE)
    seconds = min(max(method.timeout or 0, 0), LONGEST_POLL)
    return await updates.poll(method.offset or 0, limit, seconds)


@handles(SetWebhook)
async def set_webhook(call: Call[SetWebhook]) -> bool:
    method, world = call.method, call.world
    if method.secret_token and not SECRET.fullmatch(method.secret_token):
        raise bad_request("secret token contains unallowed characters")
    if method.url and not re.match(r"https?://", method.url):
        raise bad_request("invalid webhook URL specified")
    if method.allowed_updates is not None:
        world.updates.allowed = list(method.allowed_updates)
    if method.drop_pending_updates:
        world.updates.clear()
    if method.url:
        world.updates.end_poll(conflict("terminated by setWebhook request"))
    await world.webhook.set(method.url, method.secret_token or "", method.max_connections or MOST_CONNECTIONS)
    return True


@handles(DeleteWebhook)
async def delete_webhook(call: Call[DeleteWebhook]) -> bool:
    if call.method.drop_pending_updates:
        call.world.updates.clear()
    await call.world.webhook.set("")
    return True


@handles(GetWebhookInfo)
def get_webhook_info(call: Call[GetWebhookInfo]) -> Any:
    return call.world.webhook.info()
