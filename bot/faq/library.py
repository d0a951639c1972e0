"""The book in force; everyone asks the same one, and another can take its place between two questions."""

from bot.faq.book import Book


class Library:
    """Holds one book."""

    def __init__(self, book: Book) -> None:
        self.book = book
