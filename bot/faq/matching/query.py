"""A question in the terms of an index: its words, what each tells, and what it means as a whole."""

from collections.abc import Sequence
from dataclasses import dataclass
from heapq import nlargest

from bot.faq.matching.index import Index
from bot.faq.matching.meanings import Vector
from bot.faq.matching.terms import Key, Term
from bot.faq.reading.language import normalise
from bot.faq.reading.vocabulary import Token

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
    keys: dict[Key, list[tuple[int, float]]]  # the words that have a key, and how strongly
    foreign: tuple[float, ...]  # how far each word is from the catalogue's world


def read(index: Index, text: str) -> Query:
    """A message as the index understands it."""
    return query(index, index.reader.read(normalise(text)))


def query(index: Index, tokens: Sequence[Token]) -> Query:
    terms = index.terms([token.text for token in tokens])
    weighed = [(index.worth(term), at) for at, term in enumerate(terms)]
    kept = sorted(at for _, at in nlargest(_TERMS, weighed))
    worth = tuple(weighed[at][0] for at in kept)
    chosen = tuple(terms[at] for at in kept)
    sure = tuple(tokens[at].weight for at in kept)
    return Query(
        text=" ".join(tokens[at].text for at in kept),
        terms=chosen,
        sure=sure,
        worth=worth,
        total=sum(worth),
        meaning=index.meaning(chosen, worth),
        keys=_by_key(index, chosen, sure),
        foreign=tuple(map(index.strange, chosen)),
    )


def _by_key(index: Index, terms: Sequence[Term], sure: Sequence[float]) -> dict[Key, list[tuple[int, float]]]:
    keys: dict[Key, list[tuple[int, float]]] = {}
    for at, term in enumerate(terms):
        for key in term.keys:
            keys.setdefault(key, []).append((at, sure[at] * index.proof(term, key)))
    return keys
