"""Reads texts and makes books, beside everything else: each takes seconds for thousands of entries."""

import asyncio
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from bot.faq.book import Book
from bot.faq.catalogue import lexicon
from bot.faq.catalogue.check import inspect_text
from bot.faq.catalogue.entry import Entry
from bot.faq.catalogue.lexicon import Synonyms
from bot.faq.catalogue.load import is_harmless, made_of
from bot.faq.talk import SmallTalk
from bot.faq.versions.source import FaqSource
from bot.storage.faq_versions import digest_of
from bot.yamlfiles import Problem

FILE = "faq.yaml"
"""What a text is called that isn't on disk."""
KEPT = 3
"""Texts that were read last: what is in force is compared with, searched and edited."""


@dataclass(frozen=True, slots=True)
class Files:
    """Where everything stands."""

    faq: FaqSource
    synonyms: Path
    talk: Path

    @property
    def all(self) -> tuple[Path, Path, Path]:
        """All three."""
        return self.faq.path, self.synonyms, self.talk


@dataclass(frozen=True, slots=True)
class Words:
    """What stands in the other two files."""

    synonyms: Synonyms
    talk: SmallTalk


@dataclass(frozen=True, slots=True)
class Edition:
    """A text, read: `entries` are all that could be, hidden ones too; `digest` is the text's."""

    digest: str
    entries: tuple[Entry, ...]
    problems: tuple[Problem, ...]

    @property
    def is_usable(self) -> bool:
        """Whether it can come into force."""
        return all(map(is_harmless, self.problems))


class Press:
    """Keeps what it read and made last: what an admin looked at is what comes into force."""

    def __init__(self, files: Files) -> None:
        self._files = files
        self._words = Words(Synonyms(), SmallTalk())
        self._read: dict[tuple[str, str, tuple[str, ...]], Edition] = {}
        self._made: tuple[str, Words, Book] | None = None

    @property
    def words(self) -> Words:
        """Those that were read last."""
        return self._words

    async def read_words(self) -> None:
        """Reads synonyms and small talk anew. Raises `FileInvalid`, and the old ones stay."""
        self._words = await asyncio.to_thread(_words, self._files)

    async def edition(self, text: str | bytes, file: str = FILE, topics: Collection[str] | None = None) -> Edition:
        """A text with everything that is wrong with it."""
        key = (digest_of(text), file, tuple(topics or ()))
        if key in self._read:
            return self._read[key]
        edition = await asyncio.to_thread(_read, text, file, topics, self._files.faq.path.parent)
        # a picture that is missing may be there the next time
        if not any(problem.code.startswith("attachment-") for problem in edition.problems):
            self._read[key] = edition
            for oldest in list(self._read)[:-KEPT]:
                self._read.pop(oldest, None)
        return edition

    async def book(self, edition: Edition) -> Book:
        """The book of an edition. Raises `CatalogueInvalid`."""
        words = self._words
        if self._made is None or self._made[:2] != (edition.digest, words):
            self._made = None
            self._made = (edition.digest, words, await asyncio.to_thread(_print, edition, words))
        return self._made[2]


def _words(files: Files) -> Words:
    return Words(lexicon.synonyms(files.synonyms), SmallTalk(lexicon.talk(files.talk).talk))


def _read(text: str | bytes, file: str, topics: Collection[str] | None, folder: Path) -> Edition:
    entries, problems = inspect_text(text, file, topics, folder)
    return Edition(digest_of(text), tuple(entries), tuple(problems))


def _print(edition: Edition, words: Words) -> Book:
    return Book(made_of(edition.entries, edition.problems), words.synonyms, words.talk)
