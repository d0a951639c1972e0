"""Messages that are neither commands nor steps of a dialog: to a ticket, or a question, or kept."""

from aiogram import Router
from aiogram.filters import Filter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager
from dishka import AsyncContainer
from dishka.integrations.aiogram import FromDishka, inject

from bot import clock
from bot.conversation.keep import add_to_ticket, attachments, keep, let_go
from bot.conversation.route import Keep, Question, ToTicket, destination
from bot.faq.library import Library
from bot.handlers.subscriber import ticket_dialog
from bot.handlers.subscriber.ask import Reception
from bot.screens import tickets
from bot.screens.callbacks import AddKept, AskInstead
from bot.screens.screen import Screen, say, show
from bot.storage.content import Content, ContentKind
from bot.storage.database import Database
from bot.storage.desk import Placements
from bot.storage.once import Once
from bot.storage.tables import Conversation
from bot.storage.tickets import Tickets
from bot.telegram.content import content_of
from bot.telegram.handling import Handling
from bot.texts import Texts
from bot.tickets.message import Said
from bot.tickets.withdraw import withdraw
from bot.tickets.write import write_to_ticket

OFFERED = 4

replies = Router(name="replies to tickets")
router = Router(name="messages")


class AnswersTicket(Filter):
    """A reply to a message on this screen that belongs to a ticket."""

    async def __call__(self, message: Message, dishka_container: AsyncContainer) -> bool | dict[str, int]:
        """Finds the ticket."""
        if message.reply_to_message is None:
            return False
        database = await dishka_container.get(Database)
        answered = message.reply_to_message.message_id
        placement = await database.read(lambda session: Placements(session).of(message.chat.id, answered))
        return False if placement is None else {"ticket_id": placement.ticket_id}


class Post:
    """Takes a private message where it belongs."""

    def __init__(
        self, texts: Texts, once: Once, database: Database, library: Library, handling: Handling, reception: Reception
    ) -> None:
        self._texts = texts
        self._once = once
        self._database = database
        self._library = library
        self._handling = handling
        self._reception = reception

    async def take(
        self, message: Message, answered_ticket: int | None, manager: DialogManager, state: FSMContext
    ) -> None:
        """To the ticket answered, the ticket in conversation, the FAQ, or into keeping."""
        content = content_of(message)
        if content is None:  # a service message is nobody's words
            return
        match destination(content, answered_ticket, self._conversation()):
            case ToTicket(ticket_id):
                await self._to_ticket(message, content, ticket_id)
            case Question(text):
                if message.via_bot is not None and message.bot is not None and message.via_bot.id == message.bot.id:
                    return  # an answer of ours, found by inline search
                await self._reception.answer(message.message_id, text, manager, state)
            case Keep():
                await self._keep(message, content)

    def _conversation(self) -> Conversation | None:
        return self._handling.visit.conversation

    async def _to_ticket(self, message: Message, content: Content, ticket_id: int) -> None:
        thanks = content.kind is ContentKind.TEXT and self._library.book.talk.kind_of(content.text) in THANKS
        said = said_in(message, content)
        written = await self._once(write_to_ticket, ticket_id, said, clock.now(), thanks=thanks)
        if written.confirm:
            question = message.message_id if content.kind is ContentKind.TEXT else None
            screen = tickets.passed_on(self._texts, ticket_id, question, reopened=written.reopened)
            self._place(await say(message, screen), ticket_id)

    async def _keep(self, message: Message, content: Content) -> None:
        stored = await self._once(keep, said_in(message, content), clock.now())
        if stored.first:
            await self._reception.answer_if_sure(message.message_id, content.text)
            found = await self._database.read(lambda session: Tickets(session).of_chat(message.chat.id, OFFERED))
            await say(message, tickets.where_to(self._texts, stored.kept_id, found))

    def _place(self, shown: Message, ticket_id: int) -> None:
        """A reply to what the bot says about a ticket goes to that ticket."""
        self._handling.later.append(
            lambda session: Placements(session).add(shown.chat.id, [shown.message_id], ticket_id, [None])
        )


THANKS = ("thanks", "ok", "yes", "goodbye")
"""Small talk that doesn't reopen a solved ticket."""


def said_in(message: Message, content: Content) -> Said:
    """A message as the tickets know it."""
    answered = message.reply_to_message.message_id if message.reply_to_message else None
    return Said(content, message.chat.id, message.message_id, message.media_group_id, answered)


@replies.message(AnswersTicket())
@inject
async def to_answered(
    message: Message, ticket_id: int, dialog_manager: DialogManager, state: FSMContext, post: FromDishka[Post]
) -> None:
    """A reply goes to the ticket of the message it answers."""
    await post.take(message, ticket_id, dialog_manager, state)


@router.message()
@inject
async def anything(message: Message, dialog_manager: DialogManager, state: FSMContext, post: FromDishka[Post]) -> None:
    """Everything else."""
    await post.take(message, None, dialog_manager, state)


@router.callback_query(AskInstead.filter())
@inject
async def ask_instead(
    callback: CallbackQuery,
    callback_data: AskInstead,
    dialog_manager: DialogManager,
    state: FSMContext,
    texts: Texts,
    once: FromDishka[Once],
    reception: FromDishka[Reception],
) -> None:
    """It was meant as a question: taken out of the ticket while it hasn't left, and asked."""
    taken = await once(withdraw, callback.from_user.id, callback_data.message_id, clock.now())
    key = "withdrawn" if taken.withdrawn else "withdrawn-late"
    await show(callback, Screen(texts.html(key, number=str(taken.ticket_id))))
    await reception.answer(callback_data.message_id, taken.text, dialog_manager, state)


@router.callback_query(AddKept.filter())
@inject
async def add_kept(
    callback: CallbackQuery,
    callback_data: AddKept,
    dialog_manager: DialogManager,
    state: FSMContext,
    texts: Texts,
    once: FromDishka[Once],
    database: FromDishka[Database],
    handling: FromDishka[Handling],
) -> None:
    """What was kept goes where its sender says."""
    chat_id = callback.from_user.id
    if callback_data.ticket_id:
        added = await once(add_to_ticket, callback_data.kept_id, chat_id, callback_data.ticket_id, clock.now())
        await show(callback, tickets.kept_added(texts, added.ticket_id))
        return
    parts = await database.read(lambda session: attachments(session, callback_data.kept_id, chat_id))
    handling.later.append(lambda session: let_go(session, callback_data.kept_id, chat_id))
    await show(callback, Screen(texts.html("kept-taken", count=len(parts))))
    await ticket_dialog.start(dialog_manager, state, ticket_dialog.Beginning(attachments=tuple(parts)))
