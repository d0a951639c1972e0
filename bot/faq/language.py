"""Text as people type it, made comparable: one spelling, words, and what a message is worth reading."""

import re
import unicodedata

MAX_INPUT = 4096  # the longest text Telegram delivers: core.telegram.org/bots/api#message

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff]")
_WORD = re.compile(r"[^\W_]+")


def normalise(text: str) -> str:
    """Lower case, one form of each letter, ё as е, nothing invisible. At most `MAX_INPUT` characters are read."""
    plain = unicodedata.normalize("NFKC", _INVISIBLE.sub("", text[:MAX_INPUT]))
    return plain.lower().replace("ё", "е")[:MAX_INPUT]


def words(text: str) -> list[str]:
    """The words and numbers of a normalised text, in order."""
    return _WORD.findall(text)
