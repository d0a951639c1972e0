"""The catalogue laid out for search: which phrases and words stand for which entry."""

from bot.faq.entry import Catalogue
from bot.faq.language import normalise
from bot.faq.lexicon import Synonyms


class Index:
    def __init__(self, catalogue: Catalogue, synonyms: Synonyms) -> None:
        self.phrases = [
            (normalise(phrase), entry.id)
            for entry in catalogue.entries
            for phrase in (entry.question, *entry.variants, *entry.keywords)
        ]
        self.synonyms = synonyms
