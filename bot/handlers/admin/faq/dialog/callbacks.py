"""What the dialog's buttons and messages do. Each way through it ends with a proposal."""

import re
from typing import Any

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager, ShowMode
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button
from dishka import FromDishka
from dishka.integrations.aiogram_dialog import inject
from pydantic import TypeAdapter, ValidationError

from bot.faq.catalogue.edits import AddEntry, ChangeEntry
from bot.faq.catalogue.entry import Entry, EntryId
from bot.faq.catalogue.ids import suggested
from bot.faq.library import Library
from bot.handlers.admin.faq.dialog.states import CareStates, gathered
from bot.handlers.admin.faq.formatted import as_html
from bot.handlers.admin.faq.lookup import Lookup
from bot.handlers.admin.faq.propose import Proposals
from bot.handlers.admin.faq.upload import Uploads
from bot.screens.callbacks import category_of
from bot.screens.screen import Screen, say, say_below
from bot.screens.versions import back
from bot.texts import Fact, Texts

LONGEST_QUESTION = 200
LONGEST_CATEGORY = 60
_ID: TypeAdapter[str] = TypeAdapter(EntryId)


@inject
async def cancel(callback: CallbackQuery, _: Button, manager: DialogManager, texts: FromDishka[Texts]) -> None:
    """Nothing changes."""
    await manager.done()
    await say_below(callback, Screen(texts.html("step-cancelled"), [back(texts)]))


@inject
async def take_upload(
    message: Message, _: MessageInput, manager: DialogManager, texts: FromDishka[Texts], uploads: FromDishka[Uploads]
) -> None:
    """The new file, whatever it is called."""
    if message.document is None:
        _remark(manager, texts, "upload-not-file")
        return
    begun = gathered(manager).get("begun", 0)
    await _leave(manager)
    await uploads.take(message.document.file_id, message.document.file_name, message.document.file_size, begun)


@inject
async def take_search(
    message: Message, _: MessageInput, manager: DialogManager, texts: FromDishka[Texts], lookup: FromDishka[Lookup]
) -> None:
    """Entries that the words may mean."""
    if words := _words(message, manager, texts):
        await _leave(manager)
        await say(message, await lookup.found(words))


@inject
async def take_question(message: Message, _: MessageInput, manager: DialogManager, texts: FromDishka[Texts]) -> None:
    """A new entry's question."""
    if words := _words(message, manager, texts, LONGEST_QUESTION):
        gathered(manager)["question"] = words
        await manager.switch_to(CareStates.category)


async def keep_question(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    """The question that is known."""
    await manager.switch_to(CareStates.category)


async def drop_variants(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    """No other ways to ask."""
    gathered(manager).pop("variants", None)


@inject
async def pick_category(
    _: CallbackQuery,
    __: Any,
    manager: DialogManager,
    item_id: str,
    library: FromDishka[Library],
    proposals: FromDishka[Proposals],
) -> None:
    """One that there is; if it has gone meanwhile, the window shows which there are."""
    name = category_of(library.book.catalogue, item_id)
    if name is not None:
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
    if words := _words(message, manager, texts, LONGEST_CATEGORY):
        await _use_category(manager, words, proposals)


async def _use_category(manager: DialogManager, name: str, proposals: Proposals) -> None:
    if "entry_id" in gathered(manager):
        await _change(manager, name, proposals)
        return
    gathered(manager)["category"] = name
    await manager.switch_to(CareStates.answer)


@inject
async def take_answer(message: Message, _: MessageInput, manager: DialogManager, texts: FromDishka[Texts]) -> None:
    """A new entry's answer."""
    if message.text is None:
        _remark(manager, texts, "step-not-text")
        return
    gathered(manager)["answer"] = as_html(message)
    await manager.switch_to(CareStates.keywords)


async def keep_answer(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    """The answer that is known."""
    await manager.switch_to(CareStates.keywords)


@inject
async def take_keywords(message: Message, _: MessageInput, manager: DialogManager, texts: FromDishka[Texts]) -> None:
    """Its keywords."""
    if words := _words(message, manager, texts):
        gathered(manager)["keywords"] = _split(words, "[,\n]")
        await manager.switch_to(CareStates.entry_id)


async def skip_keywords(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    """None."""
    gathered(manager)["keywords"] = []
    await manager.switch_to(CareStates.entry_id)


@inject
async def keep_id(
    _: CallbackQuery, __: Button, manager: DialogManager, lookup: FromDishka[Lookup], proposals: FromDishka[Proposals]
) -> None:
    """The id that was suggested."""
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
        _remark(manager, texts, "step-id-wrong")
        return
    if entry_id in await lookup.ids():
        _remark(manager, texts, "step-id-taken")
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
    await _leave(manager)
    await proposals.propose_edit(AddEntry(entry=entry), begun=begun)


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
    words = _words(message, manager, texts, LONGEST_QUESTION if field == "question" else None)
    if words:
        await _change(manager, _value(field, words, message), proposals)


def _value(field: str, words: str, message: Message) -> str | list[str]:
    if field == "answer":
        return as_html(message)
    return {"variants": _split(words, "\n"), "keywords": _split(words, "[,\n]")}.get(field, words)


@inject
async def clear_field(_: CallbackQuery, __: Button, manager: DialogManager, proposals: FromDishka[Proposals]) -> None:
    """No values."""
    await _change(manager, [], proposals)


async def _change(manager: DialogManager, value: str | list[str], proposals: Proposals) -> None:
    data = gathered(manager)
    edit = ChangeEntry(entry_id=data["entry_id"], changes={data["field"]: value})
    begun = data.get("begun")
    await _leave(manager)
    await proposals.propose_edit(edit, begun=begun)


async def _leave(manager: DialogManager) -> None:
    """The dialog has done its part."""
    await manager.done(show_mode=ShowMode.NO_UPDATE)


def _words(message: Message, manager: DialogManager, texts: Texts, limit: int | None = None) -> str:
    """What was written, if it is words and not too many; otherwise the window says why not."""
    words = (message.text or "").strip()
    if not words:
        _remark(manager, texts, "step-not-text")
    elif limit is not None and len(words) > limit:
        _remark(manager, texts, "step-too-long", limit=limit)
        return ""
    return words


def _remark(manager: DialogManager, texts: Texts, message: str, **facts: Fact) -> None:
    gathered(manager)["said"] = texts.html(message, **facts)


def _split(words: str, between: str) -> list[str]:
    return list(dict.fromkeys(part.strip() for part in re.split(between, words) if part.strip()))
