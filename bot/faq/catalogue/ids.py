"""Suggests an id for a new entry from its question."""

from collections.abc import Collection
from itertools import count

LONGEST = 40
"""Characters; the limit is 48, and a number may have to follow."""
FEW_WORDS = 5
_LATIN = dict(zip("абвгдеёзийклмнопрстуфыэ", "abvgdeeziyklmnoprstufye", strict=True)) | {
    "ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ь": "", "ю": "yu", "я": "ya",
}  # fmt: skip


def suggested(question: str, taken: Collection[str]) -> str:
    """`Как оплатить?` becomes `kak-oplatit`, or `kak-oplatit-2` where that is taken."""
    latin = "".join(_LATIN.get(letter, letter) for letter in question.casefold())
    words = "".join(letter if letter.isascii() and letter.isalnum() else " " for letter in latin).split()
    name = "-".join(words[:FEW_WORDS])[:LONGEST].strip("-") or "question"
    numbered = (f"{name}-{number}" for number in count(2))
    return name if name not in taken else next(one for one in numbered if one not in taken)
