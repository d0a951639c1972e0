"""The words a catalogue knows, and the reading of a message in them: layout, transliteration, typos, spaces."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from heapq import nsmallest
from itertools import chain
from typing import Literal

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.faq.language import MAX_INPUT, words
from bot.faq.morphology import analyse, forms, is_known
from bot.faq.scripts import english_layout, readings, russian_layout, softened
from bot.faq.slips import by_ear, one_off, typing_cost

_LATIN = re.compile("[a-z]")
_CYRILLIC = re.compile("[а-я]")
_MIN_FUZZY = 4
_MAX_FUZZY = 40  # no word of a question is longer
_INFLECTED = 5_000  # lemmas; rarer ones of a huge catalogue are known only as they are written
_EDITS = ((5, 1), (9, 2), (MAX_INPUT, 3))  # allowed in words up to such a length
_WEIGHED = 6  # of the nearest forms are compared slip by slip
_HEARD = 2  # letters that a word spelled by ear may differ in
_SURE = 0.85  # a typo mended so surely beats a missing space
_SENSE = 0.5
_LOOKED_UP = 16  # spellings of a transliterated word are sought in the dictionary
_TELLING = 0.8  # of a message in one reading makes sense: no other reading is tried


Mode = Literal["plain", "layout", "translit"]
MODES: tuple[Mode, ...] = ("plain", "layout", "translit")


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

    def read(self, text: str) -> list[Token]:
        """The words of a normalised text, repaired where a repair makes sense of them."""
        return self._joined(list(self._words(text)))

    def _words(self, text: str) -> Iterator[Token]:
        chunks = text.split()
        mode = self._mode(chunks)
        for chunk in chunks:
            for word in self._script(chunk, mode):
                yield from self.meant(word)

    def _mode(self, chunks: Sequence[str]) -> Mode:
        """How the Latin words of a message are meant, by a vote in which longer words count more."""
        latin = [chunk for chunk in chunks if _LATIN.search(chunk)]
        votes: dict[Mode, float] = {}
        for mode in MODES:
            read = [word for chunk in latin for word in self._read(chunk, mode)]
            votes[mode] = sum(len(word) * self._quality(word) for word in read) / (sum(map(len, read)) or 1)
            if votes[mode] > _TELLING:
                break
        return max(votes, key=lambda mode: votes[mode])

    def _script(self, chunk: str, mode: Mode) -> list[str]:
        plain = words(chunk)
        if not _LATIN.search(chunk):
            return self._other_layout(chunk, plain)
        if mode == "plain" or all(word.isdigit() or (word in self and len(word) > 1) for word in plain):
            return plain
        other = self._read(chunk, mode)
        return plain if all(map(self._sensible, plain)) and not all(map(self._sensible, other)) else other

    def _other_layout(self, chunk: str, plain: list[str]) -> list[str]:
        """Latin words of the catalogue typed in the Russian layout (цшаш: wifi)."""
        if all(map(self._sensible, plain)):
            return plain
        swapped = words(english_layout(chunk))
        return swapped if swapped and all(word in self for word in swapped) else plain

    def _read(self, chunk: str, mode: Mode) -> list[str]:
        if mode == "plain":
            return words(chunk)
        if mode == "translit":
            return [self._transliterated(word) for word in re.findall(r"[\w'`]+", chunk)]
        # signs that are letters in the Russian layout (б, ж, х, э, ю) end a Latin word as often as they belong to it
        whole, trimmed = words(russian_layout(chunk)), words(russian_layout(chunk.rstrip(",.?!;:)")))
        return trimmed if self._total(trimmed) > self._total(whole) else whole

    def _total(self, found: Sequence[str]) -> float:
        return sum(map(self._quality, found)) / len(found) if found else 0.0

    def _quality(self, word: str) -> float:
        if word in self._forms:
            return 1.0
        if _CYRILLIC.search(word):
            return 0.8 if is_known(word) else 0.0
        return 0.9 if analyse(word).weak else 0.1

    def _sensible(self, word: str) -> bool:
        return word.isdigit() or self._quality(word) > _SENSE

    def _transliterated(self, word: str) -> str:
        spelled = readings(word) if len(word) <= _MAX_FUZZY else ()
        if not spelled:
            return word
        candidates = [*spelled, *(soft for one in spelled[:4] for soft in softened(one))]
        ours = next(filter(self._forms.__contains__, candidates), None)
        return ours or next(filter(is_known, candidates[:_LOOKED_UP]), spelled[0])

    def _meant(self, word: str) -> tuple[Token, ...]:
        """The word itself where it is known, else what it most likely was before it was mistyped."""
        if word in self._forms or word.isdigit() or not _MIN_FUZZY <= len(word) <= _MAX_FUZZY:
            return (Token(word),)
        cyrillic = bool(_CYRILLIC.search(word))
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
            if (left in self._forms and self._stands(right)) or (right in self._forms and self._stands(left)):
                found.append((abs(len(left) - len(right)), left, right))
        if not found:
            return None
        _, left, right = min(found)
        return Token(left, 0.9), Token(right, 0.9)

    def _stands(self, word: str) -> bool:
        """Whether a word may stand alone: the dictionary knows every letter, so short ones must be function words."""
        if word in self._forms:
            return True
        known = analyse(word)
        return known.function and known.known if len(word) < _MIN_FUZZY else known.known

    def _joined(self, tokens: list[Token]) -> list[Token]:
        """Puts together what a space fell into (интер нет, вай фай)."""
        read: list[Token] = []
        for token in tokens:
            if read:
                whole = read[-1].text + token.text
                if whole in self._forms and not (self._stands(read[-1].text) and self._stands(token.text)):
                    read[-1] = Token(whole, 0.95)
                    continue
            read.append(token)
        return read
