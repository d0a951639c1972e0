"""The wrong keyboard layout and Latin transliteration: what Russian words could have been meant."""

from functools import lru_cache
from itertools import combinations

_RUSSIAN_KEYS = "йцукенгшщзхъфывапролджэячсмитьбю.ё"
_ENGLISH_KEYS = "qwertyuiop[]asdfghjkl;'zxcvbnm,./`"
_TO_RUSSIAN = str.maketrans(_ENGLISH_KEYS + '{}:"<>~', _RUSSIAN_KEYS + "хъжэбюё")
_TO_ENGLISH = str.maketrans(_RUSSIAN_KEYS, _ENGLISH_KEYS)

# What Latin letters stand for, the likeliest first; several habits of transliteration at once.
_SOUNDS: dict[str, tuple[str, ...]] = {
    "tsya": ("ться", "тся"),
    "tsja": ("ться", "тся"),
    "tsia": ("ться", "тся", "ция"),
    "shch": ("щ",),
    "sch": ("щ", "сч"),
    "sh": ("ш",),
    "ch": ("ч",),
    "zh": ("ж",),
    "kh": ("х",),
    "ts": ("ц", "тс"),
    "ya": ("я",),
    "ja": ("я",),
    "ia": ("я", "иа"),
    "yu": ("ю",),
    "ju": ("ю",),
    "iu": ("ю", "иу"),
    "yo": ("е",),
    "jo": ("е",),
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
    "i": ("и", "й"),
    "j": ("й", "ж"),
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
_BEAM = 24  # readings kept for a word; more ambiguous words are rare and long
_SOFTENED = frozenset("бвгджзклмнпрстфхцчшщ")
_HARD = frozenset("бвдзст")
_SOFT = frozenset("лнтсздрвшчжм")


def russian_layout(text: str) -> str:
    """What the keys pressed for `text` write in the Russian layout."""
    return text.translate(_TO_RUSSIAN).replace("ё", "е")


def english_layout(text: str) -> str:
    """What the keys pressed for `text` write in the English layout."""
    return text.translate(_TO_ENGLISH)


@lru_cache(maxsize=20_000)
def readings(word: str) -> tuple[str, ...]:
    """Russian spellings that a transliterated word may stand for, the likeliest first; none for other signs."""
    beam = [""]
    at = 0
    while at < len(word):
        size = next((n for n in range(_LONGEST, 0, -1) if word[at : at + n] in _SOUNDS), 0)
        if not size:
            return ()
        sounds = _SOUNDS[word[at : at + size]]
        # the first letter of every reading before any second choice
        beam = [start + sound for sound in sounds for start in beam][:_BEAM]
        at += size
    return tuple(beam)


def softened(word: str) -> tuple[str, ...]:
    """The word with a hard sign, or one or two soft ones, that transliteration leaves out (podezd, bolshe)."""
    places = [
        at
        for at, letter in enumerate(word, start=1)
        if letter in _SOFT and at > 1 and (at == len(word) or word[at] in _SOFTENED)
    ]
    one = tuple(word[:at] + "ь" + word[at:] for at in places)
    two = tuple(word[:a] + "ь" + word[a:b] + "ь" + word[b:] for a, b in combinations(places, 2))
    hard = tuple(
        word[:at] + "ъ" + word[at:] for at in range(1, len(word)) if word[at - 1] in _HARD and word[at] in "еяю"
    )
    return one + two[:_BEAM] + hard
