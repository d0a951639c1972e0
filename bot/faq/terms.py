"""From words to keys: what two wordings of one matter have in common, the surest first."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from bot.faq.language import normalise, words
from bot.faq.lexicon import Synonyms
from bot.faq.morphology import Word, analyse, deep_root, root

# How much a shared key proves, by kind.
LEMMA = 1.0
ROOT = 0.85
SYNONYM = 0.9
CONCEPT = 0.85
DEEP_ROOT = 0.3

_GAP = 2  # function words that a phrase may be parted by (вернуть мне деньги)

Key = str


@dataclass(frozen=True, slots=True)
class Term:
    """A word of a phrase with the keys it can be met by, each with its strength (0 to 1)."""

    word: Word
    keys: dict[Key, float]


class Thesaurus:
    """Groups of phrases that mean the same; a phrase is known by the dictionary forms of its words."""

    def __init__(self, groups: Iterable[Iterable[str]], mark: str) -> None:
        self._phrases: dict[str, list[tuple[tuple[frozenset[str], ...], Key]]] = {}
        self.words: set[str] = set()
        for number, group in enumerate(groups):
            for phrase in group:
                self._add(words(normalise(phrase)), f"{mark}{number}")

    def _add(self, said: Sequence[str], key: Key) -> None:
        self.words.update(said)
        pattern = tuple(frozenset(analyse(word).lemmas) for word in said)
        for lemma in pattern[0] if pattern else ():
            self._phrases.setdefault(lemma, []).append((pattern, key))

    def concepts(self, said: Sequence[Word]) -> list[set[Key]]:
        """For each word the groups whose phrases cover it."""
        found: list[set[Key]] = [set() for _ in said]
        for start, word in enumerate(said):
            for lemma in word.lemmas:
                for pattern, key in self._phrases.get(lemma, ()):
                    for at in _covered(pattern, said, start):
                        found[at].add(key)
        return found


def _covered(pattern: Sequence[frozenset[str]], said: Sequence[Word], start: int) -> list[int]:
    """Positions of a phrase's words from `start` on, pronouns and the like between them; none if it isn't there."""
    places = [start]
    for wanted in pattern[1:]:
        at = places[-1] + 1
        while at < len(said) and at - places[-1] <= _GAP and said[at].function and wanted.isdisjoint(said[at].lemmas):
            at += 1
        if at >= len(said) or wanted.isdisjoint(said[at].lemmas):
            return []
        places.append(at)
    return places


class Terms:
    """Makes terms of words, with what the language says alike and with the synonyms of a catalogue."""

    def __init__(self, synonyms: Synonyms) -> None:
        self._synonyms = Thesaurus(synonyms.groups, "#")
        self.words = self._synonyms.words | _concepts().words

    def of(self, said: Sequence[str]) -> list[Term]:
        analysed = [analyse(word) for word in said]
        covered = zip(
            _concepts().concepts(analysed),
            self._synonyms.concepts(analysed),
            strict=True,
        )
        return [Term(word, dict(_keys(word, groups))) for word, groups in zip(analysed, covered, strict=True)]


@cache
def _concepts() -> Thesaurus:
    lines = Path(__file__).with_name("concepts.txt").read_text(encoding="utf-8").splitlines()
    return Thesaurus((line.split(",") for line in lines if line and not line.startswith("#")), "@")


def _keys(word: Word, covered: tuple[set[Key], ...]) -> Iterator[tuple[Key, float]]:
    """The weakest first. Kinds never collide: ^ deep root, @ concept, # synonym, ~ root, bare lemma."""
    concepts, synonyms = covered
    if not word.function:
        for lemma in word.lemmas:
            yield f"^{deep_root(lemma)}", DEEP_ROOT
            yield f"^{root(lemma)}", DEEP_ROOT
    for keys, strength in ((concepts, CONCEPT), (synonyms, SYNONYM)):
        yield from ((key, strength) for key in sorted(keys))
    if not word.function:
        yield from ((f"~{root(lemma)}", ROOT) for lemma in word.lemmas)
    yield from ((lemma, LEMMA) for lemma in word.lemmas)
