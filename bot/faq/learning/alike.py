"""Questions that ask the same thing in other words, put together by the matcher's own reading of them.

Two questions are alike as far as the words that tell something in one are met in the other, rare words weighing more;
a common best entry brings them nearer. Groups grow around the questions that are asked most often, or else in the
commonest words: so the order in which questions come doesn't matter, and no chain of neighbours joins what isn't alike.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from heapq import nlargest
from math import log

from bot.faq.matching.query import Query
from bot.faq.matching.terms import Key, Term, strength
from bot.faq.reading.slips import by_ear

ALIKE = 0.55  # of both questions' worth met in each other
_SAME_ENTRY = 0.25  # added where the same entry is surely the nearest
_COMPARED = 8  # groups that share most with a question
_SOUND = "="  # marks the key of how a word outside the dictionary sounds
_BY_EAR = 0.8  # proved by one


@dataclass(frozen=True, slots=True)
class Reading:
    """A question as far as it tells something; asked `times`, `sure` (0 to 1) that its `nearest` entry was meant."""

    text: str
    words: tuple[tuple[Key, ...], ...]  # for each word the keys it can be met by, the weakest first
    worth: tuple[float, ...]
    total: float
    times: int = 1
    nearest: str | None = None
    sure: float = 0.0


def reading(asked: Query) -> Reading:
    """What a question tells; one of nothing but common words (can I, please) tells what those do."""
    telling = [at for at, term in enumerate(asked.terms) if not term.word.weak] or range(len(asked.terms))
    worth = tuple(asked.worth[at] for at in telling)
    words = tuple(_keys(asked.terms[at]) for at in telling)
    return Reading(asked.text, words, worth, sum(worth))


def likeness(one: Reading, other: Reading) -> float:
    """How much of both is met in each other (0 to 1, and more with a common entry)."""
    met = _met(one, other) + _met(other, one)
    common = one.nearest is not None and one.nearest == other.nearest
    return met / (one.total + other.total) + (_SAME_ENTRY * min(one.sure, other.sure) if common else 0.0)


def groups(readings: Sequence[Reading]) -> list[list[int]]:
    """Positions of alike questions, each in one group; the first of a group is its centre."""
    found: dict[int, list[int]] = {}
    around = _Around(readings)
    for at in _by_commonness(readings):
        centre = around.centre_of(at)
        if centre is None:
            around.add(at)
            found[at] = [at]
        else:
            found[centre].append(at)
    return list(found.values())


class _Around:
    """The centres of groups, found by the keys of their words."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        self._readings = readings
        self._centres: dict[Key, list[int]] = {}

    def add(self, at: int) -> None:
        """Makes a question the centre of a group."""
        for key in {key for word in self._readings[at].words for key in word}:
            self._centres.setdefault(key, []).append(at)

    def centre_of(self, at: int) -> int | None:
        """The centre most like a question, if one is alike enough."""
        mine = self._readings[at]
        near = [
            (likeness(mine, self._readings[centre]), self._readings[centre].text, centre) for centre in self._near(mine)
        ]
        best = max(near, default=None)
        return best[2] if best is not None and best[0] >= ALIKE else None

    def _near(self, mine: Reading) -> list[int]:
        shared: dict[int, float] = {}
        for word, worth in zip(mine.words, mine.worth, strict=True):
            best: dict[int, float] = {}
            for key in word:  # the strongest come last and win
                best.update(dict.fromkeys(self._centres.get(key, ()), _proof(key) * worth))
            for centre, value in best.items():
                shared[centre] = shared.get(centre, 0.0) + value

        def share(centre: int) -> tuple[float, str]:
            other = self._readings[centre]
            return shared[centre] / (other.total + mine.total), other.text

        return nlargest(_COMPARED, shared, key=share)


@lru_cache(maxsize=20_000)
def _keys(term: Term) -> tuple[Key, ...]:
    """Kept once for all questions that have the word: they are many."""
    keys = term.own
    return keys if term.word.known else (f"{_SOUND}{by_ear(term.word.text)}", *keys)


def _proof(key: Key) -> float:
    return _BY_EAR if key.startswith(_SOUND) else strength(key)


def _met(one: Reading, other: Reading) -> float:
    there = {key for word in other.words for key in word}
    return sum(
        worth * max((_proof(key) for key in word if key in there), default=0.0)
        for word, worth in zip(one.words, one.worth, strict=True)
    )


def _by_commonness(readings: Sequence[Reading]) -> list[int]:
    """What is asked most often first, then what is asked in the words that most questions have."""
    had = Counter(key for reading in readings for key in {word[-1] for word in reading.words})

    def order(at: int) -> tuple[int, float, int, str]:
        one = readings[at]
        common = sum(worth * log(1 + had[word[-1]]) for word, worth in zip(one.words, one.worth, strict=True))
        return (-one.times, -common / one.total, len(one.words), one.text)

    return sorted(range(len(readings)), key=order)
