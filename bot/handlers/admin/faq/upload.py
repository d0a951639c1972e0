"""Takes a file that an admin sent as the new FAQ.

Which version it was made from stands in its name, where it was downloaded here; otherwise it is the one that was in
force when the admin began.
"""

import re
from io import BytesIO

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest

from bot.faq.versions.press import FILE
from bot.handlers.admin.faq.propose import Proposals
from bot.handlers.caller import Caller
from bot.screens import editing
from bot.screens.screen import Screen, send
from bot.screens.versions import back
from bot.texts import Texts
from bot.yamlfiles import Problem
from bot.yamlfiles.document import MAX_BYTES

_VERSION = re.compile(r"\.v(\d{1,9})\b")


def file_name(version: int) -> str:
    """What a version's file is called."""
    return f"faq.v{version}.yaml"


def version_in(name: str | None, otherwise: int) -> int:
    """The version that a file was made from, by its name."""
    found = _VERSION.search(name or "")
    return min(int(found[1]), otherwise) if found else otherwise


class Uploads:
    """For the admin who is calling."""

    def __init__(self, bot: Bot, caller: Caller, texts: Texts, proposals: Proposals) -> None:
        self._bot = bot
        self._caller = caller
        self._texts = texts
        self._proposals = proposals

    async def take(self, file_id: str, name: str | None, size: int | None, begun: int) -> None:
        """Downloads and proposes it. Raises `NotAdmin`."""
        base = version_in(name, begun)
        if (size or 0) > MAX_BYTES:  # Telegram gives out no more than 20 MB anyway
            problem = Problem(name or FILE, 1, 1, "too-large", {"megabytes": MAX_BYTES // 2**20})
            await self._say(editing.refused(self._texts, [problem])[0])
            return
        try:
            content = await self._bot.download(file_id, BytesIO())
        except TelegramBadRequest:
            await self._say(Screen(self._texts.html("upload-away"), [back(self._texts)]))
            return
        raw = content.read() if content else b""
        await self._proposals.propose(raw, base, file=name or FILE)

    async def _say(self, screen: Screen) -> None:
        await send(self._bot, self._caller.chat_id, screen)
