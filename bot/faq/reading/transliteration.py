"""Russian in Latin letters: what words could have been meant, by the dictionary and by sound."""

from collections.abc import Iterator
from functools import lru_cache
from heapq import nsmallest
from typing import NamedTuple

from bot.faq.reading.morphology import begin, go_on, is_known

# What Latin letters stand for, the likeliest first; several habits of transliteration at once.
_SOUNDS: dict[str, tuple[str, ...]] = {
    "tsya": ("ться", "тся"),
    "tsja": ("ться", "тся"),
    "tsia": ("ться", "тся", "ция", "циа"),
    "shch": ("щ",),
    "sch": ("щ", "сч"),
    "sh": ("ш", "щ"),
    "ch": ("ч",),
    "zh": ("ж",),
    "kh": ("х",),
    "ts": ("ц", "тс"),
    "ya": ("я",),
    "ja": ("я", "жа"),
    "ia": ("я", "иа"),
    "yu": ("ю",),
    "ju": ("ю", "жу"),
    "iu": ("ю", "иу"),
    "yo": ("е",),
    "jo": ("е", "жо"),
    "io": ("ио", "е"),
    "ye": ("е", "ые"),
    "je": ("е", "же"),
    "a": ("а",),
    "b": ("б",),
    "c": ("ц", "к", "с"),
    "d": ("д",),
    "e": ("е", "э"),
    "f": ("ф",),
    "g": ("г",),
    "h": ("х", "г"),
    "i": ("и", "й", "ы"),
    "j": ("й", "ж", "ь"),
    "k": ("к",),
    "l": ("л",),
    "m": ("м",),
    "n": ("н",),
    "o": ("о",),
    "p": ("п",),
    "q": ("к", "я"),
    "r": ("р",),
    "s": ("с",),
    "t": ("т",),
    "u": ("у", "ю"),
    "v": ("в",),
    "w": ("в", "ш"),
    "x": ("х", "кс"),
    "y": ("ы", "й", "и"),
    "z": ("з",),
    "'": ("ь", "ъ"),
    "`": ("ь",),
    "4": ("ч",),
    "6": ("ш",),
}
_LONGEST = 4
_BEAM = 24  # readings kept of a word that the dictionary lacks
_FOLLOWED = 48  # beginnings of dictionary words followed at once
_SOFT = frozenset("бвгджзклмнпрстфхцчшщ")  # a soft or a hard sign may follow, which transliteration leaves out


class _Begun(NamedTuple):
    """The beginning of a dictionary word: how far-fetched it is, its letters, and its place in the dictionary."""

    cost: int
    text: str
    place: int


def sounds(word: str) -> list[tuple[str, ...]] | None:
    """What each sound of a word may stand for; None for other signs."""
    found = []
    at = 0
    while at < len(word):
        size = next((n for n in range(_LONGEST, 0, -1) if word[at : at + n] in _SOUNDS), 0)
        if not size:
            return None
        found.append(_SOUNDS[word[at : at + size]])
        at += size
    return found


@lru_cache(maxsize=20_000)
def readings(word: str) -> tuple[str, ...]:
    """Spellings that a word may stand for, whether or not there are such words, the likeliest first."""
    beam = [""]
    for choices in sounds(word) or [()]:
        # the first letter of every reading before any second choice
        beam = [start + choice for choice in choices for start in beam][:_BEAM]
    return tuple(beam)


@lru_cache(maxsize=20_000)
def spellings(word: str) -> tuple[str, ...]:
    """Dictionary words that a word may stand for, signs that it leaves out put in, the likeliest first."""
    beam = [_Begun(0, "", begin())]
    for choices in sounds(word) or [()]:
        beam = nsmallest(_FOLLOWED, {one for begun in beam for one in _followed(begun, choices)})
    return tuple(dict.fromkeys(begun.text for begun in sorted(beam) if is_known(begun.text)))


def _followed(begun: _Begun, choices: tuple[str, ...]) -> Iterator[_Begun]:
    for cost, choice in enumerate(choices):
        for place in go_on(choice, begun.place):
            yield (here := _Begun(begun.cost + cost, begun.text + choice, place))
            if choice[-1] in _SOFT:
                for sign in "ьъ":
                    for after in go_on(sign, place):
                        yield _Begun(here.cost + 1, here.text + sign, after)
