"""Asking the book: answers, suggestions, silence; small talk, follow-ups, several questions at once."""

import random
from pathlib import Path
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.faq.book import Book
from bot.faq.catalogue.lexicon import Reply, Synonyms, Talk, synonyms, talk
from bot.faq.catalogue.load import Catalogue, load
from bot.faq.evaluate import Figures, by_kind, read_questions
from bot.faq.talk import SmallTalk
from bot.yamlfiles import FileInvalid

SETS = Path(__file__).parent / "sets"
REPLY = Reply(ru="…", en="…")
TALK = (
    Talk(kind="greeting", phrases=("здравствуйте", "привет"), reply=REPLY),
    Talk(kind="thanks", phrases=("спасибо", "спасибо большое"), reply=REPLY),
    Talk(kind="abuse", phrases=("дурак",), reply=REPLY),
    Talk(kind="human", phrases=("оператор", "позовите оператора", "живой человек"), reply=REPLY),
)


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load(SETS / "shop.yaml")


@pytest.fixture(scope="module")
def book(catalogue: Catalogue) -> Book:
    return Book(catalogue, talk=SmallTalk(TALK))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Как отменить заказ?", "order-cancel"),
        ("как отменить закказ", "order-cancel"),
        ("rfr jnvtybnm pfrfp", "order-cancel"),
        ("kak otmenit zakaz", "order-cancel"),
        ("ПРОМОКОД", "promo"),
        ("доставщик опаздывает", "courier-late"),
        ("Добрый день! Куда вводить промокод?", "promo"),
    ],
)
def test_a_known_question_is_answered_however_it_is_typed(book: Book, text: str, name: str) -> None:
    decision = book.ask(text)
    assert decision.kind == "answer"
    assert decision.matches[0].id == name


@pytest.mark.parametrize("text", ["", "   ", "🙂🙂", "…", "\u200b", "аывпр", "как варить гречку", "\u202eשלום"])
def test_what_nobody_wrote_an_answer_to_is_left_alone(book: Book, text: str) -> None:
    assert book.ask(text).kind == "none"


def test_an_unclear_question_gets_suggestions_with_the_right_one_among_them(book: Book) -> None:
    decision = book.ask("доставка")
    assert decision.kind == "suggest"
    assert {"delivery-cost", "delivery-time"} <= {match.id for match in decision.matches[:3]}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Привет!", "greeting"),
        ("здраствуйте", "greeting"),
        ("ghbdtn", "greeting"),
        ("спасибо вам большое", "thanks"),
        ("ну ты и дурак", "abuse"),
        ("оператор", "human"),
        ("ОПЕРАТОРА позовите!!!", "human"),
        ("как отменить заказ? позовите оператора", "human"),
        ("хочу поговорить: живого человека мне", "human"),
    ],
)
def test_small_talk_is_none_with_its_kind(book: Book, text: str, kind: str) -> None:
    decision = book.ask(text)
    assert (decision.kind, decision.talk) == ("none", kind)


@pytest.mark.parametrize("text", ["Здравствуйте, как отменить заказ?", "спасибо, а как отменить заказ"])
def test_politeness_around_a_question_does_not_hide_it(book: Book, text: str) -> None:
    decision = book.ask(text)
    assert decision.talk is None
    assert decision.matches[0].id == "order-cancel"


@pytest.mark.parametrize(
    "courtesy", ["Здравствуйте! Подскажите, пожалуйста, ", "спасибо, ", "Привет. Скажите ", "плиз "]
)
def test_courtesies_before_a_question_leave_it_as_sure_as_it_is(book: Book, courtesy: str) -> None:
    assert book.ask(f"{courtesy}как отменить заказ") == book.ask("как отменить заказ")


def test_courtesies_alone_stay_what_they_are(book: Book) -> None:
    assert book.ask("здравствуйте, пожалуйста").talk == "greeting"


def test_a_follow_up_behind_thanks_still_leans_on_the_answer(book: Book) -> None:
    after = book.ask("спасибо, а сколько ждать?", context="return-money")
    assert after == book.ask("а сколько ждать?", context="return-money")


def test_of_two_questions_the_known_one_is_answered(book: Book) -> None:
    decision = book.ask("Как отменить заказ? И где мой абырвалг шмурдяк?")
    assert (decision.kind, decision.matches[0].id, decision.also) == ("answer", "order-cancel", ())


def test_of_two_questions_the_unclear_one_is_suggested_after_the_answer(book: Book) -> None:
    decision = book.ask("Сколько стоит доставка и самовывоз? И как отменить заказ?")
    assert (decision.kind, decision.matches[0].id) == ("answer", "order-cancel")
    assert [further.kind for further in decision.also] == ["suggest"]


def test_several_questions_of_one_message_are_all_answered(book: Book) -> None:
    decision = book.ask("Как отменить заказ? И куда вводить промокод?")
    found = [decision.matches[0].id, *(further.matches[0].id for further in decision.also)]
    assert found == ["order-cancel", "promo"]


def test_a_follow_up_is_looked_at_with_what_was_answered_before(book: Book) -> None:
    alone, after = book.ask("а сколько ждать?"), book.ask("а сколько ждать?", context="return-money")
    assert alone.matches[0].id != "return-money"
    assert after.matches[0].id == "return-money"


def test_an_unknown_context_changes_nothing(book: Book) -> None:
    assert book.ask("а промокод?", context="gone") == book.ask("а промокод?")


def test_the_order_of_the_catalogue_does_not_matter(catalogue: Catalogue, book: Book) -> None:
    entries = list(catalogue.entries)
    random.Random(1).shuffle(entries)  # noqa: S311 - a test's shuffle
    shuffled = Book(Catalogue(entries=tuple(entries)), talk=SmallTalk(TALK))
    for question in read_questions(SETS / "shop.jsonl")[::5]:
        assert shuffled.ask(question.q) == book.ask(question.q)


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=200) | st.text(alphabet="какоплтиьзвернуь ?,.qwertyjgk", max_size=80))
def test_any_text_gets_a_decision_with_probabilities(text: str) -> None:
    decision = SHOP.ask(text)
    scores = [match.score for match in decision.matches]
    assert all(0 <= score <= 1 for score in scores)
    assert scores == sorted(scores, reverse=True)
    assert sum(scores) <= 1 + 1e-9
    assert len(scores) <= 5
    assert decision == SHOP.ask(text)
    assert decision.kind != "answer" or decision.matches


SHOP = Book(load(SETS / "shop.yaml"))


@pytest.mark.parametrize(
    "text",
    [
        "оплота,зоказ," * 315,
        "opl,zak," * 512,
        "как оплатить заказ " * 215,
        "я" * 4096,
        "q" * 4096,
        "опалтить закзать " * 240,
        "a b " * 1024,
        "?!" * 2048,
    ],
)
def test_the_longest_message_is_read_in_time(book: Book, text: str) -> None:
    book.ask("прогрев")
    start = perf_counter()
    book.ask(text)
    assert perf_counter() - start < 0.25  # the promise is 50 ms; a busy machine gets its share


@pytest.mark.parametrize(
    ("name", "first", "three", "helped"),
    [("shop", 0.80, 0.90, 0.80), ("bank", 0.67, 0.84, 0.73), ("clinic", 0.71, 0.90, 0.72)],
)
def test_catalogues_of_other_trades_are_understood_too(name: str, first: float, three: float, helped: float) -> None:
    """Some four points below what was reached: a change that costs more has to say why."""
    found = by_kind(Book(load(SETS / f"{name}.yaml")).ask, read_questions(SETS / f"{name}.jsonl"))["all"]
    assert _at_least(found.first, first)
    assert _at_least(found.three, three)
    assert _at_least(found.helped, helped)
    assert _at_most(found.wrong, 0.02)
    assert _at_most(found.out_given, 0.07)
    assert _at_least(found.out_left, 0.65)


def _at_least(share: float | None, least: float) -> bool:
    return share is not None and share >= least


def _at_most(share: float | None, most: float) -> bool:
    return share is not None and share <= most


def test_figures_count_only_what_they_speak_of(book: Book) -> None:
    questions = [one for one in read_questions(SETS / "shop.jsonl") if one.kind in {"short", "oos"}]
    found = by_kind(book.ask, questions)
    assert list(found) == ["short", "oos", "all"]
    assert isinstance(found["all"], Figures)
    assert found["short"].out_left is None
    assert found["oos"].first is None


def test_missing_helpers_are_empty_and_broken_ones_are_named(tmp_path: Path) -> None:
    assert synonyms(tmp_path / "none.yaml") == Synonyms()
    assert talk(tmp_path / "none.yaml").talk == ()
    broken = tmp_path / "talk.yaml"
    broken.write_text("version: 1\ntalk:\n  - kind: nonsense\n", encoding="utf-8")
    with pytest.raises(FileInvalid) as refused:
        talk(broken)
    assert {(item.line, item.code) for item in refused.value.problems} == {(3, "lexicon")}


def test_synonyms_of_a_catalogue_lead_to_its_entries(catalogue: Catalogue) -> None:
    plain, taught = Book(catalogue), Book(catalogue, Synonyms(groups=(("промокод", "фенечка"),)))
    assert plain.ask("фенечка").kind == "none"
    assert taught.ask("фенечка").matches[0].id == "promo"
