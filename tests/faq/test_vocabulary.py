"""The words of a catalogue are found again in what was mistyped, joined or both."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.faq.reading.language import normalise, words
from bot.faq.reading.reader import Reader
from bot.faq.reading.vocabulary import Vocabulary

VOCABULARY = Vocabulary(words("оплатить интернет роутер договор баланс у вас подъезд обещанный платеж"))


def meant(word: str) -> str:
    return " ".join(token.text for token in VOCABULARY.meant(word))


@pytest.mark.parametrize(
    ("typed", "parts"),
    [
        ("договорбаланс", "договор баланс"),
        ("оплатитьинтернет", "оплатить интернет"),
        ("оплатитьинтренет", "оплатить интернет"),
        ("договрбаланс", "договор баланс"),
        ("обещаныйплатеж", "обещанный платеж"),
        ("увасроутер", "у вас роутер"),
    ],
)
def test_joined_words_are_parted_even_with_a_typo_in_them(typed: str, parts: str) -> None:
    assert meant(typed) == parts


def test_joined_words_are_trusted_less_with_a_typo_in_them() -> None:
    clean, mended = VOCABULARY.meant("оплатитьроутер"), VOCABULARY.meant("оплатитьрутер")
    assert [token.text for token in clean] == [token.text for token in mended]
    assert sum(token.weight for token in mended) < sum(token.weight for token in clean) < len(clean)


@pytest.mark.parametrize("word", ["балда", "платина", "подводник"])
def test_a_word_of_the_language_is_not_bent_to_one_of_ours(word: str) -> None:
    assert meant(word) == word


@pytest.mark.parametrize("word", ["аб", "йцукенгшщзх", "12345678", "я" * 60])
def test_what_resembles_nothing_stays_as_it_is(word: str) -> None:
    assert meant(word) == word


@settings(deadline=None)
@given(st.text("абвгдежзийклмнопрстуфхцчшщъыьэюя", min_size=1, max_size=45))
def test_a_mended_word_is_about_as_long_as_what_was_typed(word: str) -> None:
    found = VOCABULARY.meant(word)
    assert all(0.5 <= token.weight <= 1 for token in found)
    assert abs(sum(len(token.text) for token in found) - len(word)) <= 3 * len(found)


@settings(deadline=None)
@given(st.text("abcdefghijklmnopqrstuvwxyzабвгдежзийклмнопрстуфхцчшщъыьэюя'`;[],.46 ", max_size=400))
def test_a_message_does_not_grow_when_it_is_read(text: str) -> None:
    plain = normalise(text)
    read = Reader(VOCABULARY).read(plain)
    # one Latin letter may stand for two (x: кс) and take a sign along; a mended word gains three letters at most
    assert sum(len(token.text) for token in read) <= 3 * len(plain) + 3 * len(read)
