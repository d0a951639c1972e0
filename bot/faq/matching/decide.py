"""What the bot makes of a question: an answer, a few questions to choose from, or nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, log
from operator import mul
from typing import Literal, NamedTuple

from bot.faq.matching.candidates import Candidate
from bot.faq.matching.evidence import Evidence
from bot.faq.matching.query import Query

Kind = Literal["answer", "suggest", "none"]

KEPT = 5  # matches in a decision
SHOWN = 3  # of them are shown as suggestions
ANSWER = 0.87  # confidence from which the first match is given at once
SUGGEST = 0.42  # probability from which the right entry is likely enough among those shown
_VERBATIM = 7.0  # log odds: who lists a question word for word says that it means the entry
_CERTAIN = 1e-6  # a probability is kept so far from 0 and 1


class Doubts(NamedTuple):
    """What speaks for there being no answer."""

    bias: float
    words: float  # logarithm of how many words tell something
    unmet: float  # share of the question's worth that no entry has
    strange: float  # how far its meaning is from every entry
    foreign: float  # share of the question's worth that is foreign to the catalogue
    things: float  # the same, of nouns and names alone


class Confidence(NamedTuple):
    """What tells whether the best entry is the answer, beyond its being the best."""

    bias: float
    best: float  # log odds of the best entry
    none: float  # log odds of there being none
    cover: float  # of the question's worth, met in the entry
    lacking: float  # worth of the most telling noun or name that the entry lacks
    words: float  # logarithm of how many words tell something


# A multinomial logit: an entry's odds grow by e to the sum of weight times evidence, those of no entry by that of
# weight times doubt. The weights were found by tests/faq/bench/fit.py on eleven catalogues of different trades.
_WEIGHTS = Evidence(
    query_cover=-0.27,
    phrase_cover=0.74,
    harmonic=0.34,
    exact=3.11,
    entry_cover=8.84,
    sure_cover=-1.53,
    answer_cover=6.34,
    letters=0.67,
    weight=2.73,
    order=1.11,
    support=3.17,
    keyword=-0.41,
    meaning=4.76,
    told_meaning=1.56,
    lacking=-0.51,
)
_DOUBTS = Doubts(
    bias=14.99,
    words=-2.41,
    unmet=-2.77,
    strange=-5.97,
    foreign=-1.61,
    things=2.52,
)
_CONFIDENCE = Confidence(
    bias=-1.80,
    best=0.69,
    none=0.05,
    cover=2.15,
    lacking=-0.22,
    words=0.68,
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
    matches, against = _weigh(asked, found)
    if matches and confidence(found, matches, against) >= ANSWER:
        return Decision("answer", matches[:KEPT])
    if sum(match.score for match in matches[:SHOWN]) >= SUGGEST:
        return Decision("suggest", matches[:KEPT])
    return Decision("none", matches[:KEPT])


def confidence(found: Sequence[Candidate], matches: Sequence[Match], against: Doubts) -> float:
    """How sure (0 to 1) it is that the first match answers the question: sure enough to say nothing else."""
    best = next(candidate for candidate in found if candidate.id == matches[0].id)
    if best.verbatim:
        return matches[0].score
    if not against.words:  # words that fit any question tell nothing
        return 0.0
    none = 1.0 - sum(match.score for match in matches)
    facts = confidence_facts(matches[0].score, none, best.evidence, against)
    return 1.0 / (1.0 + exp(-sum(map(mul, _CONFIDENCE, facts))))


def confidence_facts(best: float, none: float, evidence: Evidence, against: Doubts) -> Confidence:
    """From the probabilities of the best entry and of none, the best one's evidence, and what speaks against all."""
    return Confidence(1.0, _log_odds(best), _log_odds(none), evidence.entry_cover, evidence.lacking, against.words)


def _log_odds(probability: float) -> float:
    kept = min(1.0 - _CERTAIN, max(_CERTAIN, probability))
    return log(kept / (1.0 - kept))


def probabilities(asked: Query, found: Sequence[Candidate]) -> tuple[Match, ...]:
    """All candidates, best first; what the scores lack to 1 is the probability that none is meant."""
    return _weigh(asked, found)[0]


def _weigh(asked: Query, found: Sequence[Candidate]) -> tuple[tuple[Match, ...], Doubts]:
    against = doubts(asked, found)
    odds = {
        candidate.id: exp(sum(map(mul, _WEIGHTS, candidate.evidence)) + _VERBATIM * candidate.verbatim)
        for candidate in found
    }
    whole = sum(odds.values()) + exp(sum(map(mul, _DOUBTS, against)))
    matches = [Match(name, value / whole) for name, value in odds.items()]
    return tuple(sorted(matches, key=lambda match: (-match.score, match.id))), against


def doubts(asked: Query, found: Sequence[Candidate]) -> Doubts:
    """What speaks for there being no answer."""
    met = max((candidate.evidence.entry_cover for candidate in found), default=0.0)
    return Doubts(
        bias=1.0,
        words=log(1 + sum(not term.word.weak for term in asked.terms)),
        unmet=1.0 - met,
        strange=1.0 - max((candidate.evidence.meaning for candidate in found), default=0.0),
        foreign=sum(map(mul, asked.worth, asked.foreign)) / (asked.total or 1.0),
        things=sum(asked.worth[at] * asked.foreign[at] for at in asked.things) / (asked.total or 1.0),
    )
