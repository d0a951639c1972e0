"""What was written at a step, and what the window says where it won't do."""

import re

from aiogram.types import Message
from aiogram_dialog import DialogManager

from bot.handlers.admin.faq.dialog.states import gathered
from bot.texts import Fact, Texts

LONGEST_QUESTION = 200
LONGEST_CATEGORY = 60


async def leave(manager: DialogManager) -> None:
    """The dialog has done its part; its window loses its buttons."""
    await manager.done()


def words_of(message: Message, manager: DialogManager, texts: Texts, limit: int | None = None) -> str:
    """What was written, if it is words and not too many; otherwise the window says why not."""
    words = (message.text or "").strip()
    if not words:
        remark(manager, texts, "step-not-text")
    elif limit is not None and len(words) > limit:
        remark(manager, texts, "step-too-long", limit=limit)
        return ""
    return words


def remark(manager: DialogManager, texts: Texts, message: str, **facts: Fact) -> None:
    """Has the window say it above what it shows, once."""
    gathered(manager)["said"] = texts.html(message, **facts)


def split(words: str, between: str) -> list[str]:
    """The parts of a list as people type it, each once; `between` is a pattern."""
    return list(dict.fromkeys(part.strip() for part in re.split(between, words) if part.strip()))
