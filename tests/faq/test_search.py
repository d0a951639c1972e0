"""Search as one types."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.faq.book import Book

BOOK = Book.load(Path(__file__).parent.parent / "data" / "faq.yaml", Path("no synonyms"), Path("no talk"))


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("опл", "pay-methods"),
        ("оплат", "pay-methods"),
        ("автоп", "pay-autopay"),
        ("пароль вай", "wifi-password"),
        ("gfhj", "wifi-password"),
        ("не раб", "no-internet"),
    ],
)
def test_an_unfinished_word_finds_what_it_begins(typed: str, found: str) -> None:
    assert BOOK.search(typed)[0] == found


@pytest.mark.parametrize("typed", ["", " ", "о", "?", "абырвалг", "\u200b"])
def test_what_tells_nothing_finds_nothing(typed: str) -> None:
    assert BOOK.search(typed) == []


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300))
def test_whatever_is_typed_each_entry_is_found_once(text: str) -> None:
    found = BOOK.search(text)
    assert len(found) == len(set(found))
    assert set(found) <= set(BOOK.catalogue.by_id)
