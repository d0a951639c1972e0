"""Small talk: greetings, thanks, swearing, the wish for a human. Told apart from questions by data, not by rules."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from rapidfuzz import fuzz, process

from bot.faq.catalogue.lexicon import Talk
from bot.faq.reading.language import normalise, words
from bot.faq.reading.morphology import analyse
from bot.faq.reading.words import sections
from bot.faq.remembered import remembered

HUMAN = "human"
ABUSE = "abuse"
# what counts when one message holds several: a person is called before anything else
_WEIGHT = ("human", "abuse", "bot_identity", "how_are_you", "thanks", "goodbye", "greeting", "no", "yes", "ok")
_ALIKE = 85.0  # per cent of a word's letters in place: спосибо, здраствуйте
_FUZZY_LENGTH = 5  # shorter words are too near to each other
_PAIR = 2

_OPENINGS = ("greeting", "thanks")  # what people say before they ask
_COURTESY = frozenset(sections()["courtesy"])
_WORD = re.compile(r"[^\W_]+")

Pattern = tuple[frozenset[str], ...]


class Read(NamedTuple):
    """What small talk a message holds: the kinds, the longest phrase of each, and the other words."""

    kinds: dict[str, int]
    left: list[str]


class SmallTalk:
    """Recognises the phrases of `talk.yaml` in a message, in any form of their words."""

    def __init__(self, talk: Sequence[Talk] = ()) -> None:
        self._starts: dict[str, list[tuple[Pattern, str]]] = {}
        self._words: set[str] = set()
        for item in talk:
            for phrase in item.phrases:
                self._add(words(normalise(phrase)), item.kind)
        for found in self._starts.values():
            found.sort(key=lambda pair: -len(pair[0]))
        self._spellings = sorted(self._words)
        self._known = remembered(self._names)
        self.replies: Mapping[str, Mapping[str, str]] = {
            item.kind: {"ru": item.reply.ru, "en": item.reply.en} for item in talk
        }

    def kind_of(self, text: str) -> str | None:
        """The kind of a message that is nothing but small talk; `human` wherever a person is asked for."""
        said = words(normalise(text))
        read = self._read(said)
        if HUMAN in read.kinds and (read.kinds[HUMAN] > 1 or self._empty(read.left)):
            return HUMAN
        if not read.kinds or not self._empty(read.left) or len(read.left) * 2 > len(said):
            return None
        return min(read.kinds, key=_WEIGHT.index)

    def is_abuse(self, text: str) -> bool:
        """Whether swearing occurs in a message, whatever else it says."""
        return ABUSE in self._read(words(normalise(text))).kinds

    def says_more(self, text: str) -> bool:
        """Whether a message tells anything besides small talk."""
        return not self._empty(self._read(words(normalise(text))).left)

    def without_opening(self, text: str) -> str:
        """A normalised message from where its greeting and courtesies end; as it is if it says nothing else."""
        spans = [match.span() for match in _WORD.finditer(text)]
        said = [text[start:end] for start, end in spans]
        names = [self._known(word) for word in said]
        at = 0
        while at < len(said):
            end, size, kind = self._longest(said, names, at)
            courteous = not _COURTESY.isdisjoint(analyse(said[at]).lemmas)
            if not courteous and (not size or kind not in _OPENINGS):
                break
            at = end
        return text if at == 0 or self._empty(said[at:]) else text[spans[at][0] :]

    def _add(self, said: list[str], kind: str) -> None:
        pattern = tuple(frozenset(analyse(word).lemmas) for word in said)
        self._words.update(said)
        # a pair of words is said in either order (оператора позовите)
        for order in (pattern, pattern[::-1]) if len(pattern) == _PAIR else (pattern,):
            for lemma in order[0] if order else ():
                self._starts.setdefault(lemma, []).append((order, kind))

    def _empty(self, left: Sequence[str]) -> bool:
        return all(analyse(word).weak for word in left)

    def _read(self, said: Sequence[str]) -> Read:
        """Takes the longest phrases out of a message from left to right."""
        names = [self._known(word) for word in said]
        kinds: dict[str, int] = {}
        left: list[str] = []
        at = 0
        while at < len(said):
            end, size, kind = self._longest(said, names, at)
            if size:
                kinds[kind] = max(kinds.get(kind, 0), size)
            else:
                left.append(said[at])
            at = end
        return Read(kinds, left)

    def _longest(self, said: Sequence[str], names: Sequence[frozenset[str]], start: int) -> tuple[int, int, str]:
        """Where the longest phrase from `start` on ends, how many words it has, and its kind."""
        found = [
            (-len(pattern), _WEIGHT.index(kind), end)
            for lemma in names[start]
            for pattern, kind in self._starts.get(lemma, ())
            if (end := _end(pattern, said, names, start))
        ]
        if not found:
            return start + 1, 0, ""
        size, weight, end = min(found)
        return end, -size, _WEIGHT[weight]

    def _names(self, word: str) -> frozenset[str]:
        """What a word is known by, a slip of the finger mended."""
        known = analyse(word)
        if not known.known and len(word) >= _FUZZY_LENGTH and word not in self._words:
            meant = process.extractOne(word, self._spellings, scorer=fuzz.ratio, score_cutoff=_ALIKE)
            if meant:
                return frozenset(analyse(meant[0]).lemmas)
        return frozenset(known.lemmas)


def _end(pattern: Pattern, said: Sequence[str], names: Sequence[frozenset[str]], start: int) -> int:
    """Where a phrase that begins at `start` ends, one pronoun or the like within it aside; 0 if it isn't there."""
    at = start
    for number, wanted in enumerate(pattern):
        if number and at < len(said) and wanted.isdisjoint(names[at]) and analyse(said[at]).function:
            at += 1
        if at >= len(said) or wanted.isdisjoint(names[at]):
            return 0
        at += 1
    return at
