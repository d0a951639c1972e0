"""Time per question, index time and memory, beside plain rapidfuzz WRatio on the same phrases in the same run.

    python -m tests.faq.bench.speed [ENTRIES …]

Each size has a process of its own, so that nothing is remembered from the one before; each question is asked once of a
fresh index, and the garbage collector runs as in the bot. Larger catalogues are made of `tests/faq/sets/isp.yaml`:
entries are copied with a share of their words exchanged for others. Memory is by how much the process grows with the
index and with all that was remembered of the questions; the dictionary and the vectors are there before. WRatio is
asked fewer of the questions, or one would wait for minutes. Linux only.
"""

import gc
import os
import random
import sys
from collections.abc import Callable, Sequence
from multiprocessing import get_context
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

from rapidfuzz import fuzz, process, utils

from bot.faq.book import Book
from bot.faq.catalogue.lexicon import synonyms
from bot.faq.catalogue.load import Catalogue, Entry, load
from bot.faq.evaluate import read_questions
from bot.faq.matching.meanings import meanings

DATA = Path(__file__).parents[3] / "data"
SET = Path(__file__).parents[1] / "sets" / "isp.yaml"
SIZES = (100, 1_000, 10_000)
_PATIENCE = 200_000  # entries that WRatio is compared with, over all its questions


class Times(NamedTuple):
    """Milliseconds."""

    asked: int
    median: float
    p99: float
    longest: float


class Row(NamedTuple):
    entries: int
    made: float  # seconds
    memory: float  # MB
    ours: Times
    phrases: int
    ratio: Times  # of WRatio


def grown(source: Catalogue, size: int) -> Catalogue:
    """A catalogue of `size` entries; every third long word of a copy is another word of the language."""
    chance = random.Random(size)  # noqa: S311 - the same catalogue every time
    words = [word for word in meanings().lemmas if len(word) > 4]

    def other(text: str) -> str:
        return " ".join(
            chance.choice(words) if len(word) > 4 and chance.random() < 0.33 else word for word in text.split()
        )

    def copy(number: int, entry: Entry) -> Entry:
        changed = {
            "id": f"{entry.id}-{number}",
            "question": other(entry.question),
            "variants": tuple(map(other, entry.variants)),
            "keywords": tuple(map(other, entry.keywords)),
        }
        return entry.model_copy(update=changed)

    copies = range(max(0, size - len(source.entries)))
    made = (copy(number, source.entries[number % len(source.entries)]) for number in copies)
    return Catalogue(entries=(*source.entries[:size], *made))


def timed(ask: Callable[[str], object], asked: Sequence[str]) -> Times:
    times = []
    for text in asked:
        start = perf_counter()
        ask(text)
        times.append((perf_counter() - start) * 1000)
    times.sort()
    return Times(len(times), times[len(times) // 2], times[int(len(times) * 0.99)], times[-1])


def measured(size: int) -> Row:
    source, words = load(SET), synonyms(DATA / "synonyms.yaml")
    asked = [question.q for question in read_questions(SET.with_suffix(".jsonl"))]
    Book(source, words).ask("прогрев")  # the dictionary and the vectors are read once
    catalogue = grown(source, size)
    gc.collect()
    before, start = _resident(), perf_counter()
    book = Book(catalogue, words)
    made = perf_counter() - start
    gc.collect()
    gc.freeze()  # as whatever puts a FAQ in force does
    ours = timed(book.ask, asked)
    memory = _resident() - before
    phrases = [utils.default_process(text) for entry in catalogue.entries for text in entry.ways]

    def ratio(text: str) -> object:
        return process.extract(utils.default_process(text), phrases, scorer=fuzz.WRatio, processor=None, limit=5)

    fewer = asked[:: max(1, len(asked) * size // _PATIENCE)]
    return Row(size, made, memory, ours, len(phrases), timed(ratio, fewer))


def _resident() -> float:
    """MB of this process in memory: proc(5), the second number of statm."""
    pages = Path("/proc/self/statm").read_text(encoding="ascii").split()[1]
    return int(pages) * os.sysconf("SC_PAGE_SIZE") / 2**20


def main(sizes: Sequence[int]) -> None:
    print("time per question in ms; WRatio over the questions and variants of the same catalogue")
    print(
        "entries   index  memory   asked  median    p99    max   WRatio: asked  median      p99   p99, Biletik : WRatio"
    )
    with get_context("spawn").Pool(1, maxtasksperchild=1) as pool:
        for row in pool.imap(measured, sizes):
            ours = f"{row.ours.asked:6}  {row.ours.median:6.2f} {row.ours.p99:6.2f} {row.ours.longest:6.1f}"
            ratio = f"{row.ratio.asked:13}  {row.ratio.median:6.1f} {row.ratio.p99:8.1f}"
            share = f"{row.ours.p99 / row.ratio.p99:8.3f}"
            print(f"{row.entries:7} {row.made:5.2f} s {row.memory:4.0f} MB  {ours}   {ratio}   {share}", flush=True)


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or SIZES)
