"""Another value of a field, which ends with a proposal; a category is asked for in the same way for a new entry."""

from typing import Any

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button
from dishka import FromDishka
from dishka.integrations.aiogram_dialog import inject

from bot.faq.catalogue.edits import ChangeEntry
from bot.faq.library import Library
from bot.handlers.admin.faq.dialog.states import CareStates, gathered
from bot.handlers.admin.faq.dialog.written import LONGEST_CATEGORY, LONGEST_QUESTION, leave, split, words_of
from bot.handlers.admin.faq.formatted import as_html
from bot.handlers.admin.faq.propose import Proposals
from bot.screens.callbacks import category_of
from bot.screens.screen import acknowledge
from bot.texts import Texts


@inject
async def pick_category(
    callback: CallbackQuery,
    _: Any,
    manager: DialogManager,
    item_id: str,
    library: FromDishka[Library],
    proposals: FromDishka[Proposals],
) -> None:
    """One that there is; if it has gone meanwhile, the window shows which there are."""
    name = category_of(library.book.catalogue, item_id)
    if name is not None:
        await acknowledge(callback)
        await _use_category(manager, name, proposals)


@inject
async def take_category(
    message: Message,
    _: MessageInput,
    manager: DialogManager,
    texts: FromDishka[Texts],
    proposals: FromDishka[Proposals],
) -> None:
    """A new one."""
    if words := words_of(message, manager, texts, LONGEST_CATEGORY):
        await _use_category(manager, words, proposals)


async def _use_category(manager: DialogManager, name: str, proposals: Proposals) -> None:
    if "entry_id" in gathered(manager):
        await change(manager, name, proposals)
        return
    gathered(manager)["category"] = name
    await manager.switch_to(CareStates.answer)


@inject
async def take_field(
    message: Message,
    _: MessageInput,
    manager: DialogManager,
    texts: FromDishka[Texts],
    proposals: FromDishka[Proposals],
) -> None:
    """Another value."""
    field = gathered(manager).get("field", "")
    words = words_of(message, manager, texts, LONGEST_QUESTION if field == "question" else None)
    if words:
        await change(manager, _value(field, words, message), proposals)


def _value(field: str, words: str, message: Message) -> str | list[str]:
    if field == "answer":
        return as_html(message)
    return {"variants": split(words, "\n"), "keywords": split(words, "[,\n]")}.get(field, words)


@inject
async def clear_field(
    callback: CallbackQuery, _: Button, manager: DialogManager, proposals: FromDishka[Proposals]
) -> None:
    """No values."""
    await acknowledge(callback)
    await change(manager, [], proposals)


async def change(manager: DialogManager, value: str | list[str], proposals: Proposals) -> None:
    data = gathered(manager)
    edit = ChangeEntry(entry_id=data["entry_id"], changes={data["field"]: value})
    begun = data.get("begun")
    await leave(manager)
    await proposals.propose_edit(edit, begun=begun)
