"""Makes `bot/faq/reading/lexemes.txt`: what the dictionary says of the words that the bot's own files are made of.

The dictionary needs some 30 µs for a word; the twenty thousand words of the thesauri would cost most of a second at
each start. Run by hand after those files or the dictionary have changed; a test tells when.

    python -m tests.faq.bench.make_lexemes
"""

from pathlib import Path

from bot.faq.reading.language import normalise, words
from bot.faq.reading.morphology import CYRILLIC, LEXEMES, look_up, written

ROOT = Path(__file__).parents[3]
SOURCES = (
    ROOT / "bot/faq/matching/concepts.txt",
    ROOT / "data/synonyms.yaml",
    ROOT / "data/talk.yaml",
    ROOT / "data/faq.yaml",
)


def own_words() -> list[str]:
    """Every Russian word of the sources."""
    texts = (path.read_text(encoding="utf-8") for path in SOURCES)
    found = {word for text in texts for line in text.splitlines() for word in words(normalise(line))}
    return sorted(word for word in found if CYRILLIC.search(word))


def main() -> None:
    LEXEMES.write_text("".join(f"{written(look_up(word))}\n" for word in own_words()), encoding="utf-8")


if __name__ == "__main__":
    main()
