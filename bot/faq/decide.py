"""What the bot makes of a question: an answer, a few questions to choose from, or nothing."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["answer", "suggest", "none"]


@dataclass(frozen=True, slots=True)
class Match:
    """An entry and the probability (0 to 1) that it is what was asked for."""

    id: str
    score: float


@dataclass(frozen=True, slots=True)
class Decision:
    """`matches` come best first, at most 5; for `answer` the first is the answer.

    `talk` names small talk, or `human` for the wish to speak with a person: then `kind` is `none`. `also` holds what
    was made of further questions in the same message.
    """

    kind: Kind
    matches: tuple[Match, ...] = ()
    talk: str | None = None
    also: tuple["Decision", ...] = ()


ANSWER = 0.95
RIVAL = 0.9
SUGGEST = 0.6


def decide(matches: tuple[Match, ...]) -> Decision:
    """Answers only where the first stands alone."""
    rivals = [match for match in matches[1:] if match.score >= RIVAL]
    if matches and matches[0].score >= ANSWER and not rivals:
        return Decision("answer", matches)
    if matches and matches[0].score >= SUGGEST:
        return Decision("suggest", matches)
    return Decision("none", matches)
