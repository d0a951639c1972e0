"""How sure the bot is: of a foreign thing it says nothing at once, however well the other words fit."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.faq.book import Book
from bot.faq.catalogue.entry import Catalogue, Entry
from bot.faq.catalogue.load import load
from bot.faq.matching.candidates import candidates
from bot.faq.matching.decide import KEPT, confidence, decide, doubts, probabilities
from bot.faq.matching.query import read
from bot.faq.reading.language import words

SETS = Path(__file__).parent / "sets"
BOOK = Book(load(SETS / "shop.yaml"))
INDEX = BOOK._index


@pytest.mark.parametrize(
    ("known", "foreign"),
    [
        ("как отменить заказ", "как отменить крепостное право"),
        ("куда вводить промокод", "куда вводить инсулин"),
        ("как отменить заказ", "как отменить заказ столика в ресторане"),
    ],
)
def test_a_question_about_a_foreign_thing_is_not_answered_at_once(known: str, foreign: str) -> None:
    assert BOOK.ask(known).kind == "answer"
    assert BOOK.ask(foreign).kind != "answer"


def sureness(text: str) -> float:
    asked = read(INDEX, text)
    found = candidates(INDEX, asked)
    return confidence(found, probabilities(asked, found), doubts(asked, found))


def test_each_foreign_word_makes_it_less_sure() -> None:
    assert sureness("как отменить заказ") > sureness("как отменить заказ столика") > sureness("как отменить столик")


def test_two_entries_that_fit_alike_are_offered_both() -> None:
    twins = tuple(Entry(id=name, category="c", question="Как вернуть велосипед?", answer=name) for name in ("a", "b"))
    decision = Book(Catalogue(entries=twins)).ask("как вернуть велосипед")
    assert decision.kind == "suggest"
    assert [match.id for match in decision.matches] == ["a", "b"]
    assert decision.matches[0].score == pytest.approx(decision.matches[1].score)


@settings(max_examples=60, deadline=None)
@given(
    st.one_of(
        st.text(max_size=200),
        st.lists(
            st.sampled_from(words("как отменить вернуть заказ доставка курьер промокод деньги столик kak rfr 5 и")),
            max_size=12,
        ).map(" ".join),
    )
)
def test_scores_are_probabilities_best_first(text: str) -> None:
    asked = read(INDEX, text)
    found = candidates(INDEX, asked)
    decision = decide(asked, found)
    scores = [match.score for match in decision.matches]
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 1 for score in scores)
    assert sum(scores) <= 1 + 1e-9
    assert len(scores) <= KEPT
    assert decision.kind == "none" or decision.matches


@pytest.mark.parametrize("text", ["как так", "где вы", "ну и что", "why not"])
def test_words_that_fit_any_question_are_never_answered(text: str) -> None:
    assert BOOK.ask(text).kind != "answer"
