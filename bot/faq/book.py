"""The FAQ with everything needed to ask it: catalogue, synonyms, small talk and the index over them."""

from pathlib import Path

from bot.faq import lexicon
from bot.faq.catalogue import Catalogue, load
from bot.faq.decide import Decision, decide
from bot.faq.index import Index
from bot.faq.lexicon import Synonyms
from bot.faq.matching import candidates, read
from bot.faq.talk import SmallTalk

__all__ = ["Book"]


class Book:
    """Pure and synchronous; safe to share, since nothing in it changes after it is made."""

    def __init__(self, catalogue: Catalogue, synonyms: Synonyms | None = None, talk: SmallTalk | None = None) -> None:
        self.catalogue = catalogue
        self.talk = talk or SmallTalk()
        self._index = Index(catalogue, synonyms or Synonyms())

    @classmethod
    def load(cls, faq_path: Path, synonyms_path: Path, talk_path: Path) -> "Book":
        """Reads all three files; those of synonyms and talk may be absent.

        Raises `CatalogueInvalid` and `LexiconInvalid`.
        """
        catalogue = load(faq_path)
        return cls(catalogue, lexicon.synonyms(synonyms_path), SmallTalk(lexicon.talk(talk_path).talk))

    def ask(self, text: str, context: str | None = None) -> Decision:
        """What to say to `text`; `context` is the id of the entry that was answered just before."""
        kind = self.talk.kind_of(text)
        asked = read(self._index, text)
        decision = decide(asked, candidates(self._index, asked))
        if kind is not None:
            return Decision("none", decision.matches, talk=kind)
        if decision.kind == "none" and self.talk.is_abuse(text):
            return Decision("none", decision.matches, talk="abuse")
        return decision
