"""What follows an answer: the buttons under it, and a question that was corrected."""

from contextlib import suppress
from datetime import timedelta

from aiogram import Router
from aiogram.exceptions import TelegramBadRequest
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager
from dishka.integrations.aiogram import FromDishka, inject

from bot.conversation.learn import helped, picked
from bot.faq.library import Library
from bot.handlers.subscriber import recent, ticket_dialog
from bot.handlers.subscriber.ask import Reception
from bot.handlers.subscriber.objection import Objections
from bot.screens import faq, verdict
from bot.screens.callbacks import AskEntry, PickEntry, TicketAbout, TicketWith, Verdict, entry_of
from bot.screens.screen import Toast, say_below
from bot.storage.database import Database
from bot.storage.questions import Questions
from bot.telegram.handling import Handling
from bot.texts import Texts

CORRECTED_WITHIN = timedelta(minutes=5)
"""A question edited later is a note to oneself."""

router = Router(name="what follows an answer")


@router.callback_query(AskEntry.filter())
@inject
async def show_entry(
    _: CallbackQuery,
    callback_data: AskEntry,
    state: FSMContext,
    texts: Texts,
    reception: FromDishka[Reception],
    library: FromDishka[Library],
) -> Toast | None:
    """The answer to a question that was picked; it stands below, so that the choice stays in sight."""
    entry = entry_of(library.book.catalogue, callback_data.key)
    if entry is None:
        return await _outdated(reception, texts, library)
    await recent.remember_answer(state, entry.id)
    await reception.show(await reception.answer_of(entry))
    return None


@router.callback_query(PickEntry.filter())
@inject
async def pick_entry(
    _: CallbackQuery,
    callback_data: PickEntry,
    state: FSMContext,
    texts: Texts,
    reception: FromDishka[Reception],
    library: FromDishka[Library],
    handling: FromDishka[Handling],
) -> Toast | None:
    """The same for a question that was offered in answer to another one."""
    entry, token = entry_of(library.book.catalogue, callback_data.key), callback_data.token
    if entry is None:
        return await _outdated(reception, texts, library)
    entry_id = entry.id
    handling.later.append(lambda session: picked(session, token, entry_id))
    await recent.remember_answer(state, entry_id, callback_data.key, token)
    await reception.show(await reception.answer_of(entry, token))
    return None


async def _outdated(reception: Reception, texts: Texts, library: Library) -> Toast:
    await reception.show(faq.categories(texts, library.book.catalogue))
    return Toast(texts.plain("screen-outdated"))


@router.callback_query(Verdict.filter())
@inject
async def judge(
    callback: CallbackQuery,
    callback_data: Verdict,
    state: FSMContext,
    texts: Texts,
    objections: FromDishka[Objections],
    handling: FromDishka[Handling],
) -> Toast:
    """Thanks, or the next matches, and a person where there are none. Said twice, it counts once."""
    token, key = callback_data.token, callback_data.key
    await _put_away(callback)
    if callback_data.helped:
        handling.later.append(lambda session: helped(session, token))
        return Toast(texts.plain("helped-thanks"))
    others = await objections.screen(state, token, key)
    if others is not None:
        await say_below(callback, others)
    return Toast(texts.plain("helped-noted"))


async def _put_away(callback: CallbackQuery) -> None:
    """The row under the answer has done its work; an answer too old to be edited keeps it."""
    message = callback.message
    if isinstance(message, Message) and message.reply_markup is not None:
        with suppress(TelegramBadRequest):
            await message.edit_reply_markup(reply_markup=verdict.without_verdict(message.reply_markup))


@router.callback_query(TicketAbout.filter())
async def ticket_about(
    _: CallbackQuery, callback_data: TicketAbout, dialog_manager: DialogManager, state: FSMContext
) -> None:
    """A ticket with the question already in it."""
    text = await recent.question(state, callback_data.message_id)
    token = await recent.token_of(state, callback_data.message_id)
    await ticket_dialog.start(dialog_manager, state, ticket_dialog.Beginning(description=text or "", asked=token))


@router.callback_query(TicketWith.filter())
@inject
async def ticket_with(
    _: CallbackQuery,
    callback_data: TicketWith,
    dialog_manager: DialogManager,
    state: FSMContext,
    database: FromDishka[Database],
) -> None:
    """The same, when more was asked since: then as the question is kept, without numbers."""
    token = callback_data.token
    text = await recent.question_of(state, token)
    if text is None:
        question = await database.read(lambda session: Questions(session).of(token))
        text = question.text if question else ""
    await ticket_dialog.start(dialog_manager, state, ticket_dialog.Beginning(description=text, asked=token))


@router.edited_message()
@inject
async def ask_again(message: Message, state: FSMContext, reception: FromDishka[Reception]) -> None:
    """A question that is corrected soon is answered afresh, once; other edits are nobody's question."""
    text = message.text
    soon = message.edit_date is not None and message.edit_date - message.date.timestamp() <= CORRECTED_WITHIN.seconds
    if text and soon and await recent.may_ask_again(state, message.message_id, text):
        await reception.answer(message.message_id, text, None, state)
