"""The FAQ with everything needed to ask it: catalogue, synonyms, small talk and the index over them."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import cached_property
from pathlib import Path

from bot.faq.catalogue import lexicon
from bot.faq.catalogue.entry import Entry
from bot.faq.catalogue.lexicon import Synonyms
from bot.faq.catalogue.load import Catalogue, load
from bot.faq.errand import errand
from bot.faq.matching.candidates import candidates
from bot.faq.matching.decide import Decision, decide
from bot.faq.matching.index import Index
from bot.faq.matching.query import Query, query
from bot.faq.reading.language import follows_up, normalise, questions, words
from bot.faq.reading.vocabulary import Token
from bot.faq.search import Search
from bot.faq.talk import ABUSE, SmallTalk

__all__ = ["Book"]

_CONTEXT = 0.5  # of its weight has a word taken over from the question before


class Book:
    """Pure and synchronous; safe to share, since nothing that counts in it changes after it is made."""

    def __init__(self, catalogue: Catalogue, synonyms: Synonyms | None = None, talk: SmallTalk | None = None) -> None:
        self.catalogue = catalogue
        self.talk = talk or SmallTalk()
        with _undisturbed():
            self._index = Index(catalogue, synonyms or Synonyms())

    @classmethod
    def load(cls, faq_path: Path, synonyms_path: Path, talk_path: Path) -> "Book":
        """Reads all three files; those of synonyms and talk may be absent.

        Raises `CatalogueInvalid` and `FileInvalid`.
        """
        with _undisturbed():
            catalogue = load(faq_path)
            book = cls(catalogue, lexicon.synonyms(synonyms_path), SmallTalk(lexicon.talk(talk_path).talk))
        # what the index holds lives as long as the book: walking it time and again would cost the collector 70 ms
        gc.collect()
        gc.freeze()
        return book

    def read(self, text: str) -> Query:
        """A message as the matcher understands it."""
        return query(self._index, self._index.reader.read(normalise(text)))

    def errand(self, text: str, decision: Decision) -> Entry | None:
        """The entry whose screen is all that `text` asks for, if there is one; `decision` is what `ask` said to it."""
        return errand(self._index, self.catalogue, self.read(self.talk.without_opening(normalise(text))), decision)

    @cached_property
    def search(self) -> Search:
        """Search as one types."""
        return Search(self._index, self.catalogue)

    def ask(self, text: str, context: str | None = None) -> Decision:
        """What to say to `text`; `context` is the id of the entry that was answered just before, if any."""
        plain = normalise(text)
        opened = self.talk.without_opening(plain)
        tokens = self._index.reader.read(opened)
        asked = query(self._index, tokens)
        decision = self._decide(asked)
        kind = self.talk.kind_of(plain)
        if kind is None and asked.text != " ".join(words(opened)):
            kind = self.talk.kind_of(asked.text)
        if kind is not None:
            return Decision("none", decision.matches, talk=kind)
        if context in self.catalogue.by_id and follows_up(opened):
            return self._followed(tokens, context, decision)
        several = self._several(opened)
        if len(several) > 1 or (several and decision.kind != "answer"):
            return replace(several[0], also=tuple(several[1:]))
        if decision.kind == "none" and self.talk.is_abuse(plain):
            return replace(decision, talk=ABUSE)
        return decision

    def _decide(self, asked: Query) -> Decision:
        return decide(asked, candidates(self._index, asked))

    def _several(self, plain: str) -> list[Decision]:
        """What is made of the questions of one message where one is answered for sure: each entry once, the sure first.

        What the others may mean is suggested; those that nobody knows are left out.
        """
        parts = [self._decide(query(self._index, self._index.reader.read(part))) for part in questions(plain)]
        found = {part.matches[0].id: part for kind in ("suggest", "answer") for part in parts if part.kind == kind}
        sure = [part for part in found.values() if part.kind == "answer"]
        unsure = [part for part in found.values() if part.kind == "suggest"]
        return [*sure, *unsure[:1]] if sure else []

    def _followed(self, tokens: list[Token], context: str | None, alone: Decision) -> Decision:
        """A follow-up is looked at together with what was answered before; alone where that tells nothing."""
        before = self.catalogue.by_id[context or ""].question
        carried = [Token(word, _CONTEXT) for word in words(normalise(before))]
        together = self._decide(query(self._index, [*tokens, *carried]))
        return alone if together.kind == "none" else together


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Without the garbage collector: nothing made here is garbage, and looking for it takes a third of the time."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
