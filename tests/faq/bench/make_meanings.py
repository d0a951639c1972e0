"""Makes `bot/faq/matching/meanings.bin` from navec's word vectors; run by hand, its result is committed.

Needs `pip install numpy navec` and navec's news embeddings (`navec_news_v1_1B_250K_300d_100q.tar`, MIT licence; the
package `natasha` ships them). Word forms are summed into lemmas, the mean and the three strongest directions (what
all words share) are removed, the rest is reduced to `SIZE` numbers of one byte each.

    python -m tests.faq.bench.make_meanings NAVEC.tar
"""

import re
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

from bot.faq.matching import meanings
from bot.faq.reading import morphology

LEMMAS = 25_000  # the most frequent ones; rarer words have poor vectors
SIZE = 80
COMMON_DIRECTIONS = 3


def main(source: Path) -> None:
    np = import_module("numpy")
    navec = import_module("navec").Navec.load(str(source))
    rows = navec.pq.unpack()
    rows /= np.linalg.norm(rows, axis=1, keepdims=True).clip(1e-6)
    sums: dict[str, Any] = {}
    counts: dict[str, float] = {}
    for row, form, count in zip(rows, navec.vocab.words, navec.vocab.counts, strict=False):
        word = form.replace("ё", "е")
        if re.fullmatch("[а-я]+", word):
            lemmas = _lemmas(word)
            for lemma in lemmas:
                sums[lemma] = sums.get(lemma, 0) + row * np.log1p(count)
                counts[lemma] = counts.get(lemma, 0.0) + count / len(lemmas)
    kept = tuple(sorted(counts, key=lambda lemma: (-counts[lemma], lemma))[:LEMMAS])
    matrix = _unit(np, np.array([sums[lemma] for lemma in kept]))
    matrix = matrix - matrix.mean(0)
    matrix = matrix - matrix @ _directions(np, matrix, COMMON_DIRECTIONS) @ _directions(np, matrix, COMMON_DIRECTIONS).T
    matrix = _unit(np, matrix) @ _directions(np, matrix, SIZE)
    # a rotation spreads what is told evenly, so that the signs alone are a fair sketch (see Meanings.sketch)
    rotation, _ = np.linalg.qr(np.random.default_rng(1).standard_normal((SIZE, SIZE)))
    matrix = np.clip(np.round(_unit(np, matrix @ rotation) * meanings.SCALE), -127, 127).astype("i1")
    meanings.write(kept, SIZE, matrix.tobytes())


def _lemmas(word: str) -> set[str]:
    """Dictionary forms only, without names of people and places: of those news are full and FAQs are not."""
    return {lemma for lemma, tag in morphology._parses(word) if not tag.grammemes & {"Name", "Surn", "Patr", "Geox"}}


def _unit(np: Any, matrix: Any) -> Any:
    return matrix / np.linalg.norm(matrix, axis=1, keepdims=True).clip(1e-6)


def _directions(np: Any, matrix: Any, count: int) -> Any:
    return np.linalg.svd(matrix, full_matrices=False)[2][:count].T


if __name__ == "__main__":
    main(Path(sys.argv[1]))
