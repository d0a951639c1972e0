"""A question in the terms of an index: its words, what each tells, and what it means as a whole."""

from collections.abc import Sequence
from dataclasses import dataclass
from heapq import nlargest

from bot.faq.matching.index import Index
from bot.faq.matching.meanings import Vector
from bot.faq.matching.terms import Key, Term
from bot.faq.reading.language import normalise
from bot.faq.reading.morphology import analyse
from bot.faq.reading.vocabulary import Token
from bot.faq.reading.words import sections

_COURTESY = frozenset(sections()["courtesy"])
_DAY_PART = frozenset(sections()["day-part"])
_TERMS = 48  # of a message are read, those that tell most; people ask in fewer


@dataclass(frozen=True, slots=True)
class Query:
    """A question in terms. `worth` is what each word tells, `sure` (0 to 1) falls with repairs."""

    text: str
    terms: tuple[Term, ...]
    sure: tuple[float, ...]
    worth: tuple[float, ...]
    total: float
    meaning: Vector | None
    proofs: tuple[tuple[tuple[float, Key], ...], ...]  # of each word: its keys and how much they prove, least first
    keys: dict[Key, list[tuple[int, float]]]  # the words that have a key, and how much it proves
    foreign: tuple[float, ...]  # how far each word is from the catalogue's world
    things: tuple[int, ...]  # which words are nouns or names that tell something


def read(index: Index, text: str) -> Query:
    """A message as the index understands it."""
    return query(index, index.reader.read(normalise(text)))


def query(index: Index, tokens: Sequence[Token]) -> Query:
    tokens = _matter(tokens)
    terms = index.terms([token.text for token in tokens])
    weighed = [(index.worth(term), at) for at, term in enumerate(terms)]
    kept = sorted(at for _, at in nlargest(_TERMS, weighed))
    worth = tuple(weighed[at][0] for at in kept)
    chosen = tuple(terms[at] for at in kept)
    sure = tuple(tokens[at].weight for at in kept)
    proofs = tuple(index.proofs(term, weight) for term, weight in zip(chosen, sure, strict=True))
    return Query(
        text=" ".join(tokens[at].text for at in kept),
        terms=chosen,
        sure=sure,
        worth=worth,
        total=sum(worth),
        meaning=index.meaning(chosen, worth),
        proofs=proofs,
        keys=_by_key(proofs),
        foreign=tuple(map(index.strange, chosen)),
        things=tuple(at for at, term in enumerate(chosen) if term.word.noun and not term.word.weak),
    )


def _matter(tokens: Sequence[Token]) -> Sequence[Token]:
    """A message without its courtesies, which match nothing and would only lower its worth; all of it if it is none."""
    kept = []
    greeted = False
    for token in tokens:
        lemmas = analyse(token.text).lemmas
        courteous = not _COURTESY.isdisjoint(lemmas) or (greeted and not _DAY_PART.isdisjoint(lemmas))
        greeted = courteous
        if not courteous:
            kept.append(token)
    return kept or tokens


def _by_key(proofs: Sequence[Sequence[tuple[float, Key]]]) -> dict[Key, list[tuple[int, float]]]:
    keys: dict[Key, list[tuple[int, float]]] = {}
    for at, proven in enumerate(proofs):
        for value, key in proven:
            keys.setdefault(key, []).append((at, value))
    return keys
