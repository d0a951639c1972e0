"""How words get mistyped: by the finger (neighbouring keys, swaps, doubles) and by the ear (unstressed vowels)."""

import re
from collections.abc import Iterator
from itertools import pairwise, permutations

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
# unstressed vowels and consonants at a word's end sound alike; signs are mute
_SOUND = str.maketrans("оеяэыйюбвгджз", "аиииииупфктшс", "ьъ")
_DOUBLED = re.compile(r"(.)\1+")
SLIP = 0.6  # of an edit: what fingers and ears often do
_FIRST = 0.5  # added where even the first letter differs


def by_ear(word: str) -> str:
    """A key that words spelled as they are heard have in common with their correct spelling."""
    for written, heard in _BY_EAR:
        if written in word:
            word = word.replace(written, heard)
    return _DOUBLED.sub(r"\1", word.translate(_SOUND))


def one_off(word: str) -> Iterator[str]:
    """Words that one slip turns into this one, the likeliest kinds of slip first."""
    cuts = range(len(word))
    yield from (word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in cuts[:-1])
    yield from (word[:at] + word[at + 1 :] for at in cuts)
    for at in cuts:
        yield from (word[:at] + letter + word[at + 1 :] for letter in _TAKEN_FOR.get(word[at], ()))


def typing_cost(typed: str, meant: str) -> float:
    """The cheapest edits between two words (optimal string alignment), slips of the finger or the ear at a discount."""
    extra, lacking = _extras(typed), _extras(meant)
    before: list[float] = []
    row = [float(n) for n in range(len(meant) + 1)]
    for i, letter in enumerate(typed):
        older, before, row = before, row, [i + 1.0]
        for j, wanted in enumerate(meant):
            cost = before[j]
            if letter != wanted:
                cost += SLIP if (letter, wanted) in _CONFUSED else 1.0
            cost = min(cost, before[j + 1] + extra[i], row[j] + lacking[j])
            if i and j and letter == meant[j - 1] and wanted == typed[i - 1]:
                cost = min(cost, older[j - 1] + SLIP)
            row.append(cost)
    return row[-1] + (_FIRST if typed[0] != meant[0] else 0.0)


def _extras(word: str) -> list[float]:
    """What each letter costs where the other word lacks it: little if it is mute or doubled."""
    around = zip(f" {word}", word, f"{word[1:]} ", strict=False)
    return [SLIP if letter in "ьъ" or letter in (before, after) else 1.0 for before, letter, after in around]


def _alike(letter: str, other: str) -> bool:
    return letter.translate(_SOUND) == other.translate(_SOUND)


_CONFUSED = _NEIGHBOURS | {(a, b) for a, b in permutations(_LETTERS, 2) if _alike(a, b)}
_TAKEN_FOR = {letter: tuple(other for other in _LETTERS if (letter, other) in _CONFUSED) for letter in _LETTERS}
