"""The words a catalogue knows, and what a mistyped one most likely was."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from heapq import nsmallest
from itertools import chain

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.faq.language import MAX_INPUT
from bot.faq.morphology import CYRILLIC, analyse, forms, is_known
from bot.faq.slips import by_ear, one_off, typing_cost

_MIN_FUZZY = 4
LONGEST = 40  # no word of a question is longer
_INFLECTED = 5_000  # lemmas; rarer ones of a huge catalogue are known only as they are written
_EDITS = ((5, 1), (9, 2), (MAX_INPUT, 3))  # allowed in words up to such a length
_WEIGHED = 6  # of the nearest forms are compared slip by slip
_HEARD = 2  # letters that a word spelled by ear may differ in
_SURE = 0.85  # a typo mended so surely beats a missing space


@dataclass(frozen=True, slots=True)
class Token:
    """A word of the message as it was understood; `weight` (0 to 1) falls with every repair."""

    text: str
    weight: float = 1.0


class Vocabulary:
    """Words of a catalogue and of its synonyms in all their forms."""

    def __init__(self, asked: Iterable[str], others: Iterable[str] = ()) -> None:
        """Normalised words: those asked with, the most frequent first, are known in all forms; others as given."""
        lemmas: dict[str, None] = {}
        self._forms = set(others)
        for word in asked:
            self._forms.add(word)
            if len(lemmas) < _INFLECTED:
                lemmas.update(dict.fromkeys(analyse(word).lemmas))
        self._forms.update(chain.from_iterable(map(forms, lemmas)))
        self._by_edge: dict[tuple[int, str], list[str]] = {}
        self._by_sound: dict[str, str] = {}
        for form in sorted(self._forms):
            if len(form) >= _MIN_FUZZY:
                self._by_edge.setdefault((len(form), form[0]), []).append(form)
                self._by_edge.setdefault((len(form), f"-{form[-1]}"), []).append(form)
                self._by_sound.setdefault(by_ear(form), form)
        self.meant = lru_cache(maxsize=20_000)(self._meant)

    def __contains__(self, word: str) -> bool:
        return word in self._forms

    def _meant(self, word: str) -> tuple[Token, ...]:
        """The word itself where it is known, else what it most likely was before it was mistyped."""
        if word in self._forms or word.isdigit() or not _MIN_FUZZY <= len(word) <= LONGEST:
            return (Token(word),)
        cyrillic = bool(CYRILLIC.search(word))
        if cyrillic and is_known(word):
            return (Token(word),)
        heard = self._by_sound.get(by_ear(word))
        if heard is not None and OSA.distance(word, heard) <= _HEARD:
            return (Token(heard, 0.95),)
        parts = self._split(word)
        near = self._nearest(word)
        if near is not None and (parts is None or near.weight >= _SURE):
            return (near,)
        if parts is not None:
            return parts
        slip = next(filter(is_known, one_off(word)), None) if cyrillic else None
        return (Token(word if slip is None else slip, 0.8),)

    def _nearest(self, word: str) -> Token | None:
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
                cost, form = min((typing_cost(word, form), form) for _, form in nsmallest(_WEIGHED, near))
                return Token(form, max(0.5, 1.0 - cost / len(word))) if cost <= limit else None
        return None

    def _split(self, word: str) -> tuple[Token, ...] | None:
        """Two words typed together; both must be known, one of them to the catalogue."""
        found: list[tuple[float, str, str]] = []
        for at in range(1, len(word) - 2):
            left, right = word[:at], word[at:]
            if (left in self._forms and self.stands(right)) or (right in self._forms and self.stands(left)):
                found.append((abs(len(left) - len(right)), left, right))
        if not found:
            return None
        _, left, right = min(found)
        return Token(left, 0.9), Token(right, 0.9)

    def stands(self, word: str) -> bool:
        """Whether a word may stand alone: the dictionary knows every letter, so short ones must be function words."""
        if word in self._forms:
            return True
        known = analyse(word)
        return known.function and known.known if len(word) < _MIN_FUZZY else known.known
