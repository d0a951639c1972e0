"""Mistakes in the provider's files in words: where, what, and how to mend it."""

from collections.abc import Iterable, Iterator

from bot.texts import Fact, Html, Texts
from bot.yamlfiles import Problem

LONGEST = 200
"""Characters that are quoted of a value."""


def lines(problem: Problem, texts: Texts) -> Iterator[str]:
    """Two lines for the shell and for a file: where and what, and how to mend it."""
    kind = "faq-check-line" if problem.severity == "error" else "faq-check-warning-line"
    place = {"file": problem.file, "line": str(problem.line), "column": str(problem.column)}
    yield texts.plain(kind, **place, problem=_what(problem, texts))
    yield texts.plain("faq-check-remedy-line", remedy=_remedy(problem, texts))


def paragraph(problem: Problem, texts: Texts) -> Html:
    """The same for a chat, where the file is known."""
    place = {"line": str(problem.line), "column": str(problem.column)}
    return texts.html("faq-problem", **place, problem=_what(problem, texts), remedy=_remedy(problem, texts))


def paragraphs(problems: Iterable[Problem], texts: Texts, room: int) -> tuple[Html, int]:
    """As many as fit into some characters, and how many don't."""
    shown: list[str] = []
    left = 0
    for problem in problems:
        words = paragraph(problem, texts)
        if left or sum(map(len, shown)) + 2 * len(shown) + len(words) > room:
            left += 1
        else:
            shown.append(words)
    return Html("\n\n".join(shown)), left


def _what(problem: Problem, texts: Texts) -> str:
    return texts.plain(f"faq-check-{problem.code}", **_facts(problem))


def _remedy(problem: Problem, texts: Texts) -> str:
    return texts.plain(f"faq-check-{problem.code}-remedy", **_facts(problem))


def _facts(problem: Problem) -> dict[str, Fact]:
    """What stands in a file may be of any length; wording takes a thousand characters at most."""
    return {name: _quoted(fact) for name, fact in problem.facts.items()}


def _quoted(fact: str | int) -> Fact:
    return f"{fact[:LONGEST]}…" if isinstance(fact, str) and len(fact) > LONGEST else fact
