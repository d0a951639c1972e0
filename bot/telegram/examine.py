"""Examines what Telegram says of the token, the group and the clock; changes nothing."""

from dataclasses import dataclass
from datetime import UTC
from email.utils import parsedate_to_datetime

import aiohttp
from aiogram import Bot
from aiogram.exceptions import TelegramNotFound, TelegramUnauthorizedError

from bot import clock
from bot.telegram.facts import GetChatFacts, GetMemberFacts
from bot.telegram.faults import TROUBLE, describe

RIGHTS = ("can_manage_topics", "can_pin_messages", "can_delete_messages")
TOLERATED_SECONDS = 30


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the doctor: `what` was looked at, `found` names a text `doctor-<what>-<found>`.

    `level` is `ok`, `warning` or `failed`; `facts` are the text's variables.
    """

    what: str
    level: str
    found: str
    facts: dict[str, str | int]


async def examine_telegram(bot: Bot) -> list[Finding]:
    """The token, and whether inline mode is on."""
    try:
        me = await bot.me()
    except (TelegramUnauthorizedError, TelegramNotFound):
        return [Finding("telegram", "failed", "refused", {})]
    except TROUBLE as error:
        return [Finding("telegram", "failed", "away", {"why": describe(error)})]
    inline = ("ok", "fine") if me.supports_inline_queries else ("warning", "off")
    return [Finding("telegram", "ok", "fine", {"name": me.username or ""}), Finding("inline", *inline, {})]


async def examine_group(bot: Bot, chat_id: int | None) -> Finding:
    """Whether the agents' group can be worked in."""
    if chat_id is None:
        return Finding("group", "warning", "unset", {})
    try:
        chat = await bot(GetChatFacts(chat_id=chat_id))
        member = await bot(GetMemberFacts(chat_id=chat_id, user_id=bot.id))
    except TROUBLE as error:
        return Finding("group", "failed", "away", {"why": describe(error)})
    title = chat.title or ""
    if chat.username:
        return Finding("group", "failed", "public", {"name": chat.username})
    if not member.is_administrator:
        return Finding("group", "failed", "not-admin", {})
    wanted = RIGHTS if chat.is_forum else RIGHTS[1:]
    missing = [right for right in wanted if not getattr(member, right, False)]
    if missing:
        return Finding("group", "failed", "rights", {"rights": ", ".join(missing)})
    return Finding("group", "ok", "fine" if chat.is_forum else "plain", {"title": title})


async def examine_clock(api_url: str) -> Finding:
    """Our clock beside the one in the server's `Date` header."""
    try:
        timeout = aiohttp.ClientTimeout(total=10)
        async with aiohttp.request("GET", api_url, allow_redirects=False, timeout=timeout) as response:
            theirs = parsedate_to_datetime(response.headers["Date"])
    except (aiohttp.ClientError, TimeoutError, KeyError, ValueError):
        return Finding("clock", "warning", "unknown", {})
    seconds = abs(round((clock.now() - theirs.astimezone(UTC)).total_seconds()))
    off = seconds > TOLERATED_SECONDS
    return Finding("clock", "failed" if off else "ok", "off" if off else "fine", {"seconds": seconds})
