"""Search as one types: the last word may be unfinished, and there is a list to choose from instead of an answer."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from itertools import islice, takewhile

from bot.faq.catalogue.entry import Catalogue
from bot.faq.matching.candidates import candidates
from bot.faq.matching.decide import probabilities
from bot.faq.matching.index import Index
from bot.faq.matching.query import query
from bot.faq.reading.language import normalise, words
from bot.faq.reading.layout import russian_layout
from bot.faq.reading.transliteration import readings

FEWEST = 2  # letters: one letter begins nearly every question
_ENDINGS = 5  # of an unfinished word are tried, the most frequent
_SPELT = 3  # readings of Latin letters are tried
_LEAST = 0.02  # probability below which an entry is there by chance


class Search:
    """Looks through a catalogue; pure after it is made."""

    def __init__(self, index: Index, catalogue: Catalogue) -> None:
        self._index = index
        phrases = (phrase for entry in catalogue.entries for phrase in (entry.question, *entry.variants))
        self._frequent = Counter(word for phrase in phrases for word in words(normalise(phrase)))
        self._words = sorted(self._frequent)

    def __call__(self, text: str) -> list[str]:
        """The ids of entries, best first; none for a text too short to tell anything."""
        plain = normalise(text)
        if len(plain.strip()) < FEWEST:
            return []
        best: dict[str, float] = {}
        for reading in self._readings(plain):
            asked = query(self._index, self._index.reader.read(reading))
            for match in probabilities(asked, candidates(self._index, asked)):
                best[match.id] = max(best.get(match.id, 0.0), match.score)
        worth_showing = (name for name, score in best.items() if score >= _LEAST)
        return sorted(worth_showing, key=lambda name: (-best[name], name))

    def _readings(self, plain: str) -> Iterator[str]:
        """The text as it stands, and with its last word finished in the likeliest ways."""
        yield plain
        said = words(plain)
        if not said or not plain.endswith(said[-1]) or said[-1] in self._frequent:
            return
        meant = (russian_layout(plain), *(plain.removesuffix(said[-1]) + word for word in readings(said[-1])[:_SPELT]))
        for text in dict.fromkeys((plain, *meant)):
            last = words(text)[-1:]
            for ending in self._endings(last[0] if last else ""):
                yield text + ending

    def _endings(self, begun: str) -> list[str]:
        """How a word may go on."""
        if len(begun) < FEWEST:
            return []
        at = bisect_left(self._words, begun)
        found = list(takewhile(lambda word: word.startswith(begun), islice(self._words, at, None)))
        likely = sorted(found, key=lambda word: (-self._frequent[word], word))[:_ENDINGS]
        return [word.removeprefix(begun) for word in likely]
