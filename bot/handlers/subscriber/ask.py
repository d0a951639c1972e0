"""Questions, and the buttons under their answers."""

from aiogram import Bot, Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from dishka.integrations.aiogram import FromDishka, inject

from bot import clock
from bot.conversation.ask import (
    Answer,
    Asked,
    HumanWanted,
    Outcome,
    SmallTalk,
    Suggestions,
    Unknown,
    ask,
    record,
)
from bot.faq.library import Library
from bot.handlers.caller import Caller
from bot.handlers.subscriber import recent, ticket_dialog
from bot.screens import faq
from bot.screens.buttons import home as home_row
from bot.screens.callbacks import AskEntry, TicketAbout, entry_of
from bot.screens.screen import Screen, Toast, say_below, send
from bot.telegram.handling import Handling
from bot.texts import Html, Texts
from bot.tickets.desk_file import DeskFile

router = Router(name="ask")


class Reception:
    """Answers questions in the private chat."""

    def __init__(
        self, bot: Bot, caller: Caller, library: Library, desk: DeskFile, handling: Handling, texts: Texts
    ) -> None:
        self._bot = bot
        self._caller = caller
        self._library = library
        self._topics = {topic.id for topic in desk.topics}
        self._handling = handling
        self._texts = texts

    async def answer(self, message_id: int, text: str, manager: DialogManager, state: FSMContext) -> None:
        """Says what the FAQ makes of a text; who wants a person gets the ticket dialog at once."""
        asked = ask(self._library, text, await recent.context(state))
        answered = next((outcome.entry.id for outcome in asked.outcomes if isinstance(outcome, Answer)), None)
        await recent.remember_question(state, message_id, text, answered)
        self._handling.later.append(lambda session: record(session, text, asked.decision, clock.now()))
        if any(isinstance(outcome, HumanWanted) for outcome in asked.outcomes):
            await send(self._bot, self._caller.chat_id, Screen(self._texts.html("ask-human")))
            about = text if len(asked.outcomes) > 1 else ""
            await ticket_dialog.start(manager, state, ticket_dialog.Beginning(description=about))
            return
        for outcome in _worth_saying(asked):
            await send(self._bot, self._caller.chat_id, self._screen(outcome, message_id))

    def _screen(self, outcome: Outcome, message_id: int) -> Screen:
        catalogue = self._library.book.catalogue
        match outcome:
            case Answer(entry):
                return faq.answer(self._texts, entry, catalogue, self._topics)
            case Suggestions(entries):
                return faq.suggestions(self._texts, entries, message_id)
            case SmallTalk(kind):
                reply = self._library.book.talk.replies[kind][self._texts.language]
                return Screen(Html(reply), [home_row(self._texts)])
            case _:
                return faq.unknown(self._texts, message_id)

    def entry(self, key: str) -> Screen | None:
        """The answer behind a button, if the FAQ still has it."""
        catalogue = self._library.book.catalogue
        entry = entry_of(catalogue, key)
        return None if entry is None else faq.answer(self._texts, entry, catalogue, self._topics)


def _worth_saying(asked: Asked) -> list[Outcome]:
    """Everything that helps; "I don't know" only if nothing does."""
    helpful: list[Outcome] = [outcome for outcome in asked.outcomes if not isinstance(outcome, Unknown)]
    return helpful or [asked.outcomes[0]]


@router.callback_query(AskEntry.filter())
@inject
async def show_entry(
    callback: CallbackQuery,
    callback_data: AskEntry,
    texts: Texts,
    reception: FromDishka[Reception],
    library: FromDishka[Library],
) -> Toast | None:
    """The answer to a question that was picked; it stands below, so that the choice stays in sight."""
    screen = reception.entry(callback_data.key)
    await say_below(callback, screen or faq.categories(texts, library.book.catalogue))
    return None if screen else Toast(texts.plain("screen-outdated"))


@router.callback_query(TicketAbout.filter())
async def ticket_about(
    _: CallbackQuery, callback_data: TicketAbout, dialog_manager: DialogManager, state: FSMContext
) -> None:
    """A ticket with the question already in it."""
    text = await recent.question(state, callback_data.message_id)
    await ticket_dialog.start(dialog_manager, state, ticket_dialog.Beginning(description=text or ""))
