"""What the FAQ lacks, found in what was asked."""

import random
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.faq.book import Book
from bot.faq.catalogue.lexicon import Synonyms
from bot.faq.catalogue.load import load
from bot.faq.learning.board import is_dismissed
from bot.faq.learning.gaps import Group, gaps, gravity
from bot.storage.tables import Followed, GapDismissal, Question

FAQ = Path(__file__).parent.parent / "data" / "faq.yaml"
NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)


@cache
def book() -> Book:
    return Book(load(FAQ), Synonyms())


def asked(text: str, decision: str = "none", followed: Followed = Followed.SILENCE, **facts: object) -> Question:
    values = {"text": text, "decision": decision, "followed": followed, "at": NOW, "rejected": []} | facts
    return Question(**values)  # type: ignore[arg-type]  # columns by their names


def texts_of(groups: Sequence[Group]) -> list[set[str]]:
    return [set(group.wordings) for group in groups]


def test_alike_questions_stand_together_and_others_apart() -> None:
    found = gaps(
        book(),
        [
            asked("как подключить камеру наблюдения"),
            asked("хочу подключить камеру видеонаблюдения"),
            asked("подключение камеры наблюдения"),
            asked("продаёте ли вы холодильники"),
        ],
    )
    assert [group.count for group in found] == [3, 1]
    assert found[1].text == "продаёте ли вы холодильники"


def test_one_word_in_common_of_two_is_not_enough() -> None:
    found = gaps(book(), [asked("купить видеокамеру"), asked("купить холодильник")])
    assert [group.count for group in found] == [1, 1]


@pytest.mark.parametrize(
    "variant",
    [
        "ПОСТАВИТЬ домашнюю камеру??",
        "gjcnfdbnm ljvfiy.. rfvthe",
        "postavit domashnyuyu kameru",
        "поставить дамашнюю камеру",
    ],
)
def test_one_question_however_typed_is_one_wording(variant: str) -> None:
    (group,) = gaps(book(), [asked(variant), asked("поставить домашнюю камеру")])
    assert group.count == 2
    assert group.text == "поставить домашнюю камеру"


def test_a_group_that_nobody_typed_plainly_is_called_as_it_reads() -> None:
    (group,) = gaps(book(), [asked("gjcnfdbnm ljvfiy.. rfvthe")])
    assert group.text == "поставить домашнюю камеру"
    assert group.wordings == ("поставить домашнюю камеру", "gjcnfdbnm ljvfiy.. rfvthe")


@pytest.mark.parametrize(
    ("decision", "followed", "weight"),
    [
        ("none", Followed.SILENCE, 1.0),
        ("none", Followed.TICKET, 1.0),
        ("suggest", Followed.SILENCE, 0.5),
        ("suggest", Followed.TICKET, 1.0),
        ("suggest", Followed.PICKED, 0.0),
        ("answer", Followed.SILENCE, 0.0),
        ("answer", Followed.HELPED, 0.0),
        ("answer", Followed.NOT_HELPED, 1.0),
        ("answer", Followed.NEXT, 1.0),
        ("answer", Followed.TICKET, 1.0),
        ("greeting", Followed.SILENCE, 0.0),
        ("human", Followed.TICKET, 0.0),
    ],
)
def test_what_counts_as_a_gap(decision: str, followed: Followed, weight: float) -> None:
    assert gravity(asked("…", decision, followed)) == weight


def test_the_gravest_come_first_and_tell_what_came_of_them() -> None:
    found = gaps(
        book(),
        [
            *(asked("купить холодильник", "suggest") for _ in range(3)),
            asked("подключить видеокамеру", followed=Followed.TICKET),
            asked("подключить видеокамеру"),
        ],
    )
    assert [group.text for group in found] == ["подключить видеокамеру", "купить холодильник"]
    assert found[0].came == {"ticket": 1, "none": 1}
    assert found[1].came == {"suggest": 3}


def test_what_the_faq_answers_by_now_is_no_gap() -> None:
    assert gaps(book(), [asked("как оплатить интернет"), asked("как оплатить интернет", "suggest")]) == []


def test_an_answer_that_did_not_help_is_a_gap_though_it_is_still_given() -> None:
    question = asked("как оплатить интернет", "answer", Followed.NOT_HELPED, entry_id="pay-methods", score=0.95)
    (group,) = gaps(book(), [question])
    assert group.nearest is not None
    assert group.nearest.id == "pay-methods"
    assert gaps(book(), [question.model_copy(update={"entry_id": "pay-autopay"})]) == []


def test_an_answer_that_was_refused_once_is_no_reason_to_call_a_question_answered() -> None:
    refused = asked("как оплатить интернет", "suggest", Followed.NOT_HELPED, rejected=["pay-methods"])
    assert len(gaps(book(), [refused])) == 1


@pytest.mark.parametrize("text", ["", "   ", "😡😡😡", "???", "•••"])
def test_what_holds_no_words_is_no_gap(text: str) -> None:
    assert gaps(book(), [asked(text)]) == []


def test_questions_of_common_words_alone_are_told_apart_from_others() -> None:
    found = gaps(book(), [asked("а можно?"), asked("а как?"), asked("подключить видеокамеру")])
    assert {"подключить видеокамеру"} in texts_of(found)


_WORDS = [
    "камера",
    "камеру",
    "rfvthe",
    "холодильник",
    "подключить",
    "купить",
    "кино",
    "netflix",
    "не",
    "где",
    "цена",
    "😀",
    "12345",
]
_QUESTIONS = st.lists(st.lists(st.sampled_from(_WORDS), min_size=0, max_size=5).map(" ".join), max_size=25)


@settings(max_examples=60, deadline=None)
@given(_QUESTIONS, st.randoms(use_true_random=False))
def test_the_order_of_questions_does_not_matter(questions: list[str], chance: random.Random) -> None:
    before = [asked(text) for text in questions]
    after = list(before)
    chance.shuffle(after)
    assert gaps(book(), before) == gaps(book(), after)


@settings(max_examples=60, deadline=None)
@given(_QUESTIONS)
def test_every_question_is_in_one_group_at_most_and_counts_add_up(questions: list[str]) -> None:
    found = gaps(book(), [asked(text) for text in questions])
    worded = [text for text in questions if book().read(text).terms]
    assert sum(group.count for group in found) <= len(worded)
    assert all(group.count == sum(group.came.values()) == len(group.asked) for group in found)
    keys = [key for group in found for key in group.keys]
    assert len(keys) == len(set(keys))
    assert all(group.key in group.keys for group in found)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.text(max_size=80), max_size=8))
def test_any_text_can_be_grouped(questions: list[str]) -> None:
    assert len(gaps(book(), [asked(text) for text in questions])) <= len(questions)


def group_of(times: list[datetime]) -> Group:
    return gaps(book(), [asked("подключить видеокамеру", at=at) for at in times])[0]


def test_a_group_put_aside_comes_back_when_it_is_asked_as_often_again() -> None:
    before = [NOW - timedelta(days=2)] * 4
    group = group_of(before)
    dismissal = GapDismissal(key=group.key, count=4, by_id=1, at=NOW - timedelta(days=1))
    assert is_dismissed(group, [dismissal])
    assert is_dismissed(group_of([*before, NOW, NOW, NOW]), [dismissal])
    assert not is_dismissed(group_of([*before, NOW, NOW, NOW, NOW]), [dismissal])
    assert not is_dismissed(group, [])


def test_a_single_question_put_aside_needs_more_than_one_to_come_back() -> None:
    group = group_of([NOW - timedelta(days=2)])
    dismissal = GapDismissal(key=group.key, count=1, by_id=1, at=NOW - timedelta(days=1))
    assert is_dismissed(group_of([NOW - timedelta(days=2), NOW, NOW]), [dismissal])
    assert not is_dismissed(group_of([NOW - timedelta(days=2), NOW, NOW, NOW]), [dismissal])
