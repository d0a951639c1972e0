"""From a question to entries, best first."""

from rapidfuzz import fuzz, process

from bot.faq.decide import Match
from bot.faq.index import Index
from bot.faq.language import normalise


def rank(index: Index, text: str, context: str | None = None) -> tuple[Match, ...]:
    query = normalise(text)
    best: dict[str, float] = {}
    texts = [phrase for phrase, _ in index.phrases]
    for _, score, number in process.extract(query, texts, scorer=fuzz.token_set_ratio, limit=30):
        name = index.phrases[number][1]
        bonus = 5.0 if name == context else 0.0
        best[name] = max(best.get(name, 0.0), min(100.0, score + bonus))
    ordered = sorted(best.items(), key=lambda pair: (-pair[1], pair[0]))
    return tuple(Match(name, score / 100) for name, score in ordered[:5])
