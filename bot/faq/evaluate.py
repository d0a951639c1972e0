"""How well labelled questions are answered: the figures that decide whether a change helps."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from pydantic import BaseModel, ConfigDict

from bot.faq.matching.decide import SHOWN, Decision


class Question(BaseModel):
    """A labelled question: `id` with `alt` as good, or `ids` of which any will do, or none: out of scope."""

    model_config = ConfigDict(frozen=True)

    q: str
    id: str | None = None
    ids: tuple[str, ...] = ()
    alt: tuple[str, ...] = ()
    kind: str = "question"

    @property
    def right(self) -> frozenset[str]:
        return frozenset(filter(None, (self.id, *self.ids, *self.alt)))


class Figures(NamedTuple):
    """Shares (0 to 1) of `asked` questions; None where a figure has no meaning for the kind."""

    asked: int
    first: float | None  # right entry first
    three: float | None  # right entry in the first three
    given: float | None  # right answer given at once
    wrong: float | None  # wrong answer given at once
    helped: float | None  # right answer given, or among those shown
    out_given: float | None  # out of scope, yet answered
    out_left: float | None  # out of scope, and left alone


def read_questions(path: Path) -> list[Question]:
    """One JSON object a line. Raises `pydantic.ValidationError` and `OSError`."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [Question.model_validate_json(line) for line in lines if line.strip()]


def by_kind(ask: Callable[[str], Decision], questions: Iterable[Question]) -> dict[str, Figures]:
    """Figures of whatever answers, by kind of question in the order of the file, `all` last."""
    asked = [(question, ask(question.q)) for question in questions]
    kinds = dict.fromkeys(question.kind for question, _ in asked)
    found = {kind: figures([pair for pair in asked if pair[0].kind == kind]) for kind in kinds}
    return {**found, "all": figures(asked)}


def figures(asked: Sequence[tuple[Question, Decision]]) -> Figures:
    """Questions in and out of scope may be mixed: each share counts only those it speaks of."""
    inside = [(decision, _place(question, decision)) for question, decision in asked if question.right]
    outside = [decision.kind for question, decision in asked if not question.right]
    return Figures(
        asked=len(asked),
        first=_share(place == 0 for _, place in inside),
        three=_share(place < SHOWN for _, place in inside),
        given=_share(decision.kind == "answer" and place == 0 for decision, place in inside),
        wrong=_share(decision.kind == "answer" and place > 0 for decision, place in inside),
        helped=_share(_helps(decision, place) for decision, place in inside),
        out_given=_share(kind == "answer" for kind in outside),
        out_left=_share(kind == "none" for kind in outside),
    )


def _place(question: Question, decision: Decision) -> int:
    """Where the right entry stands among the matches; behind all of them if it doesn't."""
    ids = [match.id for match in decision.matches]
    return min((ids.index(right) for right in question.right if right in ids), default=len(ids) + SHOWN)


def _helps(decision: Decision, place: int) -> bool:
    if decision.kind == "answer":
        return place == 0
    return decision.kind == "suggest" and place < SHOWN


def _share(hits: Iterable[bool]) -> float | None:
    listed = list(hits)
    return sum(listed) / len(listed) if listed else None
