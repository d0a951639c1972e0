"""Russian in Latin letters is read by the dictionary, whatever the writer's habits."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.faq.reading.language import normalise
from bot.faq.reading.morphology import is_known
from bot.faq.reading.transliteration import readings, sounds, spellings

LATIN = st.text("abcdefghijklmnopqrstuvwxyz'`46", min_size=1, max_size=24)


@pytest.mark.parametrize(
    ("latin", "cyrillic"),
    [
        ("kameri", "камеры"),
        ("kamery", "камеры"),
        ("uezjaem", "уезжаем"),
        ("uezzhaem", "уезжаем"),
        ("podezd", "подъезд"),
        ("razyem", "разъем"),
        ("ob'ekt", "объект"),
        ("4to", "что"),
        ("xo4u", "хочу"),
        ("kakoi", "какой"),
        ("kakoj", "какой"),
        ("schet", "счет"),
        ("zhena", "жена"),
        ("objavlenie", "объявление"),
    ],
)
def test_each_habit_leads_to_the_word_that_was_meant(latin: str, cyrillic: str) -> None:
    assert spellings(latin)[0] == cyrillic


@pytest.mark.parametrize(("latin", "both"), [("oplatit", {"оплатить", "оплатит"}), ("semya", {"семья", "семя"})])
def test_signs_that_were_left_out_give_several_words(latin: str, both: set[str]) -> None:
    assert both <= set(spellings(latin))


def test_a_sign_that_was_written_is_not_guessed() -> None:
    assert spellings("oplatit'") == ("оплатить",)


@pytest.mark.parametrize("latin", ["qwrt", "9%", "", "-", "xzcvb"])
def test_what_is_no_word_has_no_spelling(latin: str) -> None:
    assert spellings(latin) == ()


@settings(deadline=None)
@given(LATIN)
def test_spellings_are_words_of_the_dictionary_each_once(latin: str) -> None:
    found = spellings(latin)
    assert all(map(is_known, found))
    assert len(found) == len(set(found))


@settings(deadline=None)
@given(st.text(max_size=60))
def test_whatever_is_typed_there_is_an_answer(text: str) -> None:
    plain = normalise(text)
    assert all(map(is_known, spellings(plain)))
    if sounds(plain) is None:
        assert spellings(plain) == readings(plain) == ()
