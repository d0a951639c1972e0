"""A new entry, step by step, which ends with a proposal."""

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button
from dishka import FromDishka
from dishka.integrations.aiogram_dialog import inject
from pydantic import TypeAdapter, ValidationError

from bot.faq.catalogue.edits import AddEntry
from bot.faq.catalogue.entry import Entry, EntryId
from bot.faq.catalogue.ids import suggested
from bot.handlers.admin.faq.dialog.states import CareStates, gathered
from bot.handlers.admin.faq.dialog.written import LONGEST_QUESTION, leave, remark, split, words_of
from bot.handlers.admin.faq.formatted import as_html
from bot.handlers.admin.faq.lookup import Lookup
from bot.handlers.admin.faq.propose import Proposals
from bot.screens.screen import acknowledge
from bot.texts import Texts

_ID: TypeAdapter[str] = TypeAdapter(EntryId)


@inject
async def take_question(message: Message, _: MessageInput, manager: DialogManager, texts: FromDishka[Texts]) -> None:
    """A new entry's question."""
    if words := words_of(message, manager, texts, LONGEST_QUESTION):
        gathered(manager)["question"] = words
        await manager.switch_to(CareStates.category)


async def keep_question(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    """The question that is known."""
    await manager.switch_to(CareStates.category)


async def drop_variants(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    """No other ways to ask."""
    gathered(manager).pop("variants", None)


@inject
async def take_answer(message: Message, _: MessageInput, manager: DialogManager, texts: FromDishka[Texts]) -> None:
    """A new entry's answer."""
    if message.text is None:
        remark(manager, texts, "step-not-text")
        return
    gathered(manager)["answer"] = as_html(message)
    await manager.switch_to(CareStates.keywords)


async def keep_answer(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    """The answer that is known."""
    await manager.switch_to(CareStates.keywords)


@inject
async def take_keywords(message: Message, _: MessageInput, manager: DialogManager, texts: FromDishka[Texts]) -> None:
    """Its keywords."""
    if words := words_of(message, manager, texts):
        gathered(manager)["keywords"] = split(words, "[,\n]")
        await manager.switch_to(CareStates.entry_id)


async def skip_keywords(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    """None."""
    gathered(manager)["keywords"] = []
    await manager.switch_to(CareStates.entry_id)


@inject
async def keep_id(
    callback: CallbackQuery,
    __: Button,
    manager: DialogManager,
    lookup: FromDishka[Lookup],
    proposals: FromDishka[Proposals],
) -> None:
    """The id that was suggested."""
    await acknowledge(callback)
    await _add(manager, suggested(gathered(manager).get("question", ""), await lookup.ids()), proposals)


@inject
async def take_id(
    message: Message,
    _: MessageInput,
    manager: DialogManager,
    texts: FromDishka[Texts],
    lookup: FromDishka[Lookup],
    proposals: FromDishka[Proposals],
) -> None:
    """Another one, if it can be one and is free."""
    try:
        entry_id = _ID.validate_python((message.text or "").strip())
    except ValidationError:
        remark(manager, texts, "step-id-wrong")
        return
    if entry_id in await lookup.ids():
        remark(manager, texts, "step-id-taken")
        return
    await _add(manager, entry_id, proposals)


async def _add(manager: DialogManager, entry_id: str, proposals: Proposals) -> None:
    data = gathered(manager)
    entry = Entry(
        id=entry_id,
        category=data["category"],
        question=data["question"],
        variants=tuple(text for text in data.get("variants", ()) if text != data["question"]),
        answer=data["answer"],
        keywords=tuple(data["keywords"]),
    )
    begun = data.get("begun")
    await leave(manager)
    await proposals.propose_edit(AddEntry(entry=entry), begun=begun)
