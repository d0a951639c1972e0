"""What words are used near each other in Russian: a small table of word vectors, made once from a large corpus.

`meanings.bin` holds the 25,000 most frequent lemmas with 80 numbers of one byte each. It was made from navec's news
embeddings (MIT licence) by `tests/faq/bench/make_meanings.py`, which tells how.
"""

import struct
from array import array
from collections.abc import Iterable, Sequence
from functools import cache
from math import sqrt
from operator import mul
from pathlib import Path

from bot.faq.remembered import remembered

SCALE = 254.0  # numbers of unit vectors are kept as bytes
_FILE = Path(__file__).with_name("meanings.bin")
_HEAD = struct.Struct("<III")

# of a byte as kept: "1" where it is positive, "0" elsewhere
_SIGNS = b"0" + b"1" * 127 + b"0" * 128

Vector = Sequence[float]  # of length 1


class Meanings:
    """Unit vectors of lemmas; words that it doesn't know have none."""

    def __init__(self, raw: bytes) -> None:
        count, self.size, length = _HEAD.unpack_from(raw)
        self.lemmas = raw[_HEAD.size : _HEAD.size + length].decode().split("\n")
        self._at = dict(zip(self.lemmas, range(count), strict=True))
        self._rows = memoryview(raw)[_HEAD.size + length :].cast("b")
        self.of_word = remembered(self._of_word)

    def row(self, lemma: str) -> Sequence[int] | None:
        """The numbers of a lemma as they are kept."""
        at = self._at.get(lemma)
        return None if at is None else self._row(at)

    def rank(self, lemmas: Iterable[str]) -> int | None:
        """How many lemmas are more frequent in the language than the commonest of these; None where unknown."""
        return min((at for at in map(self._at.get, lemmas) if at is not None), default=None)

    def _of_word(self, lemmas: tuple[str, ...]) -> Sequence[float] | None:
        """The numbers of a word, the mean over the lemmas that it may be of."""
        found = [self._row(at) for at in map(self._at.get, lemmas) if at is not None]
        if len(found) > 1:
            return [sum(column) / len(found) for column in zip(*found, strict=True)]
        return found[0] if found else None

    def of_text(self, weighted: Iterable[tuple[tuple[str, ...], float]]) -> Vector | None:
        """The direction of a text: its words (as lemmas) by their worth. None where no word is known."""
        total = [0.0] * self.size
        empty = True
        for lemmas, worth in weighted:
            row = self.of_word(lemmas)
            if row is not None:
                empty = False
                total = [so_far + worth * number for so_far, number in zip(total, row, strict=True)]
        return None if empty else unit(total)

    def _row(self, at: int) -> memoryview:
        return self._rows[at * self.size : (at + 1) * self.size]


@cache
def meanings() -> Meanings:
    """The table, read on first use."""
    return Meanings(_FILE.read_bytes())


def write(lemmas: Sequence[str], size: int, rows: bytes) -> None:
    """Replaces the table; `rows` are signed bytes, `size` for each lemma."""
    names = "\n".join(lemmas).encode()
    _FILE.write_bytes(_HEAD.pack(len(lemmas), size, len(names)) + names + rows)


def unit(vector: Sequence[float]) -> Vector | None:
    """The vector at length 1, None for a zero one."""
    length = sqrt(sum(map(mul, vector, vector)))
    return array("d", [number / length for number in vector]) if length else None


def total(vectors: Iterable[Vector]) -> Vector | None:
    """The common direction of several."""
    return unit([sum(column) for column in zip(*vectors, strict=True)])


def alike(one: Vector | None, other: Vector | None) -> float:
    """Cosine of two unit vectors; 0 where one is missing."""
    return sum(map(mul, one, other)) if one and other else 0.0


def sketch(vector: Sequence[float] | None) -> int:
    """The signs of a vector as bits: a coarse likeness that `int.bit_count` compares in no time."""
    if vector is None:
        return 0
    if isinstance(vector, memoryview):
        return int(bytes(vector).translate(_SIGNS), 2)
    return int("".join(["1" if number > 0 else "0" for number in vector]), 2)
