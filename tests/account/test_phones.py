"""Phone numbers as people write them and as Telegram sends them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.subscribers.phones import from_contact, mentioned, normalise


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("+7 900 123-45-67", "+79001234567"),
        ("8 (900) 123 45 67", "+79001234567"),
        ("9001234567", "+79001234567"),
        ("79001234567", "+79001234567"),
        ("+375 29 123 45 67", "+375291234567"),
        ("375291234567", "+375291234567"),
        ("+7 701 123 45 67", "+77011234567"),
        ("12345", None),
        ("не звоните", None),
        ("", None),
    ],
)
def test_a_typed_number_becomes_e164(typed: str, number: str | None) -> None:
    assert normalise(typed) == number


@pytest.mark.parametrize(
    ("sent", "number"),
    [
        ("79001234567", "+79001234567"),
        ("+79001234567", "+79001234567"),
        ("84912345678", "+84912345678"),  # Vietnam, not Ryazan behind an 8
        ("nonsense", None),
    ],
)
def test_a_contacts_number_is_always_international(sent: str, number: str | None) -> None:
    assert from_contact(sent) == number


def test_a_number_is_found_among_words() -> None:
    assert mentioned("звоните на 8 900 123-45-67, лучше утром") == "+79001234567"
    assert mentioned("договор 700101, квартира 5") is None


@given(st.text(max_size=60))
def test_no_text_is_a_mishap(text: str) -> None:
    for read in (normalise, from_contact, mentioned):
        number = read(text)
        assert number is None or number.startswith("+")
