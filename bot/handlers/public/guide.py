"""Answers in groups: as everybody may read it, by reply, and no more often than Telegram allows."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import structlog
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import Message, ReplyParameters

from bot import clock
from bot.conversation.ask import Answer, HumanWanted, Outcome, SmallTalk, Suggestions, Unknown, Wordless, ask
from bot.conversation.learn import kept, new_token, record
from bot.faq.catalogue.entry import Entry
from bot.faq.catalogue.telling import Reader, tell
from bot.faq.library import Library
from bot.handlers.public.addressed import Address
from bot.screens import public
from bot.screens.screen import Screen
from bot.telegram.handling import Handling
from bot.telegram.pacing import Pacer
from bot.texts import Html, Texts

LATE = timedelta(minutes=10)
"""After so long a group talks of something else."""

log = structlog.get_logger(__name__)


class Guide:
    """Speaks in groups. It knows nobody there: no account, no contract, no ticket."""

    def __init__(
        self, bot: Bot, library: Library, handling: Handling, texts: Texts, pacer: Pacer, zone: ZoneInfo
    ) -> None:
        self._bot = bot
        self._library = library
        self._handling = handling
        self._texts = texts
        self._pacer = pacer
        self._zone = zone

    async def answer(self, message: Message, addressed: Address) -> None:
        """Answers a message that is meant for the bot; small talk only where it was called by name."""
        if clock.now() - message.date > LATE:
            return
        for screen in await self._screens(addressed):
            await self._pacer.turn(message.chat.id, bulk=False)
            reply = ReplyParameters(message_id=message.message_id, allow_sending_without_reply=True)
            try:
                await message.answer(screen.text, reply_markup=screen.keyboard, reply_parameters=reply)
            except TelegramBadRequest as error:  # a closed topic, or the bot may not write there
                log.info("group not answered", why=error.message)

    async def entry(self, entry: Entry) -> Screen:
        """An entry's answer for everybody."""
        reader = Reader(self._texts.language, clock.now().astimezone(self._zone).date())
        return public.answer(self._texts, entry, tell(entry, reader), await self._name())

    async def _screens(self, addressed: Address) -> list[Screen]:
        if not addressed.question:
            return [public.hint(self._texts, await self._name())]
        parts = [(new_token(), part) for part in ask(self._library, addressed.question)]
        if isinstance(parts[0][1].outcome, SmallTalk) and not addressed.named:
            return []
        now, language = clock.now(), self._texts.language
        questions = [kept(token, addressed.question, language, part, now) for token, part in parts]
        self._handling.later.append(lambda session: record(session, questions))
        known = [one for one in parts if not isinstance(one[1].outcome, Unknown)]
        return [await self._screen(part.outcome, token) for token, part in known or parts[:1]]

    async def _screen(self, outcome: Outcome, token: str) -> Screen:
        match outcome:
            case Answer(entry):
                return await self.entry(entry)
            case Suggestions(entries):
                return public.suggestions(self._texts, entries, token, await self._name())
            case SmallTalk(kind):
                return Screen(Html(self._library.book.talk.replies[kind][self._texts.language]))
            case HumanWanted():
                return public.person(self._texts, await self._name())
            case Wordless():
                return public.hint(self._texts, await self._name())
            case _:
                return public.unknown(self._texts, await self._name())

    async def _name(self) -> str:
        return (await self._bot.me()).username or ""
