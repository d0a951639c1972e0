"""What the FAQ lacks: questions that it left unanswered or answered badly, in groups of alike ones.

Unanswered: the bot knew nothing, or offered a choice and nothing followed (half as grave: one of it may have helped).
Badly answered: whoever asked said that it didn't help, went on to the next match, or opened a ticket. Small talk is
neither. What the FAQ in force would answer by now is no gap any more.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from hashlib import blake2s
from operator import attrgetter

from bot.faq.book import Book
from bot.faq.learning import alike
from bot.faq.matching.decide import Match
from bot.faq.reading.language import normalise, words
from bot.storage.questions import DECIDED
from bot.storage.tables import Followed, Question

SHOWN = 100
"""Groups, the gravest; nobody turns more pages."""
BAD = frozenset({Followed.NOT_HELPED, Followed.NEXT, Followed.TICKET})
"""What follows a bad answer."""
GOOD = frozenset({Followed.PICKED, Followed.HELPED})
_SILENCE = 0.5  # how grave a choice is that nothing followed
_TOLD = 10  # wordings of a group that are told


@dataclass(frozen=True, slots=True)
class Group:
    """Alike questions.

    `text` is the most typical wording, `wordings` begin with the most frequent; `came` counts what came of them: `none`
    and `suggest` where only silence followed, else what followed. `keys` name all wordings, `key` the central one.
    `nearest` is the entry that the most typical wording finds now.
    """

    key: str
    keys: frozenset[str]
    text: str
    wordings: tuple[str, ...]
    asked: tuple[datetime, ...]
    came: Mapping[str, int]
    gravity: float
    nearest: Match | None

    @property
    def count(self) -> int:
        """How many questions."""
        return len(self.asked)


def gaps(book: Book, questions: Iterable[Question]) -> list[Group]:
    """The gaps, the gravest first; a question is in one group at most, and their order doesn't matter."""
    wordings = _wordings(book, [question for question in questions if gravity(question)])
    readings = [wording.reading() for wording in wordings]
    together = [[wordings[at] for at in positions] for positions in alike.groups(readings)]
    together.sort(key=lambda group: (-sum(map(attrgetter("gravity"), group)), group[0].text))
    found = (_group(book, [wording for wording in group if not wording.settled(book)]) for group in together[:SHOWN])
    return sorted((group for group in found if group), key=lambda group: (-group.gravity, group.text))


def gravity(question: Question) -> float:
    """How much of a gap a question shows: 0 for none."""
    if question.decision not in DECIDED or question.followed in GOOD:
        return 0.0
    if question.decision == "none" or question.followed in BAD:
        return 1.0
    return _SILENCE if question.decision == "suggest" else 0.0


@dataclass(slots=True)
class _Wording:
    """Questions that read the same: typed with slips, in another layout or in Latin letters."""

    read: alike.Reading
    asked: list[Question] = field(default_factory=list)

    @property
    def gravity(self) -> float:
        return sum(map(gravity, self.asked))

    @property
    def text(self) -> str:
        """As it was typed most often, without slips where anybody managed to."""
        typed = Counter(" ".join(question.text.split()) for question in self.asked)
        return min(typed, key=lambda text: (not self._is_plain(text), -typed[text], len(text), text))

    @property
    def is_plain(self) -> bool:
        """Whether anybody typed it without slips."""
        return self._is_plain(self.text)

    @property
    def key(self) -> str:
        return blake2s(self.read.text.encode(), digest_size=8).hexdigest()

    def reading(self) -> alike.Reading:
        surest = max(self.asked, key=lambda question: (question.score or 0.0, question.entry_id or ""))
        return replace(self.read, times=len(self.asked), nearest=surest.entry_id, sure=surest.score or 0.0)

    def settled(self, book: Book) -> bool:
        """Whether it is answered by now, by an entry that it wasn't answered with."""
        decision = book.ask(self.text)
        bad = {name for question in self.asked for name in (*question.rejected, *_given(question))}
        return decision.kind == "answer" and decision.matches[0].id not in bad

    def _is_plain(self, text: str) -> bool:
        return " ".join(words(normalise(text))) == self.read.text


def _wordings(book: Book, questions: Sequence[Question]) -> list[_Wording]:
    """Questions by how they read; what holds no words tells nothing."""
    typed: dict[str, list[Question]] = {}
    for question in questions:
        typed.setdefault(question.text, []).append(question)
    found: dict[str, _Wording] = {}
    for text, asked in typed.items():
        read = book.read(text)
        if read.terms:
            found.setdefault(read.text, _Wording(alike.reading(read))).asked.extend(asked)
    return [found[text] for text in sorted(found)]


def _group(book: Book, wordings: Sequence[_Wording]) -> Group | None:
    if not wordings:
        return None
    asked = [question for wording in wordings for question in wording.asked]
    text = next((wording.text for wording in wordings if wording.is_plain), wordings[0].read.text)
    often = sorted(wordings, key=lambda wording: (not wording.is_plain, -len(wording.asked), wording.text))
    return Group(
        key=wordings[0].key,
        keys=frozenset(wording.key for wording in wordings),
        text=text,
        wordings=tuple(dict.fromkeys([text, *(wording.text for wording in often)]))[:_TOLD],
        asked=tuple(sorted(question.at for question in asked)),
        came=Counter(_came(asked)),
        gravity=sum(wording.gravity for wording in wordings),
        nearest=next(iter(book.ask(text).matches), None),
    )


def _given(question: Question) -> tuple[str | None, ...]:
    """The entry that a question was answered with at once."""
    return (question.entry_id,) if question.decision == "answer" else ()


def _came(asked: Iterable[Question]) -> Iterator[str]:
    for question in asked:
        yield question.followed.value or question.decision
