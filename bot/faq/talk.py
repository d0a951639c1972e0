"""Small talk: greetings, thanks, swearing, the wish for a human. Told apart from questions by data, not by rules."""

from collections.abc import Mapping, Sequence

from rapidfuzz import fuzz

from bot.faq.language import normalise, words
from bot.faq.lexicon import Talk
from bot.faq.morphology import analyse

HUMAN = "human"
ABUSE = "abuse"
# what counts when one message holds several: a person is called before anything else
_WEIGHT = ("human", "abuse", "bot_identity", "how_are_you", "thanks", "goodbye", "greeting", "ok")
_ALIKE = 85.0  # per cent of a word's letters in place: спосибо, здраствуйте
_FUZZY_LENGTH = 5  # shorter words are too near to each other

Phrase = tuple[str, ...]


class SmallTalk:
    """Recognises the phrases of `talk.yaml` in a message."""

    def __init__(self, talk: Sequence[Talk] = ()) -> None:
        self._phrases: list[tuple[Phrase, str]] = []
        for item in talk:
            for phrase in item.phrases:
                said = tuple(words(normalise(phrase)))
                if said:
                    self._phrases.append((said, item.kind))
        self._phrases.sort(key=lambda pair: -len(pair[0]))
        self.replies: Mapping[str, Mapping[str, str]] = {
            item.kind: {"ru": item.reply.ru, "en": item.reply.en} for item in talk
        }

    def kind_of(self, text: str) -> str | None:
        """The kind of a message that is nothing but small talk; `human` wherever a person is asked for."""
        said = words(normalise(text))
        if self._asks_for_human(said):
            return HUMAN
        kinds, left = self._read(said)
        if not kinds or any(not analyse(word).function for word in left):
            return None
        return min(kinds, key=_WEIGHT.index)

    def is_abuse(self, text: str) -> bool:
        """Whether swearing occurs in a message, whatever else it says."""
        return ABUSE in self._read(words(normalise(text)))[0]

    def strip(self, text: str) -> list[str]:
        """The words of a message without its greetings and thanks."""
        return self._read(words(normalise(text)))[1]

    def _asks_for_human(self, said: Sequence[str]) -> bool:
        """Anywhere, by a phrase of several words; by a single word (оператор) only where little else is said."""
        kinds, left = self._read(said, only=HUMAN)
        if not kinds:
            return False
        several = any(len(phrase) > 1 and _find(phrase, said) >= 0 for phrase, kind in self._phrases if kind == HUMAN)
        rest = self._read(left)[1]
        return several or all(analyse(word).function for word in rest)

    def _read(self, said: Sequence[str], only: str | None = None) -> tuple[list[str], list[str]]:
        """The kinds of the phrases found, and the words left over."""
        left, kinds = list(said), []
        for phrase, kind in self._phrases:
            if only is not None and kind != only:
                continue
            at = _find(phrase, left)
            if at >= 0:
                kinds.append(kind)
                left[at : at + len(phrase)] = []
        return kinds, left


def _find(phrase: Phrase, said: Sequence[str]) -> int:
    for start in range(len(said) - len(phrase) + 1):
        if all(_same(mine, theirs) for mine, theirs in zip(phrase, said[start:], strict=False)):
            return start
    return -1


def _same(mine: str, theirs: str) -> bool:
    if mine == theirs:
        return True
    if min(len(mine), len(theirs)) < _FUZZY_LENGTH:
        return False
    if analyse(theirs).known:
        return bool(set(analyse(mine).lemmas) & set(analyse(theirs).lemmas))
    return fuzz.ratio(mine, theirs) >= _ALIKE
