"""A message as it was meant: the wrong layout, transliteration, typos and misplaced spaces read through."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Literal

from bot.faq.reading.language import words
from bot.faq.reading.layout import english_layout, russian_layout
from bot.faq.reading.morphology import CYRILLIC, analyse, is_known
from bot.faq.reading.transliteration import readings, spellings
from bot.faq.reading.vocabulary import LONGEST, Token, Vocabulary

_LATIN = re.compile("[a-z]")
_HEAD, _TAIL = 96, 48  # words of a very long message are read, where questions stand
_CHUNK = 100  # signs without a space between them are read; what is longer is no talk
_VOTERS = 32  # Latin words tell how all of them are meant
_MENDED = 24  # unknown words of a message are looked into; more of them are no typos
_SENSE = 0.5
_TELLING = 0.8  # of a message in one reading makes sense: no other reading is tried

Mode = Literal["plain", "layout", "translit"]
MODES: tuple[Mode, ...] = ("plain", "layout", "translit")


class Reader:
    """Reads messages with the words of a catalogue in mind."""

    def __init__(self, known: Vocabulary) -> None:
        self._known = known

    def read(self, text: str) -> list[Token]:
        """The words of a normalised text, repaired where a repair makes sense of them."""
        return self._joined(list(self._words(text)))

    def _words(self, text: str) -> Iterator[Token]:
        chunks = [chunk[:_CHUNK] for chunk in text.split()]
        if len(chunks) > _HEAD + _TAIL:
            chunks = [*chunks[:_HEAD], *chunks[-_TAIL:]]
        mode = self._mode(chunks)
        mended = 0
        for word in islice((word for chunk in chunks for word in self._script(chunk, mode)), _HEAD + _TAIL):
            if word in self._known or word.isdigit() or is_known(word):
                yield Token(word)
            elif mended < _MENDED:
                mended += 1
                yield from self._known.meant(word)
            else:
                yield Token(word)

    def _mode(self, chunks: Sequence[str]) -> Mode:
        """How the Latin words of a message are meant, by a vote in which longer words count more."""
        latin = [chunk for chunk in chunks if _LATIN.search(chunk)][:_VOTERS]
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
        if mode == "plain" or all(word.isdigit() or (word in self._known and len(word) > 1) for word in plain):
            return plain
        other = self._read(chunk, mode)
        return plain if all(map(self._sensible, plain)) and not all(map(self._sensible, other)) else other

    def _other_layout(self, chunk: str, plain: list[str]) -> list[str]:
        """Latin words of the catalogue typed in the Russian layout (цшаш: wifi)."""
        if all(map(self._sensible, plain)):
            return plain
        swapped = words(english_layout(chunk))
        return swapped if swapped and all(word in self._known for word in swapped) else plain

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
        if word in self._known:
            return 1.0
        if CYRILLIC.search(word):
            return 0.8 if is_known(word) else 0.0
        return 0.9 if analyse(word).weak else 0.1

    def _sensible(self, word: str) -> bool:
        return word.isdigit() or self._quality(word) > _SENSE

    def _transliterated(self, word: str) -> str:
        if len(word) > LONGEST:
            return word
        spelled = (*spellings(word), *readings(word))
        return next(filter(self._known.__contains__, spelled), spelled[0] if spelled else word)

    def _joined(self, tokens: list[Token]) -> list[Token]:
        """Puts together what a space fell into (интер нет, вай фай)."""
        read: list[Token] = []
        for token in tokens:
            if read:
                whole = read[-1].text + token.text
                if whole in self._known and not (self._known.stands(read[-1].text) and self._known.stands(token.text)):
                    read[-1] = Token(whole, 0.95)
                    continue
            read.append(token)
        return read
