"""What an admin makes of a lesson: an entry, another way to ask one that there is, or nothing."""

from aiogram import F, Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from dishka.integrations.aiogram import FromDishka, inject

from bot import clock
from bot.conversation.lessons import Lessons, Source
from bot.faq.catalogue.edits import AddVariant
from bot.faq.learning.board import GapBoard, dismiss
from bot.faq.library import Library
from bot.handlers.admin.faq import dialog
from bot.handlers.admin.faq.propose import Proposals
from bot.handlers.admin.learning.blackboard import Blackboard
from bot.handlers.caller import Caller
from bot.screens import lesson as screens
from bot.screens.callbacks import Learn, LearnCategory, LearnInto
from bot.screens.screen import Toast, acknowledge, show
from bot.settings import Settings
from bot.storage.once import Once
from bot.texts import Texts
from bot.tickets.suggest import decline

router = Router(name="lessons")


@router.callback_query(Learn.filter(F.what == "show"))
@inject
async def see(
    callback: CallbackQuery, callback_data: Learn, texts: Texts, blackboard: FromDishka[Blackboard]
) -> Toast | None:
    """The lesson itself."""
    screen = await blackboard.screen(callback_data.source)
    if screen is None:
        return await gone(callback, callback_data.source, texts, blackboard)
    await show(callback, screen)
    return None


@router.callback_query(Learn.filter(F.what == "no"))
@inject
async def put_aside(
    callback: CallbackQuery,
    callback_data: Learn,
    texts: Texts,
    caller: FromDishka[Caller],
    settings: FromDishka[Settings],
    board: FromDishka[GapBoard],
    blackboard: FromDishka[Blackboard],
    once: FromDishka[Once],
) -> Toast | None:
    """It isn't for the FAQ."""
    source, admin_ids = Source.parse(callback_data.source), settings.admin_ids
    if source.number is not None:
        await once(decline, source.number, caller.chat_id, admin_ids)
        await show(callback, screens.declined(texts))
        return None
    group = await board.group(source.days, source.key)
    if group is None:
        return await gone(callback, callback_data.source, texts, blackboard)
    await once(dismiss, group.key, group.count, caller.chat_id, admin_ids, clock.now())
    await show(callback, screens.dismissed(texts, source.days))
    return None


@router.callback_query(Learn.filter(F.what == "entry"))
@inject
async def make_entry(
    callback: CallbackQuery,
    callback_data: Learn,
    dialog_manager: DialogManager,
    state: FSMContext,
    texts: Texts,
    lessons: FromDishka[Lessons],
    blackboard: FromDishka[Blackboard],
    proposals: FromDishka[Proposals],
) -> Toast | None:
    """A new entry, step by step, with what the lesson teaches."""
    lesson = await lessons.of(callback_data.source)
    if lesson is None:
        return await gone(callback, callback_data.source, texts, blackboard)
    known = dialog.Gathered(variants=list(lesson.variants))
    if lesson.question:
        known["question"] = lesson.question
    if lesson.answer:
        known["answer"] = lesson.answer
    await dialog.start_adding(dialog_manager, state, (await proposals.newest()).id, known)
    return None


@router.callback_query(LearnCategory.filter())
@inject
async def look_for_entry(
    callback: CallbackQuery, callback_data: LearnCategory, texts: Texts, library: FromDishka[Library]
) -> None:
    """Categories, or the entries of one."""
    catalogue, source = library.book.catalogue, callback_data.source
    name = screens.category_of(catalogue, callback_data.key)
    if name is None:
        await show(callback, screens.categories(texts, source, catalogue, callback_data.page))
    else:
        await show(callback, screens.entries(texts, source, catalogue, name, callback_data.page))


@router.callback_query(LearnInto.filter())
@inject
async def add_variant(
    callback: CallbackQuery,
    callback_data: LearnInto,
    texts: Texts,
    lessons: FromDishka[Lessons],
    library: FromDishka[Library],
    blackboard: FromDishka[Blackboard],
    proposals: FromDishka[Proposals],
) -> Toast | None:
    """The question becomes another way to ask an entry, once the admin has seen the difference."""
    lesson = await lessons.of(callback_data.source)
    entry = screens.entry_of(library.book.catalogue, callback_data.key)
    if lesson is None or entry is None:
        return await gone(callback, callback_data.source, texts, blackboard)
    if not lesson.question:
        return Toast(texts.plain("learn-no-question"), alert=True)
    await acknowledge(callback)
    await proposals.propose_edit(AddVariant(entry_id=entry.id, variant=lesson.question))
    return None


async def gone(callback: CallbackQuery, source: str, texts: Texts, blackboard: Blackboard) -> Toast:
    """The lesson isn't there any more; those that are take its place."""
    await show(callback, await blackboard.otherwise(source))
    return Toast(texts.plain("learn-gone"))
