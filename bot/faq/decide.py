"""What the bot makes of a question: an answer, a few questions to choose from, or nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, log
from operator import mul
from typing import Literal, NamedTuple

from bot.faq.evidence import Evidence
from bot.faq.matching import Candidate
from bot.faq.query import Query

Kind = Literal["answer", "suggest", "none"]

KEPT = 5  # matches in a decision
SHOWN = 3  # of them are shown as suggestions
ANSWER = 0.79  # probability from which the first match is given at once
SUGGEST = 0.42  # probability from which the right entry is likely enough among those shown


class Doubts(NamedTuple):
    """What speaks for there being no answer."""

    bias: float
    words: float  # logarithm of how many words tell something
    unmet: float  # share of the question's worth that no entry has
    strange: float  # how far its meaning is from every entry
    foreign: float  # share of the question's worth that is foreign to the catalogue
    things: float  # the same, of nouns and names alone


# A multinomial logit: an entry's odds grow by e to the sum of weight times evidence, those of no entry by that of
# weight times doubt. The weights were found by tests/faq/bench/fit.py on four catalogues of different trades.
_WEIGHTS = Evidence(
    query_cover=1.7,
    phrase_cover=1.2,
    harmonic=2.14,
    entry_cover=2.45,
    sure_cover=-1.59,
    answer_cover=2.14,
    letters=-0.58,
    weight=3.26,
    order=0.12,
    support=2.17,
    keyword=-0.48,
    meaning=2.64,
)
_DOUBTS = Doubts(
    bias=7.2,
    words=-1.33,
    unmet=-0.66,
    strange=-2.19,
    foreign=1.66,
    things=2.54,
)


@dataclass(frozen=True, slots=True)
class Match:
    """An entry and the probability (0 to 1) that it is what was asked for."""

    id: str
    score: float


@dataclass(frozen=True, slots=True)
class Decision:
    """`matches` come best first, at most 5; for `answer` the first is the answer.

    `talk` names small talk, or `human` for the wish to speak with a person: then `kind` is `none`. `also` holds what
    was made of further questions in the same message.
    """

    kind: Kind
    matches: tuple[Match, ...] = ()
    talk: str | None = None
    also: tuple["Decision", ...] = ()


def decide(asked: Query, found: Sequence[Candidate]) -> Decision:
    """Weighs the candidates against each other and against there being no answer at all."""
    matches = probabilities(asked, found)
    if matches and matches[0].score >= ANSWER:
        return Decision("answer", matches[:KEPT])
    if sum(match.score for match in matches[:SHOWN]) >= SUGGEST:
        return Decision("suggest", matches[:KEPT])
    return Decision("none", matches[:KEPT])


def probabilities(asked: Query, found: Sequence[Candidate]) -> tuple[Match, ...]:
    """All candidates, best first; what the scores lack to 1 is the probability that none is meant."""
    odds = {candidate.id: exp(sum(map(mul, _WEIGHTS, candidate.evidence))) for candidate in found}
    whole = sum(odds.values()) + exp(sum(map(mul, _DOUBTS, doubts(asked, found))))
    matches = [Match(name, value / whole) for name, value in odds.items()]
    return tuple(sorted(matches, key=lambda match: (-match.score, match.id)))


def doubts(asked: Query, found: Sequence[Candidate]) -> Doubts:
    """What speaks for there being no answer."""
    things = [strange * term.word.noun for term, strange in zip(asked.terms, asked.foreign, strict=True)]
    met = max((candidate.evidence.entry_cover for candidate in found), default=0.0)
    return Doubts(
        bias=1.0,
        words=log(1 + sum(not term.word.weak for term in asked.terms)),
        unmet=1.0 - met,
        strange=1.0 - max((candidate.evidence.meaning for candidate in found), default=0.0),
        foreign=sum(map(mul, asked.worth, asked.foreign)) / (asked.total or 1.0),
        things=sum(map(mul, asked.worth, things)) / (asked.total or 1.0),
    )
