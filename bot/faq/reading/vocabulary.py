"""The words a catalogue knows, and what a mistyped one most likely was."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from heapq import nsmallest
from itertools import chain
from typing import NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.faq.reading.language import MAX_INPUT
from bot.faq.reading.morphology import CYRILLIC, analyse, forms, is_known
from bot.faq.reading.slips import SLIP, by_ear, one_off, typing_cost
from bot.faq.remembered import remembered

_MIN_FUZZY = 4
LONGEST = 40  # no word of a question is longer
_INFLECTED = 5_000  # lemmas; rarer ones of a huge catalogue are known only as they are written
_EDITS = ((5, 1), (9, 2), (MAX_INPUT, 3))  # allowed in words up to such a length
_WEIGHED = 6  # of the nearest forms are compared slip by slip
_HEARD = 2  # letters that a word spelled by ear may differ in
_MISSING_SPACE = 1.3  # slips: fewer are likelier than a missing space
_NOT_OURS = 0.5  # added for a word that the catalogue lacks
_MIN_PART = 3  # letters, of words typed together with a typo in them
_PART_SLIPS = 1.2  # in one of them


@dataclass(frozen=True, slots=True)
class Token:
    """A word of the message as it was understood; `weight` (0 to 1) falls with every repair."""

    text: str
    weight: float = 1.0


class _Mended(NamedTuple):
    """What a word may have been, and how many slips lie between."""

    cost: float
    text: str

    def token(self, typed: str) -> Token:
        return Token(self.text, max(0.5, 1.0 - self.cost / len(typed)))


class Vocabulary:
    """Words of a catalogue and of its synonyms in all their forms."""

    def __init__(self, asked: Iterable[str], others: Iterable[str] = ()) -> None:
        """Normalised words: those asked with, the most frequent first, are known in all forms; others as given."""
        lemmas: dict[str, None] = {}
        self._forms = set(others)
        for word in asked:
            self._forms.add(word)
            if len(lemmas) < _INFLECTED and not analyse(word).function:
                lemmas.update(dict.fromkeys(analyse(word).lemmas))
        self._forms.update(chain.from_iterable(map(forms, lemmas)))
        self._by_edge: dict[tuple[int, str], list[str]] = {}
        self._by_sound: dict[str, str] = {}
        for form in sorted(self._forms):
            if len(form) >= _MIN_FUZZY:
                self._by_edge.setdefault((len(form), form[0]), []).append(form)
                self._by_edge.setdefault((len(form), f"-{form[-1]}"), []).append(form)
                self._by_sound.setdefault(by_ear(form), form)
        self.meant = remembered(self._meant)

    def __contains__(self, word: str) -> bool:
        return word in self._forms

    def _meant(self, word: str) -> tuple[Token, ...]:
        """The word itself where it is known, else what it most likely was before it was mistyped."""
        if word in self._forms or word.isdigit() or not _MIN_FUZZY <= len(word) <= LONGEST or self._is_russian(word):
            return (Token(word),)
        near = min(filter(None, (self._heard(word), self._nearest(word))), default=None)
        if near is None or near.cost > _NOT_OURS + SLIP:
            near = min(filter(None, (near, self._slipped(word))), default=None)
        if near is not None and near.cost < _MISSING_SPACE:
            return (near.token(word),)
        return self._split(word) or ((near.token(word),) if near else self._parted(word)) or (Token(word, 0.8),)

    def _is_russian(self, word: str) -> bool:
        return bool(CYRILLIC.search(word)) and is_known(word)

    def _heard(self, word: str) -> _Mended | None:
        """A form of ours that sounds the same."""
        form = self._by_sound.get(by_ear(word))
        return None if form is None or OSA.distance(word, form) > _HEARD else _Mended(typing_cost(word, form), form)

    def _slipped(self, word: str) -> _Mended | None:
        """A word of the language that isn't ours, one slip away: ours are meant more often."""
        found = next(filter(is_known, one_off(word)), None) if CYRILLIC.search(word) else None
        return None if found is None else _Mended(typing_cost(word, found) + _NOT_OURS, found)

    def _nearest(self, word: str) -> _Mended | None:
        """The likeliest form that the word was mistyped from: one with the same first letter, or else the same last."""
        limit = next(edits for length, edits in _EDITS if len(word) <= length)
        for edge in (word[0], f"-{word[-1]}"):
            near = [
                (far, form)
                for length in range(len(word) - limit, len(word) + limit + 1)
                for form, far, _ in process.extract(
                    word,
                    self._by_edge.get((length, edge), ()),
                    scorer=OSA.distance,
                    processor=None,
                    score_cutoff=limit,
                    limit=_WEIGHED,
                )
            ]
            if near:
                best = min(_Mended(typing_cost(word, form), form) for _, form in nsmallest(_WEIGHED, near))
                return best if best.cost <= limit else None
        return None

    def _split(self, word: str) -> tuple[Token, ...]:
        """Two words typed together; both must be known, one of them to the catalogue."""
        found: list[tuple[float, str, str]] = []
        for left, right in _cuts(word, 1):
            if (left in self._forms and self.stands(right)) or (right in self._forms and self.stands(left)):
                found.append((abs(len(left) - len(right)), left, right))
        return tuple(Token(part, 0.9) for part in min(found)[1:]) if found else ()

    def _parted(self, word: str) -> tuple[Token, ...]:
        """The same where a third word is in it, or a typo as well."""
        found: list[tuple[float, tuple[Token, ...]]] = []
        for left, right in _cuts(word, _MIN_PART):
            for known, other in ((left, right), (right, left)):
                if len(other) >= _MIN_FUZZY and known in self._forms:
                    rest = self._split(other) or self._mended(other)
                    parts = (Token(known, 0.9), *rest) if known is left else (*rest, Token(known, 0.9))
                    found.extend([(-sum(part.weight * len(part.text) for part in parts), parts)] if rest else ())
        return min(found, key=lambda pair: pair[0])[1] if found else ()

    def _mended(self, word: str) -> tuple[Token, ...]:
        near = self._nearest(word)
        return (near.token(word),) if near and near.cost <= _PART_SLIPS else ()

    def stands(self, word: str) -> bool:
        """Whether a word may stand alone: the dictionary knows every letter, so short ones must be function words."""
        if word in self._forms:
            return True
        known = analyse(word)
        return known.function and known.known if len(word) < _MIN_FUZZY else known.known


def _cuts(word: str, least: int) -> Iterator[tuple[str, str]]:
    """All ways to cut a word in two, the second part of three letters or more."""
    return ((word[:at], word[at:]) for at in range(least, len(word) - 2))
