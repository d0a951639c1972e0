"""What an entry could be made of: a group of questions, or an agent's reply with the question it answered.

Both come without personal data. A source is named on buttons: `7-<key>` and `30-<key>` are a group of a week and of a
month, `s-<number>` is a suggestion.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session

from bot.faq.learning.board import PERIODS, GapBoard
from bot.faq.learning.gaps import Group
from bot.faq.learning.mask import HIDDEN, masked
from bot.faq.library import Library
from bot.faq.matching.decide import Match
from bot.faq.talk import SmallTalk
from bot.storage.content import Content
from bot.storage.database import Database
from bot.storage.learning import Suggestions
from bot.storage.tables import FaqSuggestion, TicketMessage
from bot.storage.tickets import Tickets, content_of

LONGEST = 200
"""Characters of a question."""
VARIANTS = 5
WAITING = 50
"""Suggestions that are looked at: those of the last `REMEMBERED`."""
REMEMBERED = timedelta(days=90)
SUGGESTED = "s"
MOST_DIGITS = 19
"""Numbers come from buttons; the databases hold 64 bits."""

_UNMASKED = re.compile(r"(<[^>]*>|https?://[^\s<]+)")
_SENTENCE = re.compile(r"(?<=[.!?])\s+|\n+")


@dataclass(frozen=True, slots=True)
class Source:
    """Where a lesson comes from: a suggestion's number, or days and a group's key."""

    days: int = PERIODS[0]
    key: str = ""
    number: int | None = None

    @classmethod
    def parse(cls, name: str) -> "Source":
        """What a button names; nothing that exists for a name from another time."""
        kind, _, key = name.partition("-")
        if kind == SUGGESTED:
            return cls(number=int(key) if key.isascii() and key.isdigit() and len(key) < MOST_DIGITS else 0)
        return cls(int(kind), key) if kind in map(str, PERIODS) else cls()


@dataclass(frozen=True, slots=True)
class Lesson:
    """A question in a sentence, other ways to ask it, an answer's markup if there is one, and the nearest entry."""

    source: str
    question: str
    variants: tuple[str, ...] = ()
    answer: str = ""
    nearest: Match | None = None


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An agent's suggestion. `asked` is all that the subscriber wrote; `files`, whether the reply came with one."""

    number: int
    ticket_id: int
    agent: str
    asked: str
    lesson: Lesson
    files: bool
    declined: bool
    at: datetime


class Lessons:
    """Finds them; `markup` writes formatted words as HTML."""

    def __init__(self, database: Database, library: Library, board: GapBoard, markup: Callable[[Content], str]) -> None:
        self._database = database
        self._library = library
        self._board = board
        self._markup = markup

    async def of(self, source: str) -> Lesson | None:
        """What a button names, if it is still there."""
        named = Source.parse(source)
        if named.number is not None:
            suggestion = await self.suggestion(named.number)
            return suggestion.lesson if suggestion else None
        group = await self._board.group(named.days, named.key)
        return lesson_of(source, group, self._library.book.talk) if group else None

    async def suggestion(self, number: int) -> Suggestion | None:
        """An agent's suggestion by its number."""

        def read(session: Session) -> tuple[FaqSuggestion, TicketMessage | None, str] | None:
            row = Suggestions(session).of(number)
            if row is None:
                return None
            tickets = Tickets(session)
            return row, tickets.message(row.message_id), tickets.first_words(row.ticket_id)

        found = await self._database.read(read)
        if found is None or found[1] is None:
            return None
        return self._suggestion(found[0], found[1], masked(found[2]))

    async def waiting(self, now: datetime) -> list[Suggestion]:
        """Suggestions that nobody declined and whose question has no answer yet, the latest first."""
        rows = await self._database.read(lambda session: Suggestions(session).waiting(now - REMEMBERED, WAITING))
        found = [await self.suggestion(row.id or 0) for row in rows]
        return [one for one in found if one is not None and not self._is_answered(one.lesson)]

    def _suggestion(self, row: FaqSuggestion, reply: TicketMessage, asked: str) -> Suggestion:
        content = content_of(reply)
        question = in_short(asked, self._library.book.talk)
        lesson = Lesson(
            source=f"{SUGGESTED}-{row.id}",
            question=question,
            answer=masked_markup(self._markup(content)),
            nearest=next(iter(self._library.book.ask(question).matches), None),
        )
        return Suggestion(
            number=row.id or 0,
            ticket_id=row.ticket_id,
            agent=row.by_name,
            asked=asked,
            lesson=lesson,
            files=content.is_media,
            declined=row.declined_by is not None,
            at=row.at,
        )

    def _is_answered(self, lesson: Lesson) -> bool:
        return self._library.book.ask(lesson.question).kind == "answer"


def lesson_of(source: str, group: Group, talk: SmallTalk) -> Lesson:
    """What a group of questions teaches."""
    first, *others = dict.fromkeys(in_short(text, talk) for text in (group.text, *group.wordings))
    return Lesson(source, first, tuple(filter(None, others[:VARIANTS])), nearest=group.nearest)


def in_short(text: str, talk: SmallTalk) -> str:
    """The sentence of a text that asks, or else the first that isn't small talk, in one line."""
    sentences = [" ".join(part.split()) for part in _SENTENCE.split(text.replace(HIDDEN, " ").strip())]
    telling = [sentence for sentence in sentences if sentence and talk.kind_of(sentence) is None] or sentences
    asks = next((sentence for sentence in telling if sentence.endswith("?")), telling[0])
    return asks if len(asks) <= LONGEST else asks[:LONGEST].rpartition(" ")[0] or asks[:LONGEST]


def masked_markup(markup: str) -> str:
    """Markup without personal data; its tags, and the addresses of pages, stay."""
    parts = _UNMASKED.split(markup)
    return "".join(part if at % 2 else masked(part) for at, part in enumerate(parts)).strip()
