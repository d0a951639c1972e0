"""From words to keys: what two wordings of one matter have in common, the surest first."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import product
from pathlib import Path

from bot.faq.catalogue.lexicon import Synonyms
from bot.faq.reading.language import normalise, words
from bot.faq.reading.morphology import Word, analyse, deep_root, root

# How much a shared key proves, by kind.
LEMMA = 1.0
ROOT = 0.85
SYNONYM = 0.9
CONCEPT = 0.85
DEEP_ROOT = 0.3

_GAP = 2  # function words that a phrase may be parted by (вернуть мне деньги)

Key = str


_STRENGTH = {"^": DEEP_ROOT, "@": CONCEPT, "#": SYNONYM, "~": ROOT}


def strength(key: Key) -> float:
    """How much it proves that two words share a key (0 to 1)."""
    return _STRENGTH.get(key[0], LEMMA)


@dataclass(frozen=True, slots=True)
class Term:
    """A word of a phrase with the keys it can be met by, the weakest first; those of one's own lack the deep roots."""

    word: Word
    keys: tuple[Key, ...]
    own: tuple[Key, ...]


Pattern = tuple[frozenset[str], ...]


class Thesaurus:
    """Groups of phrases that mean the same; a phrase is known by the dictionary forms of its words."""

    def __init__(self, groups: Iterable[Iterable[str]], mark: str) -> None:
        self._words: dict[str, set[Key]] = {}
        self._phrases: dict[tuple[str, str], list[tuple[Pattern, Key]]] = {}
        self._starts: set[str] = set()
        self.words: set[str] = set()
        for number, group in enumerate(groups):
            for phrase in group:
                self._add(words(normalise(phrase)), f"{mark}{number}")

    def _add(self, said: Sequence[str], key: Key) -> None:
        self.words.update(said)
        pattern = tuple(frozenset(analyse(word).lemmas) for word in said)
        if len(pattern) == 1:
            for lemma in pattern[0]:
                self._words.setdefault(lemma, set()).add(key)
        for first, second, *rest in _orders(said, pattern):
            for pair in product(first, second):
                self._starts.add(pair[0])
                self._phrases.setdefault(pair, []).append(((first, second, *rest), key))

    def concepts(self, said: Sequence[Word]) -> list[frozenset[Key]]:
        """For each word the groups whose phrases cover it."""
        found = [{key for lemma in word.lemmas for key in self._words.get(lemma, ())} for word in said]
        for start, second in self._pairs(said):
            for pair in product(said[start].lemmas, said[second].lemmas):
                for pattern, key in self._phrases.get(pair, ()):
                    for at in _covered(pattern, said, start, second):
                        found[at].add(key)
        return [frozenset(keys) for keys in found]

    def _pairs(self, said: Sequence[Word]) -> Iterator[tuple[int, int]]:
        """Words that may begin a phrase, each with those that follow, at most `_GAP` pronouns and the like between."""
        for start, word in enumerate(said):
            if self._starts.isdisjoint(word.lemmas):
                continue
            for second in range(start + 1, min(start + 2 + _GAP, len(said))):
                yield start, second
                if not said[second].function:
                    break


def _orders(said: Sequence[str], pattern: Pattern) -> tuple[Pattern, ...]:
    """The ways to say a phrase: two words that tell something come in either order (потерял карту, карту потерял)."""
    match pattern:
        case (_,):
            return ()
        case (first, second) if not any(analyse(word).function for word in said):
            return (first, second), (second, first)
        case _:
            return (pattern,)


def _covered(pattern: Pattern, said: Sequence[Word], start: int, second: int) -> list[int]:
    """Positions of a phrase's words, its first two being given; none if the others don't follow."""
    places = [start, second]
    for wanted in pattern[2:]:
        at = places[-1] + 1
        while at < len(said) and at - places[-1] <= _GAP and said[at].function and wanted.isdisjoint(said[at].lemmas):
            at += 1
        if at >= len(said) or wanted.isdisjoint(said[at].lemmas):
            return []
        places.append(at)
    return places


def synonym_key(number: int) -> Key:
    """The key of a catalogue's group of synonyms, by its place in the file."""
    return f"#{number}"


class Terms:
    """Makes terms of words, with what the language says alike and with the synonyms of a catalogue."""

    def __init__(self, synonyms: Synonyms) -> None:
        self._synonyms = Thesaurus(synonyms.groups, "#")
        self.words = self._synonyms.words | _concepts().words

    def of(self, said: Sequence[str]) -> list[Term]:
        analysed = [analyse(word) for word in said]
        concepts, synonyms = _concepts().concepts(analysed), self._synonyms.concepts(analysed)
        return [_term(word, *covered) for word, *covered in zip(said, concepts, synonyms, strict=True)]


@cache
def _concepts() -> Thesaurus:
    lines = Path(__file__).with_name("concepts.txt").read_text(encoding="utf-8").splitlines()
    return Thesaurus((line.split(",") for line in lines if line and not line.startswith("#")), "@")


@lru_cache(maxsize=100_000)
def _term(text: str, concepts: frozenset[Key], synonyms: frozenset[Key]) -> Term:
    """One object for all places where a word stands in the same sense: they are many."""
    word = analyse(text)
    families = [] if word.function else [f"~{root(lemma)}" for lemma in word.lemmas]
    deep = [] if word.function else [f"^{deep_root(lemma)}" for lemma in word.lemmas]
    # a deep root is met by a plain root too (заблокировать, блокировка)
    deep += [family.replace("~", "^") for family in families]
    own = tuple(dict.fromkeys((*sorted(concepts), *sorted(synonyms), *families, *word.lemmas)))
    return Term(word, (*dict.fromkeys(deep), *own), own)
