"""How words get mistyped: by the finger (neighbouring keys, swaps, doubles) and by the ear (unstressed vowels)."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

_LETTERS = "абвгдежзийклмнопрстуфхцчшщъыьэюя"
_ROWS = ("йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю", "qwertyuiop", "asdfghjkl", "zxcvbnm")
_NEIGHBOURS = frozenset(pair for row in _ROWS for a, b in pairwise(row) for pair in ((a, b), (b, a)))
# endings and clusters written as they are heard
_BY_EAR = (
    ("тся", "ца"),
    ("ться", "ца"),
    ("ого", "ова"),
    ("его", "ива"),
    ("сч", "щ"),
    ("зч", "щ"),
    ("тс", "ц"),
    ("дс", "ц"),
)
_VOWELS = str.maketrans({"о": "а", "е": "и", "я": "и", "э": "и", "ы": "и", "й": "и", "ь": "", "ъ": "", "ю": "у"})
_VOICED = str.maketrans("бвгджз", "пфктшс")
_DOUBLED = re.compile(r"(.)\1+")
_SLIP = 0.6  # of an edit: what fingers and ears often do
_FIRST = 0.5  # added where even the first letter differs


@lru_cache(maxsize=100_000)
def by_ear(word: str) -> str:
    """A key that words spelled as they are heard have in common with their correct spelling."""
    for written, heard in _BY_EAR:
        word = word.replace(written, heard)
    return _DOUBLED.sub(r"\1", word.translate(_VOWELS).translate(_VOICED))


def one_off(word: str) -> Iterator[str]:
    """Words that one slip turns into this one, the likeliest kinds of slip first."""
    cuts = range(len(word))
    yield from (word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in cuts[:-1])
    yield from (word[:at] + word[at + 1 :] for at in cuts)
    for at in cuts:
        yield from (word[:at] + letter + word[at + 1 :] for letter in _TAKEN_FOR.get(word[at], ()))


def typing_cost(typed: str, meant: str) -> float:
    """The cheapest edits between two words (optimal string alignment), slips of the finger or the ear at a discount."""
    before: list[float] = []
    row = [float(n) for n in range(len(meant) + 1)]
    for i, letter in enumerate(typed, start=1):
        older, before, row = before, row, [float(i)]
        for j, wanted in enumerate(meant, start=1):
            cost = min(
                before[j - 1] + _replacing(letter, wanted),
                before[j] + _extra(typed, i - 1),
                row[j - 1] + _extra(meant, j - 1),
            )
            if i > 1 and j > 1 and letter == meant[j - 2] and wanted == typed[i - 2]:
                cost = min(cost, older[j - 2] + _SLIP)
            row.append(cost)
    return row[-1] + (_FIRST if typed[0] != meant[0] else 0.0)


def _replacing(letter: str, wanted: str) -> float:
    if letter == wanted:
        return 0.0
    return _SLIP if (letter, wanted) in _NEIGHBOURS or _alike(letter, wanted) else 1.0


def _alike(letter: str, other: str) -> bool:
    return letter.translate(_VOWELS).translate(_VOICED) == other.translate(_VOWELS).translate(_VOICED)


def _extra(word: str, at: int) -> float:
    """A letter that the other word lacks: cheap when doubled or mute."""
    doubled = (at and word[at - 1] == word[at]) or word[at : at + 2] == word[at] * 2
    return _SLIP if doubled or word[at] in "ьъ" else 1.0


_TAKEN_FOR = {
    letter: tuple(
        other for other in _LETTERS if other != letter and ((letter, other) in _NEIGHBOURS or _alike(letter, other))
    )
    for letter in _LETTERS
}
