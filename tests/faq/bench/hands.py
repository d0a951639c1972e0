"""The same question as other hands type it: in the wrong layout, in Latin letters, with slips of finger and ear.

Nothing is taken from the reader that is to be tested. Slips are drawn from a seed and the text alone, so every run
asks the same; they fall into words of four letters or more, into any letter of them.
"""

import random
import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from bot.faq.evaluate import Question

Hand = Callable[[str], str]

_LEAST = 4  # letters of a word that slips fall into
_WORD = re.compile(rf"[а-яё]{{{_LEAST},}}", re.IGNORECASE)

# a usual Windows keyboard, signs included
_LAYOUT = str.maketrans(
    "йцукенгшщзхъфывапролджэячсмитьбюё" + "ЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮЁ" + '.,?":;№',
    "qwertyuiop[]asdfghjkl;'zxcvbnm,.`" + 'QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>~' + "/?&@^$#",
)

_PLAIN = dict(zip("абвгдеёзийклмнопрстуфхцыэъь", [*"abvgdeeziyklmnoprstufhcye", "", ""], strict=True))
_HABITS = {
    "usual": {**_PLAIN, **dict(zip("жчшщюя", ("zh", "ch", "sh", "sch", "yu", "ya"), strict=True))},
    "short, with digits": {
        **_PLAIN,
        **dict(zip("йжчшщюяцхьы", ("j", "j", "4", "6", "shch", "ju", "ja", "ts", "kh", "'", "i"), strict=True)),
    },
    "by looks": {
        **_PLAIN,
        **dict(zip("жчшщюяйхцв", ("zh", "ch", "sh", "sh", "iu", "ia", "i", "x", "ts", "w"), strict=True)),
    },
}

_ROWS = ("йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю")
_NEIGHBOURS = [pair for row in _ROWS for a, b in pairwise(row) for pair in ((a, b), (b, a))]
_ALIKE = ("оа", "ао", "еи", "ие", "дт", "тд", "зс", "сз", "бп", "пб", "гк", "вф", "фв", "жш", "яи", "щш")


def _dropped(word: str) -> Iterator[str]:
    yield from (word[:at] + word[at + 1 :] for at in range(len(word)))


def _doubled(word: str) -> Iterator[str]:
    yield from (word[: at + 1] + word[at:] for at in range(len(word)))


def _swapped(word: str) -> Iterator[str]:
    for at, (one, other) in enumerate(pairwise(word)):
        if one != other:
            yield word[:at] + other + one + word[at + 2 :]


def _exchanged(word: str, pairs: list[tuple[str, str]]) -> Iterator[str]:
    for at, letter in enumerate(word):
        yield from (word[:at] + other + word[at + 1 :] for one, other in pairs if one == letter)


def _neighbouring(word: str) -> Iterator[str]:
    return _exchanged(word, _NEIGHBOURS)


def _by_ear(word: str) -> Iterator[str]:
    return _exchanged(word, [(pair[0], pair[1]) for pair in _ALIKE])


def _in_words(slip: Callable[[str], Iterator[str]]) -> Callable[[str], list[str]]:
    def slips(text: str) -> list[str]:
        found = [(*word.span(), other) for word in _WORD.finditer(text) for other in slip(word[0])]
        return [text[:start] + other + text[end:] for start, end, other in found]

    return slips


def _joined(text: str) -> list[str]:
    return [text[: space.start()] + text[space.end() :] for space in re.finditer(r"(?<=\w) (?=\w)", text)]


_SLIPS = (*map(_in_words, (_dropped, _doubled, _swapped, _neighbouring, _by_ear)), _joined)


def _mistyped(text: str, slips: int) -> str:
    chance = random.Random(f"{slips} {text}")  # noqa: S311 - the same slips every time
    for _ in range(slips):
        possible = [found for slip in _SLIPS if (found := slip(text))]
        text = chance.choice(chance.choice(possible)) if possible else text
    return text


def _latin(habit: str) -> Hand:
    letters = str.maketrans(_HABITS[habit])
    return lambda text: text.lower().translate(letters)


HANDS: dict[str, Hand] = {
    "as written": lambda text: text,
    "wrong layout": lambda text: text.translate(_LAYOUT),
    **{f"Latin letters, {habit}": _latin(habit) for habit in _HABITS},
    "1 slip": lambda text: _mistyped(text, 1),
    "2 slips": lambda text: _mistyped(text, 2),
    "3 slips": lambda text: _mistyped(text, 3),
}


def by_hand(question: Question) -> bool:
    """Whether a question was typed by a person in Russian letters alone, and has an answer."""
    hand_written = question.kind in {"paraphrase", "short"} and question.right
    return bool(hand_written) and not re.search("[a-z]", question.q, re.IGNORECASE)
