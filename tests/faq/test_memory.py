"""A FAQ is renewed for months without a restart: what a book held goes with it."""

import gc

from bot.faq.book import Book
from bot.faq.catalogue.lexicon import synonyms, talk
from bot.faq.catalogue.load import load
from bot.faq.talk import SmallTalk
from tests.conftest import FAQ, ROOT


def test_nothing_in_a_book_holds_itself() -> None:
    """Else it would stay until the collector comes by, and for ever where it was frozen."""
    catalogue, words = load(FAQ), synonyms(ROOT / "data/synonyms.yaml")
    said = talk(ROOT / "data/talk.yaml").talk
    Book(catalogue, words, SmallTalk(said)).ask("как оплатить")  # what is made once is made
    gc.collect()
    gc.disable()
    try:
        book = Book(catalogue, words, SmallTalk(said))
        book.ask("как оплатить и где терминал")
        book.search  # noqa: B018 - it is made when it is first looked at
        del book
        assert gc.collect() < 100
    finally:
        gc.enable()
