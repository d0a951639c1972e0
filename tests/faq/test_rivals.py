"""What the comparison with rivals rests on: limits in the rivals' favour, and slips that are the same every time."""

from pathlib import Path

import pytest

from bot.faq.catalogue.load import load
from bot.faq.evaluate import Question, figures, read_questions
from bot.faq.matching.decide import Match
from tests.faq.bench.hands import HANDS, by_hand
from tests.faq.bench.rivals import BM25, FORGIVEN, WRatio, with_limits

SETS = Path(__file__).parent / "sets"
SHOP = load(SETS / "shop.yaml")
QUESTIONS = read_questions(SETS / "shop.jsonl")


class Told:
    """A rival that is as sure as it is told to be."""

    def __init__(self, scores: dict[str, float]) -> None:
        self._scores = scores

    def rank(self, text: str) -> list[Match]:
        return [Match("right", self._scores[text])]


def test_limits_are_the_lowest_that_do_no_harm() -> None:
    scores = {"a": 4.0, "b": 3.0, "foreign": 2.0, "c": 1.0}
    asked = [Question(q=text, id=None if text == "foreign" else "right") for text in scores]
    ask = with_limits(Told(scores), asked, left_alone=1.0)
    assert [ask(text).kind for text in scores] == ["answer", "answer", "none", "none"]
    lenient = with_limits(Told(scores), asked, left_alone=0.0)
    assert [lenient(text).kind for text in scores] == ["answer", "answer", "suggest", "suggest"]


@pytest.mark.parametrize("rival", [WRatio(SHOP), BM25(SHOP)], ids=["WRatio", "BM25"])
def test_rivals_know_a_question_as_it_is_written(rival: WRatio | BM25) -> None:
    ask = with_limits(rival, QUESTIONS, left_alone=0.5)
    found = figures([(question, ask(question.q)) for question in QUESTIONS])
    assert found.wrong is not None
    assert found.wrong <= FORGIVEN
    assert all(rival.rank(entry.question)[0].id == entry.id for entry in SHOP.entries)


@pytest.mark.parametrize("how", [how for how in HANDS if how != "as written"])
def test_other_hands_type_otherwise_and_the_same_every_time(how: str) -> None:
    typed = [question.q for question in QUESTIONS if by_hand(question)]
    assert all(HANDS[how](text) != text for text in typed)
    assert [HANDS[how](text) for text in typed] == [HANDS[how](text) for text in typed]


def test_habits_of_typing() -> None:
    text = "Хочу подключить, что нужно?"
    assert HANDS["wrong layout"](text) == "{jxe gjlrk.xbnm? xnj ye;yj&"
    assert HANDS["Latin letters, usual"](text) == "hochu podklyuchit, chto nuzhno?"
    assert HANDS["Latin letters, short, with digits"](text) == "kho4u podklju4it', 4to nujno?"
