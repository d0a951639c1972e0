"""What admins are told of the FAQ's files."""

from pathlib import PurePath
from typing import Any

from aiogram.methods import SendMessage

from bot.screens.prepare.readers import Readers
from bot.screens.problems import paragraphs
from bot.storage.tables import Outbox
from bot.telegram.parcel import Parcel
from bot.telegram.rebuild import Place
from bot.yamlfiles import Problem

ROOM = 3000


class FaqRows:
    """A file that can't be used."""

    def __init__(self, readers: Readers) -> None:
        self._readers = readers

    async def refused(self, row: Outbox, place: Place) -> Parcel:
        """What is wrong with it, and where."""
        texts = await self._readers.of(place.chat_id)
        problems = [_problem(kept) for kept in row.facts["problems"]]
        shown, left = paragraphs(problems, texts, ROOM)
        left += row.facts["count"] - len(problems)
        file = PurePath(problems[0].file).name
        parts = [texts.html("faq-file-refused", file=file), shown]
        if left:
            parts.append(texts.html("faq-file-more", count=left))
        return Parcel(SendMessage(text="\n\n".join(parts), **place.parameters()))


def _problem(kept: dict[str, Any]) -> Problem:
    return Problem(**kept)
