"""From a question to entries: a quick look at the postings and the meanings picks those worth a careful one."""

from heapq import nlargest, nsmallest
from typing import NamedTuple

from bot.faq.matching.evidence import Evidence, evidence
from bot.faq.matching.index import Index
from bot.faq.matching.meanings import sketch
from bot.faq.matching.query import Query

LEXICAL = 18  # entries looked at carefully for the words they share with the question
SEMANTIC = 8  # and for a meaning near to it
_COMMON = 1_000  # postings: words of more entries only add to what rarer words found


class Candidate(NamedTuple):
    """An entry with what speaks for it; `verbatim` where it lists the question word for word."""

    id: str
    evidence: Evidence
    verbatim: bool = False


def candidates(index: Index, asked: Query) -> list[Candidate]:
    """The entries worth a careful look, by id: the order of the catalogue must not matter."""
    numbers = {*_by_words(index, asked), *_by_meaning(index, asked)}
    entries = sorted((index.entries[number] for number in numbers), key=lambda entry: entry.id)
    return [Candidate(entry.id, evidence(index, asked, entry), asked.text in entry.asked) for entry in entries]


def _by_words(index: Index, asked: Query) -> list[int]:
    sums: dict[int, float] = {}
    lengths = [sum([len(index.postings[key]) for _, key in proven]) for proven in asked.proofs]
    for at in sorted(range(len(lengths)), key=lengths.__getitem__):
        if lengths[at] > _COMMON and len(sums) >= LEXICAL:
            break
        best: dict[int, float] = {}
        for value, key in asked.proofs[at]:  # the strongest come last and win
            best.update(dict.fromkeys(index.postings[key], value * asked.worth[at]))
        for number, value in best.items():
            sums[number] = sums.get(number, 0.0) + value
    return nlargest(LEXICAL, sums, key=lambda number: (sums[number], index.entries[number].id))


def _by_meaning(index: Index, asked: Query) -> list[int]:
    if asked.meaning is None:
        return []
    mine = sketch(asked.meaning)
    distances = [(mine ^ other).bit_count() for other in index.sketches]
    farthest = nsmallest(SEMANTIC, distances)[-1]
    near = [number for number, distance in enumerate(distances) if distance <= farthest]
    return nsmallest(SEMANTIC, near, key=lambda number: (distances[number], index.entries[number].id))
