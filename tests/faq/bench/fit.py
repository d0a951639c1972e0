"""Finds the weights of `bot/faq/matching/decide.py` from labelled questions; run by hand, its result is copied there.

Ranking is a multinomial logit over each entry's evidence and over the doubts that any entry fits. Confidence is a
logit over what ranking came to, learnt from sets that ranking didn't see: it is to know how far ranking can be
trusted on a catalogue that nobody tuned it to. Both by gradient descent with a small penalty on large weights, on
sets of different trades by different authors; every figure is of a set that the weights were not fitted on. Needs
`pip install numpy`.

    python -m tests.faq.bench.fit SYNONYMS.yaml FAQ.yaml QUESTIONS.jsonl [FAQ QUESTIONS …]
"""

import sys
from collections.abc import Iterable, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

from bot.faq.catalogue.lexicon import synonyms
from bot.faq.catalogue.load import load
from bot.faq.evaluate import Question, read_questions
from bot.faq.matching.candidates import candidates
from bot.faq.matching.decide import Confidence, Doubts, confidence_facts, doubts
from bot.faq.matching.evidence import Evidence
from bot.faq.matching.index import Index
from bot.faq.matching.query import read

np: Any = import_module("numpy")

PENALTY = 1e-4
STEPS = 800
STEP = 0.25
OUT_OF_SCOPE = 1.7  # a needless answer costs more than a missed one
SURE_OUT_OF_SCOPE = 3.0  # the same for confidence
NAMES = (*Evidence._fields, *Doubts._fields)


class Row(NamedTuple):
    """A question: evidence of its candidates with the doubts as last row, and which rows are right."""

    seen: Any
    right: Any


def rows(faq: Path, questions: Path, words: Path) -> list[Row]:
    index = Index(load(faq), synonyms(words))
    return [_row(index, question) for question in read_questions(questions)]


def _row(index: Index, question: Question) -> Row:
    asked = read(index, question.q)
    found = candidates(index, asked)
    seen = np.zeros((len(found) + 1, len(NAMES)))
    for number, candidate in enumerate(found):
        seen[number, : len(Evidence._fields)] = candidate.evidence
    seen[-1, len(Evidence._fields) :] = doubts(asked, found)
    return Row(seen, np.array([*(one.id in question.right for one in found), not question.right]))


def fit(learnt: Sequence[Row]) -> Any:
    """Weights of ranking."""
    used = [row for row in learnt if row.right.any()]
    cost = np.array([OUT_OF_SCOPE if row.right[-1] else 1.0 for row in used])
    cost /= cost.sum()
    stacked = np.concatenate([row.seen for row in used])
    starts = np.cumsum([0, *(len(row.seen) for row in used)])[:-1]
    right = np.concatenate([row.right for row in used])
    owner = np.repeat(np.arange(len(used)), [len(row.seen) for row in used])

    def slope(weights: Any) -> Any:
        odds = stacked @ weights
        raised = np.exp(odds - np.maximum.reduceat(odds, starts)[owner])
        likely = raised / np.add.reduceat(raised, starts)[owner]
        wanted = likely * right
        wanted /= np.add.reduceat(wanted, starts)[owner]
        return stacked.T @ ((likely - wanted) * cost[owner])

    return _descend(slope, np.array([0.0 if name == "bias" else PENALTY for name in NAMES]))


def fit_confidence(facts: Any, right: Any, outside: Any) -> Any:
    """Weights of confidence; `facts` as rows, `right` whether the first entry was, `outside` of no entry's business."""
    cost = np.where(outside, SURE_OUT_OF_SCOPE, 1.0)
    cost /= cost.sum()

    def slope(weights: Any) -> Any:
        return facts.T @ ((1 / (1 + np.exp(-facts @ weights)) - right) * cost)

    return _descend(slope, np.array([0.0 if name == "bias" else PENALTY / 10 for name in Confidence._fields]))


def _descend(slope: Any, penalty: Any) -> Any:
    """By Adam."""
    weights, mean, spread = (np.zeros(len(penalty)) for _ in range(3))
    for step in range(1, STEPS + 1):
        gradient = slope(weights) + penalty * weights
        mean = 0.9 * mean + 0.1 * gradient
        spread = 0.99 * spread + 0.01 * gradient**2
        weights -= STEP * (mean / (1 - 0.9**step)) / (np.sqrt(spread / (1 - 0.99**step)) + 1e-8)
    return weights


def shares(row: Row, weights: Any) -> Any:
    """Probability of each candidate; that of none comes last."""
    odds = row.seen @ weights
    raised = np.exp(odds - odds.max())
    return raised / raised.sum()


def facts_of(row: Row, weights: Any) -> Any:
    likely = shares(row, weights)
    best = int(likely[:-1].argmax())
    evidence = Evidence(*row.seen[best, : len(Evidence._fields)])
    against = Doubts(*row.seen[-1, len(Evidence._fields) :])
    return confidence_facts(float(likely[best]), float(likely[-1]), evidence, against)


class Held(NamedTuple):
    """A set judged by weights that were fitted without it."""

    facts: Any
    first: Any
    three: Any
    outside: Any
    shown: Any  # probability of the first three together


def judge(measured: Sequence[Row], weights: Any) -> Held:
    found = [row for row in measured if len(row.seen) > 1]
    likely = [shares(row, weights)[:-1] for row in found]
    order = [np.argsort(-one, kind="stable")[:3] for one in likely]
    hits = [row.right[:-1][at] for row, at in zip(found, order, strict=True)]
    return Held(
        facts=np.array([facts_of(row, weights) for row in found]),
        first=np.array([bool(hit[0]) for hit in hits]),
        three=np.array([bool(hit.any()) for hit in hits]),
        outside=np.array([bool(row.right[-1]) for row in found]),
        shown=np.array([one[at].sum() for one, at in zip(likely, order, strict=True)]),
    )


def report(name: str, held: Held, sure: Any) -> None:
    inside = ~held.outside
    found = f"{name:12} first {held.first[inside].mean():.3f}, in three {held.three[inside].mean():.3f}"
    sys.stdout.write(f"{found}; sure from: given right, wrong, though out of scope\n")
    for limit in (0.7, 0.75, 0.8, 0.85, 0.9):
        given = sure >= limit
        right, wrong = (given & held.first)[inside].mean(), (given & ~held.first)[inside].mean()
        sys.stdout.write(f"    {limit:.2f}: {right:.3f} {wrong:.3f} {given[held.outside].mean():.3f}\n")
    for limit in (0.25, 0.3, 0.35, 0.4, 0.45):
        left = (held.shown < limit)[held.outside].mean()
        helped = (held.three & (held.shown >= limit))[inside].mean()
        sys.stdout.write(f"    shown from {limit:.2f}: helped at most {helped:.3f}, left alone {left:.3f}\n")


def pooled(parts: Iterable[Held]) -> Held:
    return Held(*(np.concatenate(column) for column in zip(*parts, strict=True)))


def main(words: str, *files: str) -> None:
    paths = [Path(file) for file in files]
    sets = {faq.stem: rows(faq, asked, Path(words)) for faq, asked in zip(paths[::2], paths[1::2], strict=True)}
    held = {}
    for name, measured in sets.items():
        weights = fit([row for other, listed in sets.items() if other != name for row in listed])
        held[name] = judge(measured, weights)
    for name, one in held.items():
        others = pooled(other for key, other in held.items() if key != name)
        sure = fit_confidence(others.facts, others.first & ~others.outside, others.outside)
        report(name, one, 1 / (1 + np.exp(-one.facts @ sure)))
    everything = pooled(held.values())
    sure = fit_confidence(everything.facts, everything.first & ~everything.outside, everything.outside)
    report("all", everything, 1 / (1 + np.exp(-everything.facts @ sure)))
    found = fit([row for listed in sets.values() for row in listed])
    for name, weight in (*zip(NAMES, found, strict=True), *zip(Confidence._fields, sure, strict=True)):
        sys.stdout.write(f"    {name}={weight:.2f},\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
