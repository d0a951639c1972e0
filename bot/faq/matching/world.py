"""The world a catalogue speaks of, as meanings: what is far from all its words is none of its business."""

from collections.abc import Iterable
from heapq import nsmallest

from bot.faq.matching.meanings import alike, meanings, sketch, unit
from bot.faq.reading.morphology import is_weak
from bot.faq.remembered import remembered

_FAR, _NEAR = 0.2, 0.7  # likeness of words that have nothing, or all but the same, in common
_UNHEARD = 0.8  # strangeness of a word whose meaning isn't known
_LIKELY = 8  # words compared exactly, after their sketches


class World:
    """The words that a catalogue speaks of, as meanings."""

    def __init__(self, lemmas: Iterable[str]) -> None:
        known = meanings()
        rows = (known.row(lemma) for lemma in sorted(lemmas) if not is_weak(lemma))
        self._rows = [(sketch(row), row) for row in rows if row is not None]
        self.strange = remembered(self._strange)

    def _strange(self, lemmas: tuple[str, ...]) -> float:
        mine = meanings().of_text([(lemmas, 1.0)])
        if mine is None:
            return _UNHEARD
        bits = sketch(mine)
        near = nsmallest(_LIKELY, self._rows, key=lambda pair: (pair[0] ^ bits).bit_count())
        kin = max((alike(mine, unit(row)) for _, row in near), default=0.0)
        return min(1.0, max(0.0, 1.0 - (kin - _FAR) / (_NEAR - _FAR)))
