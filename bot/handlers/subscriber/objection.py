"""What is said to whom an answer didn't help: the next matches, and a person where there are none."""

from aiogram.fsm.context import FSMContext

from bot.conversation.learn import next_matches, not_helped
from bot.faq.library import Library
from bot.handlers.subscriber import recent
from bot.screens import verdict
from bot.screens.screen import Screen
from bot.storage.database import Database
from bot.storage.questions import Questions
from bot.telegram.handling import Handling
from bot.texts import Texts


class Objections:
    """Takes them; said twice, one counts once."""

    def __init__(self, database: Database, library: Library, handling: Handling, texts: Texts) -> None:
        self._database = database
        self._library = library
        self._handling = handling
        self._texts = texts

    async def screen(self, state: FSMContext, token: str, key: str) -> Screen | None:
        """What to offer instead of an answer (its key; empty for a screen or a choice); None if it was said before."""
        question = await self._database.read(lambda session: Questions(session).of(token))
        if question is not None and key in question.rejected:
            return None
        offered = next_matches(question, self._library.book.catalogue) if question else []
        names = [entry.id for entry in offered]
        self._handling.later.append(lambda session: not_helped(session, token, key, names))
        return verdict.others(self._texts, offered, token) if offered else await self.person(state, token)

    async def person(self, state: FSMContext, token: str) -> Screen:
        """There is nothing else; "yes" calls a person."""
        await recent.remember_offer(state, token)
        return verdict.to_a_person(self._texts, token)
