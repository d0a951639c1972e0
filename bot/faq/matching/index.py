"""The catalogue laid out for search: which keys lead to which entry, and how much each is worth."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from heapq import nsmallest
from math import log

from bot.faq.catalogue import markup
from bot.faq.catalogue.entry import Catalogue, Entry
from bot.faq.catalogue.lexicon import Synonyms
from bot.faq.matching.meanings import Vector, meanings, sketch, total
from bot.faq.matching.terms import Key, Term, Terms, strength
from bot.faq.matching.world import World
from bot.faq.reading.language import normalise, words
from bot.faq.reading.reader import Reader
from bot.faq.reading.vocabulary import Vocabulary
from bot.faq.reading.words import sections

WEAK = 0.4  # of a content word's worth
UNKNOWN = 0.7  # added for a word that no entry has
LEAST = 0.1
_COMMONEST = 200  # lemmas: what ranks so high in the language tells least
_TOLD_APART = 0.7  # of its worth loses the commonest word
WIDTH = 64  # words of a phrase are told apart by position, those beyond by none
_SCRAP = 3  # letters: an unknown word so short is a slip or a sigh, not a subject
_SPOKEN_OF = 4_000  # keys that most entries have stand for a catalogue's world


@dataclass(frozen=True, slots=True)
class Phrase:
    """One way to ask an entry; `worth` of its words in order."""

    text: str
    worth: tuple[float, ...]
    total: float
    keyword: bool


@dataclass(frozen=True, slots=True)
class Indexed:
    """An entry as it is searched.

    `asked` holds its questions and variants word for word. `at` gives for each key where it stands, as number of the
    phrase times `WIDTH` plus position of the word. The words of the answer are a bag, `told`.
    """

    id: str
    phrases: tuple[Phrase, ...]
    asked: frozenset[str]
    at: dict[Key, tuple[int, ...]]
    told: frozenset[Key]
    meaning: Vector | None
    told_meaning: Vector | None


class Index:
    """Pure data after it is made."""

    def __init__(self, catalogue: Catalogue, synonyms: Synonyms) -> None:
        self._terms = Terms(synonyms)
        rows = [_Row(entry, self._terms) for entry in catalogue.entries]
        self.rarest = log(1 + len(rows))
        self._seen: dict[Key, int] = {}
        self.postings: dict[Key, list[int]] = {}
        for number, row in enumerate(rows):
            self._count(number, row)
        self._rarity = {key: self.rarest - log(count) for key, count in self._seen.items()}
        self.entries = [self._indexed(row) for row in rows]
        self.sketches = [sketch(entry.meaning) for entry in self.entries]
        self._world = World(nsmallest(_SPOKEN_OF, self._seen, key=lambda key: (-self._seen[key], key)))
        asked = Counter(word for row in rows for word in row.asked)
        told = {word for row in rows for word in row.told_words}
        others = self._terms.words | told | set(sections()["weak"])
        self.reader = Reader(Vocabulary(sorted(asked, key=lambda word: (-asked[word], word)), others))

    def terms(self, said: Sequence[str]) -> list[Term]:
        return self._terms.of(said)

    def worth(self, term: Term) -> float:
        """What a word tells: much if few entries have it, little if the language is full of it."""
        return self._own(term) * _telling(term.word.lemmas)

    def proofs(self, term: Term, sure: float) -> tuple[tuple[float, Key], ...]:
        """The keys of a word that some entry has, and how much (0 to 1) each proves where it is met, least first.

        A key proves less where more entries have it than have the word. `sure` is how surely the word was read.
        """
        own = self._own(term)
        weak = WEAK if term.word.weak else 1.0
        found = []
        for key in term.keys:
            if key in self._rarity:
                rarity = max(LEAST, self._rarity[key]) * weak
                found.append((sure * strength(key) * min(1.0, rarity / own), key))
            elif key in self.postings:
                found.append((sure * strength(key), key))
        return tuple(sorted(found))

    def _own(self, term: Term) -> float:
        met = [self._rarity[key] for key in term.own if key in self._rarity]
        rarity = sum(met) / len(met) if met else self.rarest + UNKNOWN
        scrap = not met and not term.word.known and len(term.word.text) <= _SCRAP
        return max(LEAST, rarity) * (WEAK if term.word.weak or scrap else 1.0)

    def meaning(self, terms: Sequence[Term], worth: Sequence[float]) -> Vector | None:
        return meanings().of_text(
            (term.word.lemmas, weight) for term, weight in zip(terms, worth, strict=True) if not term.word.function
        )

    def strange(self, term: Term) -> float:
        """How far (0 to 1) a word that no entry has is from the catalogue's world; 0 for one that some entry has."""
        if term.word.weak or not self._rarity.keys().isdisjoint(term.own):
            return 0.0
        return self._world.strange(term.word.lemmas)

    def _count(self, number: int, row: "_Row") -> None:
        asked = {key for _, terms, _ in row.phrases for term in terms for key in term.keys}
        for key in asked:
            self._seen[key] = self._seen.get(key, 0) + 1
        for key in asked | row.told:
            self.postings.setdefault(key, []).append(number)

    def _indexed(self, row: "_Row") -> Indexed:
        at: dict[Key, list[int]] = {}
        phrases, vectors = [], []
        for number, (text, terms, keyword) in enumerate(row.phrases):
            for position, term in enumerate(terms[:WIDTH]):
                for key in term.keys:
                    at.setdefault(key, []).append(number * WIDTH + position)
            worth = tuple(self.worth(term) for term in terms[:WIDTH])
            phrases.append(Phrase(text, worth, sum(worth), keyword))
            vector = self.meaning(terms[:WIDTH], worth)
            if vector is not None:
                vectors.append(vector)
        places = {key: tuple(found) for key, found in at.items()}
        told = self.meaning(row.told_terms, [self.worth(term) for term in row.told_terms])
        asked = frozenset(phrase.text for phrase in phrases if not phrase.keyword)
        return Indexed(row.id, tuple(phrases), asked, places, row.told, total(vectors), told)


class _Row:
    """An entry cut into terms."""

    def __init__(self, entry: Entry, terms: Terms) -> None:
        self.id = entry.id
        self.asked: set[str] = set()
        self.phrases: list[tuple[str, list[Term], bool]] = []
        for text, keyword in _asked(entry):
            said = words(normalise(text))
            self.asked.update(said)
            if said:
                self.phrases.append((" ".join(said), terms.of(said), keyword))
        self.told_words = words(normalise(markup.plain(entry.answer)))
        self.told_terms = terms.of(self.told_words)
        self.told = frozenset(key for term in self.told_terms if not term.word.weak for key in term.keys)


def _asked(entry: Entry) -> Iterator[tuple[str, bool]]:
    for phrase in entry.ways:
        yield phrase, False
    for keyword in entry.keywords:
        yield keyword, True


@lru_cache(maxsize=100_000)
def _telling(lemmas: tuple[str, ...]) -> float:
    """What a word keeps of its worth: all if it is rare in the language, less the more it is used."""
    rank = meanings().rank(lemmas)
    if rank is None:
        return 1.0
    seldom = log(1 + rank / _COMMONEST) / log(1 + len(meanings().lemmas) / _COMMONEST)
    return 1.0 - _TOLD_APART * (1.0 - seldom)
