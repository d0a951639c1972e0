"""Time per question, index time and memory, beside plain rapidfuzz WRatio on the same phrases in the same run.

    python -m tests.faq.bench.speed QUESTIONS.jsonl [ENTRIES …]

Each question is asked once of a fresh index (nothing of it is cached) and the garbage collector runs as it will.
Larger catalogues are made of the given one: entries are copied with a share of their words exchanged for others.
"""

import random
import sys
import tracemalloc
from collections.abc import Callable, Sequence
from pathlib import Path
from time import perf_counter

from rapidfuzz import fuzz, process

from bot.faq.book import Book
from bot.faq.catalogue.lexicon import Synonyms, synonyms
from bot.faq.catalogue.load import Catalogue, Entry, load
from bot.faq.evaluate import read_questions
from bot.faq.matching.meanings import meanings

DATA = Path(__file__).parents[3] / "data"


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


def measure(ask: Callable[[str], object], asked: Sequence[str]) -> str:
    times = []
    for text in asked:
        start = perf_counter()
        ask(text)
        times.append((perf_counter() - start) * 1000)
    times.sort()
    return f"median {times[len(times) // 2]:.2f} ms, p99 {times[int(len(times) * 0.99)]:.2f} ms, max {times[-1]:.2f} ms"


def _memory(catalogue: Catalogue, words: Synonyms) -> float:
    """MB that a book keeps, its own caches and those of the language included."""
    tracemalloc.start()
    kept = Book(catalogue, words)
    used = tracemalloc.get_traced_memory()[0] / 2**20
    tracemalloc.stop()
    del kept
    return used


def main(questions: Path, sizes: Sequence[int]) -> None:
    source, words = load(DATA / "faq.yaml"), synonyms(DATA / "synonyms.yaml")
    asked = [question.q for question in read_questions(questions)]
    Book(source, words).ask("прогрев")  # the dictionary and the vectors are read once
    for size in sizes:
        catalogue = grown(source, size)
        start = perf_counter()
        book = Book(catalogue, words)
        seconds = perf_counter() - start
        sys.stdout.write(f"{size} entries: index {seconds:.2f} s; {measure(book.ask, asked)}\n")
        phrases = [text.lower() for entry in catalogue.entries for text in (entry.question, *entry.variants)]
        sample = asked[:: max(1, size // 200)]
        ratio = measure(lambda text: process.extract(text.lower(), phrases, scorer=fuzz.WRatio, limit=5), sample)  # noqa: B023 - called at once
        sys.stdout.write(f"    WRatio over {len(phrases)} phrases: {ratio}\n")
        sys.stdout.write(f"    memory {_memory(catalogue, words):.0f} MB\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), [int(size) for size in sys.argv[2:]] or [100, 1_000, 10_000])
