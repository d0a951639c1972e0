"""Questions in the private chat, and what the FAQ answers."""

from collections.abc import Sequence
from dataclasses import replace

from aiogram.fsm.context import FSMContext
from aiogram_dialog import DialogManager

from bot import clock
from bot.conversation.ask import (
    Answer,
    Asked,
    AtOnce,
    HumanWanted,
    Outcome,
    SmallTalk,
    Suggestions,
    Unknown,
    Wordless,
    ask,
)
from bot.conversation.learn import kept, new_token, record
from bot.faq.catalogue.entry import Entry
from bot.faq.library import Library
from bot.handlers.caller import Caller
from bot.handlers.subscriber import recent, ticket_dialog
from bot.handlers.subscriber.menu import Menu
from bot.handlers.subscriber.objection import Objections
from bot.handlers.subscriber.telling import Telling
from bot.screens import faq, verdict
from bot.screens.buttons import go
from bot.screens.buttons import home as home_row
from bot.screens.illustrated import Illustrated
from bot.screens.screen import Screen
from bot.telegram.handling import Handling
from bot.texts import Html, Texts
from bot.tickets.desk_file import DeskFile

PERSONAL = ("balance", "tariff", "pay", "services")
"""Screens of a contract: they open only for who is linked to one."""
OPENABLE = frozenset({*PERSONAL, "tickets", "settings"})
"""Screens that the bot has now."""


class Reception:
    """Answers questions in the private chat."""

    def __init__(
        self,
        illustrated: Illustrated,
        caller: Caller,
        library: Library,
        desk: DeskFile,
        handling: Handling,
        texts: Texts,
        menu: Menu,
        telling: Telling,
        objections: Objections,
    ) -> None:
        self._illustrated = illustrated
        self._caller = caller
        self._library = library
        self._topics = {topic.id for topic in desk.topics}
        self._handling = handling
        self._texts = texts
        self._menu = menu
        self._telling = telling
        self._objections = objections

    async def show(self, screen: Screen) -> None:
        """Says something to the caller, with pictures where there are some."""
        await self._illustrated.send(self._caller.chat_id, screen)

    async def answer(self, message_id: int, text: str, manager: DialogManager | None, state: FSMContext) -> None:
        """Says what the FAQ makes of a text; who wants a person gets the ticket dialog at once, if dialogs can open."""
        asked = ask(self._library, text, await recent.context(state), OPENABLE)
        parts = self._kept(text, asked)
        before = await recent.last_question(state)
        first = asked[0].outcome
        if isinstance(first, SmallTalk) and await self._replied(first.kind, message_id, manager, state):
            return
        await self._take_along(message_id, text, parts, state)
        if isinstance(first, HumanWanted):
            await self._call_a_person(first.about or before, message_id, manager, state)
            return
        # "I don't know" is said only where nothing else is
        known = [part for part in parts if not isinstance(part[1].outcome, Unknown)]
        for token, part in known or parts[:1]:
            await self.show(await self._screen(part.outcome, token, message_id))

    async def answer_if_sure(self, message_id: int, text: str) -> None:
        """Answers the words under a file, where there is no doubt about them."""
        sure = [part for part in ask(self._library, text) if isinstance(part.outcome, Answer)]
        for token, part in self._kept(text, sure):
            await self.show(await self._screen(part.outcome, token, message_id))

    async def answer_of(self, entry: Entry, token: str = "") -> Screen:
        """An entry's answer; to a question that has a token it is asked whether it helped."""
        told = await self._telling.told(entry)
        screen = faq.answer(self._texts, entry, told, self._library.book.catalogue, self._topics)
        return verdict.with_verdict(self._texts, screen, token, entry) if token else screen

    def _kept(self, text: str, asked: Sequence[Asked]) -> list[tuple[str, Asked]]:
        """The questions of a message with their tokens; they are kept when the message is done with."""
        parts = [(new_token(), part) for part in asked]
        language, now = self._texts.language, clock.now()
        questions = [kept(token, text, language, part, now) for token, part in parts]
        self._handling.later.append(lambda session: record(session, questions))
        return parts

    async def _take_along(
        self, message_id: int, text: str, parts: Sequence[tuple[str, Asked]], state: FSMContext
    ) -> None:
        """The last answer is the nearest on the screen: what follows leans on it."""
        answers = [part for part in parts if isinstance(part[1].outcome, Answer | AtOnce)]
        token, last = (answers or parts)[-1]
        await recent.remember_question(
            state,
            message_id,
            text,
            token,
            answered=last.outcome.entry.id if isinstance(last.outcome, Answer | AtOnce) else None,
            reply=recent.reply_to(last.outcome),
        )

    async def _replied(self, kind: str, message_id: int, manager: DialogManager | None, state: FSMContext) -> bool:
        """Whether "yes" and "no" were said to what the bot had asked last."""
        said = await recent.reply(state)
        if kind == "yes" and said is not None and said.to == recent.PERSON:
            await self._call_a_person(said.message_id, message_id, manager, state)
        elif kind == "no" and said is not None and said.to != recent.PERSON:
            others = await self._objections.screen(state, said.token, said.to)
            await self.show(others or await self._objections.person(state, said.token))
        else:
            return False
        return True

    async def _call_a_person(
        self, about: str | int | None, message_id: int, manager: DialogManager | None, state: FSMContext
    ) -> None:
        """With the words beside the wish, else with the question just before it."""
        description = await recent.question(state, about) if isinstance(about, int) else about
        if manager is None:
            await self.show(faq.person(self._texts, message_id))
            return
        await self.show(Screen(self._texts.html("ask-human-about" if description else "ask-human")))
        token = await recent.token_of(state, about) if isinstance(about, int) else None
        beginning = ticket_dialog.Beginning(description=description or "", asked=token)
        await ticket_dialog.start(manager, state, beginning)

    async def _screen(self, outcome: Outcome, token: str, message_id: int) -> Screen:
        match outcome:
            case Answer(entry):
                return await self.answer_of(entry, token)
            case AtOnce(entry, action):
                return await self._at_once(entry, action, token)
            case Suggestions(entries):
                return faq.suggestions(self._texts, entries, token, message_id)
            case SmallTalk(kind, more):
                reply = self._library.book.talk.replies[kind][self._texts.language]
                if more:
                    return faq.sympathy(self._texts, reply, message_id)
                return Screen(Html(reply), [home_row(self._texts)])
            case Wordless():
                return Screen(self._texts.html("ask-wordless"), [home_row(self._texts)])
            case _:
                return faq.unknown(self._texts, message_id)

    async def _at_once(self, entry: Entry, action: str, token: str) -> Screen:
        """The screen itself; who isn't signed in gets the answer and the way in."""
        if action in PERSONAL and not self._handling.visit.contracts:
            screen, login = await self.answer_of(entry, token), go(self._texts, "login")
            others = [[one for one in row if one != login] for row in screen.rows or []]
            return replace(screen, rows=[[login], *(row for row in others if row)])
        return verdict.with_objection(self._texts, await self._menu.screen(action), token)
