"""The book in force; everyone asks the same one, and another can take its place between two questions."""

from bot.faq.book import Book


class Library:
    """Holds one book; `version` is the FAQ's, None for a book that no version stands behind."""

    def __init__(self, book: Book, version: int | None = None) -> None:
        self.book = book
        self.version = version

    def put(self, book: Book, version: int) -> None:
        """From now on questions are answered from another book."""
        self.book, self.version = book, version
