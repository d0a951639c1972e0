"""A careful look at one entry: everything that speaks for it."""

from collections.abc import Sequence
from operator import mul
from typing import NamedTuple

from rapidfuzz import fuzz

from bot.faq.matching.index import WIDTH, Index, Indexed, Phrase
from bot.faq.matching.meanings import alike
from bot.faq.matching.query import Query

_ALMOST = 0.85  # of both covered: what is beyond it counts anew


class Evidence(NamedTuple):
    """What speaks for an entry, each 0 to 1."""

    query_cover: float  # of the question's worth, met in the best phrase
    phrase_cover: float  # of the best phrase's worth, met in the question
    harmonic: float  # of the two
    exact: float  # whether the two say the same, and nothing else
    entry_cover: float  # of the question's worth, met in any phrase
    sure_cover: float  # the same, by lemmas and roots alone
    answer_cover: float  # of the question's worth, met only in the answer
    letters: float  # likeness of the letters
    weight: float  # worth met in phrases, against three rare words
    order: float  # words met side by side as in the phrase
    support: float  # harmonic of the second best phrase
    keyword: float  # whether the best phrase is a keyword
    meaning: float  # likeness of meanings
    told_meaning: float  # likeness to the meaning of the answer
    lacking: float  # worth of the most telling noun or name that isn't met


def evidence(index: Index, asked: Query, entry: Indexed) -> Evidence:
    """Looks at one entry carefully."""
    meetings, anywhere, surely = _meetings(asked, entry)
    best = second = _NOTHING_MET
    for number, met in meetings.items():
        cover = _cover(asked, entry.phrases[number], met)
        if cover.harmonic > best.harmonic:
            best, second = cover, best
        elif cover.harmonic > second.harmonic:
            second = cover
    whole = asked.total or 1.0
    in_phrases = sum(map(mul, asked.worth, anywhere))
    return Evidence(
        query_cover=best.query_cover,
        phrase_cover=best.phrase_cover,
        harmonic=best.harmonic,
        exact=max(0.0, best.harmonic - _ALMOST) / (1.0 - _ALMOST),
        entry_cover=in_phrases / whole,
        sure_cover=sum(map(mul, asked.worth, surely)) / whole,
        answer_cover=_told(asked, entry, anywhere) / whole,
        letters=fuzz.token_sort_ratio(asked.text, best.phrase.text) / 100 if best.phrase else 0.0,
        weight=min(1.0, in_phrases / (3 * index.rarest)),
        order=best.order,
        support=second.harmonic,
        keyword=float(best.phrase.keyword) if best.phrase else 0.0,
        meaning=max(0.0, alike(asked.meaning, entry.meaning)),
        told_meaning=max(0.0, alike(asked.meaning, entry.told_meaning)),
        lacking=_lacking(asked, anywhere) / index.rarest,
    )


Meeting = dict[int, tuple[float, int]]  # word of the question: how surely it is met in a phrase, and where


class _Cover(NamedTuple):
    harmonic: float
    query_cover: float
    phrase_cover: float
    order: float
    phrase: Phrase | None


_NOTHING_MET = _Cover(0.0, 0.0, 0.0, 0.0, None)


def _meetings(asked: Query, entry: Indexed) -> tuple[dict[int, Meeting], list[float], list[float]]:
    """For each phrase where the question's words are met in it; how surely each is met in any; and so by root."""
    found: dict[int, Meeting] = {}
    anywhere = [0.0] * len(asked.terms)
    surely = [0.0] * len(asked.terms)
    for key in [key for key in asked.keys if key in entry.at]:
        places = entry.at[key]
        by_root = key[0] not in "^@#"
        for at, value in asked.keys[key]:
            for place in places:
                number, position = divmod(place, WIDTH)
                met = found.setdefault(number, {})
                if at not in met or value > met[at][0]:
                    met[at] = (value, position)
            anywhere[at] = max(anywhere[at], value)
            if by_root:
                surely[at] = asked.sure[at]
    return found, anywhere, surely


def _cover(asked: Query, phrase: Phrase, met: Meeting) -> _Cover:
    there: dict[int, float] = {}
    gained = order = 0.0
    last = -2
    for at, (value, position) in sorted(met.items()):
        gained += asked.worth[at] * value
        if value > there.get(position, 0.0):
            there[position] = value
        if position == last + 1:
            order += value
        last = position
    query_cover = gained / asked.total
    phrase_cover = sum([phrase.worth[position] * value for position, value in there.items()]) / phrase.total
    harmonic = 2 * query_cover * phrase_cover / (query_cover + phrase_cover)
    return _Cover(harmonic, query_cover, phrase_cover, min(1.0, order / 3), phrase)


def _lacking(asked: Query, anywhere: Sequence[float]) -> float:
    return max([asked.worth[at] * (1.0 - anywhere[at]) for at in asked.things], default=0.0)


def _told(asked: Query, entry: Indexed, anywhere: Sequence[float]) -> float:
    """Worth of the question's words that only the answer has."""
    told = list(anywhere)
    for key in [key for key in asked.keys if key in entry.told]:
        for at, value in asked.keys[key]:
            told[at] = max(told[at], value)
    return float(sum(map(mul, asked.worth, told)) - sum(map(mul, asked.worth, anywhere)))
