"""Biletik beside plain rapidfuzz and beside BM25, on the same questions in the same run.

    python -m tests.faq.bench.rivals FAQ.yaml QUESTIONS.jsonl

Rivals know neither when to answer at once nor when to say nothing. Both limits are chosen for them on the very
questions they are measured with, in their favour: they answer from the lowest score at which at most 1% of the answers
are wrong and at most 1% of the questions out of scope are answered, and show suggestions from the lowest score at
which they leave as many questions out of scope alone as Biletik does. Biletik's own limits stay as they are.

The second table asks the hand-written questions (kinds paraphrase and short, those without Latin letters) as other
hands would have typed them, see `hands.py`.
"""

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import chain
from math import inf, log
from pathlib import Path
from typing import Protocol

import snowballstemmer
from rapidfuzz import fuzz, process, utils

from bot.cli.faq import table
from bot.faq.book import Book
from bot.faq.catalogue import markup
from bot.faq.catalogue.entry import Catalogue, Entry
from bot.faq.evaluate import Question, by_kind, figures, read_questions
from bot.faq.matching.decide import KEPT, Decision, Kind, Match
from bot.faq.reading.language import normalise, words
from bot.texts import Texts
from tests.faq.bench.hands import HANDS, by_hand

DATA = Path(__file__).parents[3] / "data"
FORGIVEN = 0.01  # of the answers may be wrong, of the questions out of scope may be answered

Ask = Callable[[str], Decision]


class Rival(Protocol):
    """Ranks entries by scores of its own, best first."""

    def rank(self, text: str) -> list[Match]: ...


class WRatio:
    """The best `fuzz.WRatio` over an entry's question, variants and keywords, without case and punctuation."""

    def __init__(self, catalogue: Catalogue) -> None:
        pairs = [(phrase, entry.id) for entry in catalogue.entries for phrase in _phrases(entry)]
        self._phrases = [utils.default_process(phrase) for phrase, _ in pairs]
        self._owners = [owner for _, owner in pairs]

    def rank(self, text: str) -> list[Match]:
        asked = utils.default_process(text)
        best: dict[str, float] = {}
        for _, score, at in process.extract(asked, self._phrases, scorer=fuzz.WRatio, processor=None, limit=None):
            best.setdefault(self._owners[at], score)
        return [Match(name, score) for name, score in best.items() if score]


class BM25:
    """Okapi BM25 over Snowball stems of all that an entry says, the answer too (without it a point worse)."""

    K1, B = 1.2, 0.75

    def __init__(self, catalogue: Catalogue) -> None:
        self._told = {entry.id: Counter(_stems(_everything(entry))) for entry in catalogue.entries}
        self._usual = sum(told.total() for told in self._told.values()) / len(self._told)
        self._having = Counter(chain.from_iterable(self._told.values()))

    def rank(self, text: str) -> list[Match]:
        asked = set(_stems(text))
        found = (Match(name, sum(self._worth(stem, told) for stem in asked)) for name, told in self._told.items())
        return sorted((match for match in found if match.score), key=lambda match: -match.score)

    def _worth(self, stem: str, told: Counter[str]) -> float:
        often, having = told[stem], self._having[stem]
        rarity = log(1 + (len(self._told) - having + 0.5) / (having + 0.5))
        return rarity * often * (self.K1 + 1) / (often + self.K1 * (1 - self.B + self.B * told.total() / self._usual))


def _phrases(entry: Entry) -> tuple[str, ...]:
    return (*entry.ways, *entry.keywords)


def _everything(entry: Entry) -> str:
    return " ".join((*_phrases(entry), markup.plain(entry.answer)))


def _stems(text: str) -> list[str]:
    return [_stem(word) for word in words(normalise(text))]


_RUSSIAN, _ENGLISH = snowballstemmer.stemmer("russian"), snowballstemmer.stemmer("english")


@lru_cache(maxsize=100_000)
def _stem(word: str) -> str:
    return str((_ENGLISH if word.isascii() else _RUSSIAN).stemWord(word))


def with_limits(rival: Rival, questions: Sequence[Question], left_alone: float) -> Ask:
    """The rival with the limits that suit it best on `questions`, see above."""
    asked = [(question, rival.rank(question.q)) for question in questions]

    def answers(limit: float) -> bool:
        found = figures([(question, _decided(ranked, limit, inf)) for question, ranked in asked])
        return (found.wrong or 0.0) <= FORGIVEN and (found.out_given or 0.0) <= FORGIVEN

    def shows(limit: float) -> bool:
        found = figures([(question, _decided(ranked, inf, limit)) for question, ranked in asked])
        return (found.out_left or 0.0) >= left_alone

    scores = sorted({ranked[0].score for _, ranked in asked if ranked})
    answer, show = _lowest(scores, answers), _lowest(scores, shows)
    return lambda text: _decided(rival.rank(text), answer, show)


def _decided(ranked: Sequence[Match], answer: float, show: float) -> Decision:
    best = ranked[0].score if ranked else -inf
    kind: Kind = "answer" if best >= answer else "suggest" if best >= show else "none"
    return Decision(kind, tuple(ranked[:KEPT]))


def _lowest(scores: Sequence[float], fits: Callable[[float], bool]) -> float:
    """The lowest score that fits; whatever fits at one score fits at all higher ones."""
    low, high = 0, len(scores)
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if fits(scores[middle]) else (middle + 1, high)
    return scores[low] if low < len(scores) else inf


def first_of(ask: Ask, questions: Iterable[tuple[Question, str]]) -> float:
    """The share of questions, each typed as the text beside it, whose right entry comes first."""
    found = figures([(question, ask(text)) for question, text in questions])
    return found.first or 0.0


def print_by_kind(contestants: Mapping[str, Ask], questions: Sequence[Question]) -> None:
    for name, ask in contestants.items():
        print(f"{name}, per cent of the questions\n")
        print(*table(by_kind(ask, questions), Texts("en")), "", sep="\n")


def print_by_hand(contestants: Mapping[str, Ask], questions: Sequence[Question]) -> None:
    typed = [question for question in questions if by_hand(question)]
    print(f"right first, per cent of {len(typed)} hand-written questions, as other hands would have typed them\n")
    width = max(map(len, HANDS))
    print("  ".join([" " * width, *contestants]))
    for how, hand in HANDS.items():
        texts = [(question, hand(question.q)) for question in typed]
        shares = (f"{100 * first_of(ask, texts):.1f}".rjust(len(name)) for name, ask in contestants.items())
        print("  ".join([how.ljust(width), *shares]))


def main(faq: Path, asked: Path) -> None:
    book = Book.load(faq, DATA / "synonyms.yaml", DATA / "talk.yaml")
    questions = read_questions(asked)
    left_alone = by_kind(book.ask, questions)["all"].out_left or 0.0
    rivals: dict[str, Rival] = {"rapidfuzz WRatio": WRatio(book.catalogue), "BM25 over stems": BM25(book.catalogue)}
    limited = {name: with_limits(rival, questions, left_alone) for name, rival in rivals.items()}
    contestants: dict[str, Ask] = {"Biletik": book.ask, **limited}
    print_by_kind(contestants, questions)
    print_by_hand(contestants, questions)


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
