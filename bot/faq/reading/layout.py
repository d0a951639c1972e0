"""The wrong keyboard layout: what the same keys write in the other one."""

_RUSSIAN_KEYS = "йцукенгшщзхъфывапролджэячсмитьбю.ё"
_ENGLISH_KEYS = "qwertyuiop[]asdfghjkl;'zxcvbnm,./`"
_TO_RUSSIAN = str.maketrans(_ENGLISH_KEYS + '{}:"<>~', _RUSSIAN_KEYS + "хъжэбюё")
_TO_ENGLISH = str.maketrans(_RUSSIAN_KEYS, _ENGLISH_KEYS)


def russian_layout(text: str) -> str:
    """What the keys pressed for `text` write in the Russian layout."""
    return text.translate(_TO_RUSSIAN).replace("ё", "е")


def english_layout(text: str) -> str:
    """What the keys pressed for `text` write in the English layout."""
    return text.translate(_TO_ENGLISH)
