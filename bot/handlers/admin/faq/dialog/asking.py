"""The steps that ask for one thing: a file, or words to search by. Each may be cancelled."""

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button
from dishka import FromDishka
from dishka.integrations.aiogram_dialog import inject

from bot.handlers.admin.faq.dialog.states import gathered
from bot.handlers.admin.faq.dialog.written import leave, remark, words_of
from bot.handlers.admin.faq.lookup import Lookup
from bot.handlers.admin.faq.upload import Uploads
from bot.screens.screen import Screen, say, say_below
from bot.screens.versions import back
from bot.texts import Texts


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
        remark(manager, texts, "upload-not-file")
        return
    begun = gathered(manager).get("begun", 0)
    await leave(manager)
    await uploads.take(message.document.file_id, message.document.file_name, message.document.file_size, begun)


@inject
async def take_search(
    message: Message, _: MessageInput, manager: DialogManager, texts: FromDishka[Texts], lookup: FromDishka[Lookup]
) -> None:
    """Entries that the words may mean."""
    if words := words_of(message, manager, texts):
        await leave(manager)
        await say(message, await lookup.found(words))
