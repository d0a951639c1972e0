"""Finds the weights of `bot/faq/decide.py` from labelled questions; run by hand, its result is copied there.

Multinomial logit over an entry's evidence and the doubts that any entry fits, by gradient descent with a small
penalty on large weights. Several sets from different trades keep it from learning one catalogue's habits; `--leave`
fits without one set and measures on it, which tells how well the weights carry over. Needs `pip install numpy`.

    python -m tests.faq.bench.fit SYNONYMS.yaml FAQ.yaml QUESTIONS.jsonl [FAQ QUESTIONS …] [--leave]
"""

import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

from bot.faq.catalogue import load
from bot.faq.decide import Doubts, doubts
from bot.faq.evaluate import Question, read_questions
from bot.faq.evidence import Evidence
from bot.faq.index import Index
from bot.faq.lexicon import synonyms
from bot.faq.matching import candidates
from bot.faq.query import read

np: Any = import_module("numpy")

PENALTY = 2e-3
STEPS = 300
STEP = 0.25
OUT_OF_SCOPE = 1.7  # a needless answer costs more than a missed one
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
    """Weights by Adam; the bias goes unpenalised."""
    used = [row for row in learnt if row.right.any()]
    cost = np.array([OUT_OF_SCOPE if row.right[-1] else 1.0 for row in used])
    cost /= cost.sum()
    penalty = np.array([0.0 if name == "bias" else PENALTY for name in NAMES])
    weights, mean, spread = (np.zeros(len(NAMES)) for _ in range(3))
    for step in range(1, STEPS + 1):
        slope = penalty * weights
        for row, share in zip(used, cost, strict=True):
            likely = _shares(row.seen @ weights)
            wanted = likely * row.right
            slope += share * (row.seen.T @ (likely - wanted / wanted.sum()))
        mean = 0.9 * mean + 0.1 * slope
        spread = 0.99 * spread + 0.01 * slope**2
        weights -= STEP * (mean / (1 - 0.9**step)) / (np.sqrt(spread / (1 - 0.99**step)) + 1e-8)
    return weights


def _shares(odds: Any) -> Any:
    raised = np.exp(odds - odds.max())
    return raised / raised.sum()


def first(measured: Sequence[Row], weights: Any) -> tuple[float, float]:
    """Share of questions with the right entry first, and among the first three."""
    inside = [row for row in measured if not row.right[-1]]
    order = [np.argsort(-(row.seen[:-1] @ weights), kind="stable") for row in inside]
    hits = [row.right[at] for row, at in zip(inside, order, strict=True)]
    return tuple(sum(bool(hit[:size].any()) for hit in hits) / len(inside) for size in (1, 3))  # type: ignore[return-value]  # two sizes, two shares


def main(words: str, *files: str) -> None:
    leave = "--leave" in files
    paths = [Path(file) for file in files if file != "--leave"]
    sets = {faq.stem: rows(faq, asked, Path(words)) for faq, asked in zip(paths[::2], paths[1::2], strict=True)}
    for name in sets if leave else ():
        weights = fit([row for other, listed in sets.items() if other != name for row in listed])
        sys.stdout.write("{} left out: {:.3f} first, {:.3f} in three\n".format(name, *first(sets[name], weights)))
    weights = fit([row for listed in sets.values() for row in listed])
    for name, weight in zip(NAMES, weights, strict=True):
        sys.stdout.write(f"    {name}={weight:.2f},\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
