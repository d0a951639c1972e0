"""Text as people type it, made comparable: one spelling, words, and the questions that a message consists of."""

import re
import unicodedata

MAX_INPUT = 4096  # the longest text Telegram delivers: core.telegram.org/bots/api#message

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff]")
_WORD = re.compile(r"[^\W_]+")
_ASKING = (
    r"(?:как|где|куда|откуда|когда|сколько|почем|почему|зачем|какой|какая|какое|какие|можно|what|how|where|when|why)"
)
_SENTENCE = re.compile(r"[.!;\n]+\s*|:\s+|(?<=\?)\s*")
_JOINED = re.compile(rf"(?:,\s*(?:а|и|еще|также|and)?|\b(?:и|а|and))\s+(?:еще\s+|также\s+|also\s+)?(?={_ASKING}\b)")
_ASKS = re.compile(rf"\?|^\W*(?:а|и|подскажите|скажите)?\W*{_ASKING}\b")
_FOLLOWS = re.compile(r"^\W*(?:а|и|но|ну а|тогда|and|but|then)\s")
_MOST = 4  # questions of one message are looked at apart


def normalise(text: str) -> str:
    """Lower case, one form of each letter, ё as е, nothing invisible. At most `MAX_INPUT` characters are read."""
    plain = unicodedata.normalize("NFKC", _INVISIBLE.sub("", text[:MAX_INPUT]))
    return plain.lower().replace("ё", "е")[:MAX_INPUT]


def words(text: str) -> list[str]:
    """The words and numbers of a normalised text, in order."""
    return _WORD.findall(text)


def questions(text: str) -> list[str]:
    """The questions of a normalised text where it asks several; otherwise nothing."""
    sentences = [part for part in _SENTENCE.split(text) if part.strip()]
    parts = [part for sentence in sentences for part in _JOINED.split(sentence)]
    asked = [part for part in parts if _ASKS.search(part)]
    return asked[:_MOST] if len(asked) > 1 else []


def follows_up(text: str) -> bool:
    """Whether a normalised text leans on what was said before (а если с карты?)."""
    return bool(_FOLLOWS.search(text))
