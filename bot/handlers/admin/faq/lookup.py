"""Finds entries by words, hidden ones too."""

from bot.faq.catalogue.entry import Entry
from bot.faq.library import Library
from bot.faq.versions.press import Press
from bot.handlers.admin.faq.propose import Proposals
from bot.screens import editing
from bot.screens.callbacks import key_of
from bot.screens.screen import Screen
from bot.texts import Texts

MOST = 8


class Lookup:
    """Looks into the version in force."""

    def __init__(self, library: Library, press: Press, proposals: Proposals, texts: Texts) -> None:
        self._library = library
        self._press = press
        self._proposals = proposals
        self._texts = texts

    async def entries(self) -> tuple[Entry, ...]:
        """All entries, hidden ones too, in the order of the file."""
        newest = await self._proposals.newest()
        return (await self._press.edition(newest.text)).entries

    async def ids(self) -> frozenset[str]:
        """All ids that are taken."""
        return frozenset(entry.id for entry in await self.entries())

    async def of(self, key: str) -> Entry | None:
        """The entry behind a button, if it is still there."""
        return next((entry for entry in await self.entries() if key_of(entry.id) == key), None)

    async def found(self, words: str) -> Screen:
        """Those whose words stand there, then those that the matcher thinks of."""
        entries = await self.entries()
        by_id = {entry.id: entry for entry in entries}
        literal = [entry.id for entry in entries if _holds(entry, words.casefold())]
        meant = [match.id for match in self._library.book.ask(words).matches]
        ids = list(dict.fromkeys([*literal, *meant]))[:MOST]
        return editing.found(self._texts, words, [by_id[one] for one in ids if one in by_id])


def _holds(entry: Entry, words: str) -> bool:
    return any(words in text.casefold() for text in (entry.id, *entry.ways))
