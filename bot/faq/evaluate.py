"""How well a book answers labelled questions: the figures that decide whether a change helps."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields

from pydantic import BaseModel

from bot.faq.book import Book
from bot.faq.decide import Decision

SHOWN = 3  # suggestions that a person sees


class Question(BaseModel):
    """A labelled question: `id` with `alt` as good, or `ids` of which any will do, or none: out of scope."""

    q: str
    id: str | None = None
    ids: tuple[str, ...] = ()
    alt: tuple[str, ...] = ()
    kind: str = "question"

    @property
    def right(self) -> frozenset[str]:
        return frozenset(filter(None, (self.id, *self.ids, *self.alt)))


@dataclass(frozen=True, slots=True)
class Figures:
    """Shares (0 to 1) over `count` questions; None where a figure has no meaning for the kind."""

    count: int
    first: float | None
    first_three: float | None
    right_answer: float | None
    wrong_answer: float | None
    helped: float | None
    out_answered: float | None
    out_left: float | None


ROWS = tuple(field.name for field in fields(Figures))


def figures(asked: Sequence[tuple[Question, Decision]]) -> Figures:
    """Both kinds of questions may be mixed: each share counts only those it speaks of."""
    inside = [pair for pair in asked if pair[0].right]
    outside = [decision for question, decision in asked if not question.right]
    return Figures(
        count=len(asked),
        first=_share(_at(question, decision) == 0 for question, decision in inside),
        first_three=_share(0 <= _at(question, decision) < SHOWN for question, decision in inside),
        right_answer=_share(
            decision.kind == "answer" and _at(question, decision) == 0 for question, decision in inside
        ),
        wrong_answer=_share(
            decision.kind == "answer" and _at(question, decision) != 0 for question, decision in inside
        ),
        helped=_share(_helped(question, decision) for question, decision in inside),
        out_answered=_share(decision.kind == "answer" for decision in outside),
        out_left=_share(decision.kind == "none" for decision in outside),
    )


def by_kind(book: Book, questions: Iterable[Question]) -> dict[str, Figures]:
    """Figures by kind of question, `all` last."""
    asked = [(question, book.ask(question.q)) for question in questions]
    kinds = dict.fromkeys(question.kind for question, _ in asked)
    found = {kind: figures([pair for pair in asked if pair[0].kind == kind]) for kind in kinds}
    return {**found, "all": figures(asked)}


def _at(question: Question, decision: Decision) -> int:
    ids = [match.id for match in decision.matches]
    return min((ids.index(right) for right in question.right if right in ids), default=-1)


def _helped(question: Question, decision: Decision) -> bool:
    at = _at(question, decision)
    return at == 0 if decision.kind == "answer" else decision.kind == "suggest" and 0 <= at < SHOWN


def _share(hits: Iterable[bool]) -> float | None:
    listed = list(hits)
    return sum(listed) / len(listed) if listed else None
