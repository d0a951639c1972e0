"""Entries to add, to change, to hide: found by category or by words."""

from aiogram import F, Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from dishka.integrations.aiogram import FromDishka, inject

from bot.faq.catalogue.edits import ChangeEntry
from bot.handlers.admin.faq import dialog
from bot.handlers.admin.faq.lookup import Lookup
from bot.handlers.admin.faq.propose import Proposals
from bot.screens import editing
from bot.screens.callbacks import AdminCategory, AdminEntry, AdminGo, key_of
from bot.screens.screen import Toast, acknowledge, show
from bot.texts import Texts

router = Router(name="faq entries")


@router.callback_query(AdminGo.filter(F.to == "add"))
@inject
async def add(
    _: CallbackQuery, dialog_manager: DialogManager, state: FSMContext, proposals: FromDishka[Proposals]
) -> None:
    """A new entry, step by step."""
    await dialog.start_adding(dialog_manager, state, (await proposals.newest()).id)


@router.callback_query(AdminGo.filter(F.to == "search"))
async def search(_: CallbackQuery, dialog_manager: DialogManager, state: FSMContext) -> None:
    """Entries by words."""
    await dialog.start_search(dialog_manager, state)


@router.callback_query(AdminGo.filter(F.to == "edit"))
@inject
async def categories(callback: CallbackQuery, texts: Texts, lookup: FromDishka[Lookup]) -> None:
    """Entries by category."""
    await show(callback, editing.categories(texts, await lookup.entries()))


@router.callback_query(AdminCategory.filter())
@inject
async def category(
    callback: CallbackQuery, callback_data: AdminCategory, texts: Texts, lookup: FromDishka[Lookup]
) -> Toast | None:
    """One category; if it has gone, those that there are."""
    entries = await lookup.entries()
    name = next((entry.category for entry in entries if key_of(entry.category) == callback_data.key), None)
    if name is None:
        await show(callback, editing.categories(texts, entries))
        return Toast(texts.plain("screen-outdated"))
    await show(callback, editing.category(texts, entries, name, callback_data.page))
    return None


@router.callback_query(AdminEntry.filter())
@inject
async def entry(
    callback: CallbackQuery,
    callback_data: AdminEntry,
    dialog_manager: DialogManager,
    state: FSMContext,
    texts: Texts,
    lookup: FromDishka[Lookup],
    proposals: FromDishka[Proposals],
) -> Toast | None:
    """What the button says; if the entry has gone, the categories that there are."""
    found = await lookup.of(callback_data.key)
    if found is None:
        await show(callback, editing.categories(texts, await lookup.entries()))
        return Toast(texts.plain("edit-gone"))
    match callback_data.what:
        case "hide" | "unhide":
            await acknowledge(callback)
            changes = {"hidden": callback_data.what == "hide"}
            await proposals.propose_edit(ChangeEntry(entry_id=found.id, changes=changes))
        case field if field in editing.FIELDS:
            await dialog.start_changing(dialog_manager, state, (await proposals.newest()).id, found, field)
        case _:
            await show(callback, editing.card(texts, found))
    return None
