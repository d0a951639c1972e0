"""A file that looks like a FAQ, sent by an admin without being asked: it may be meant for a ticket."""

from aiogram import F, Router
from aiogram.filters import Filter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message
from dishka import AsyncContainer
from dishka.integrations.aiogram import FromDishka, inject

from bot.handlers.admin.faq.propose import Proposals
from bot.handlers.admin.faq.upload import Uploads
from bot.handlers.admin.filters import FromAdmin
from bot.screens import editing
from bot.screens.callbacks import AdminGo, AdminUpload
from bot.screens.screen import Screen, acknowledge, say, show
from bot.screens.versions import back
from bot.telegram.handling import Handling
from bot.texts import Texts

OFFERED = "faq_files"
KEPT = 3

router = Router(name="faq files")
buttons = Router(name="faq file buttons")


class OutsideTickets(Filter):
    """What is sent while a ticket is in conversation goes there."""

    async def __call__(self, _: Message, dishka_container: AsyncContainer) -> bool:
        """Looks at the sender's conversation."""
        handling = await dishka_container.get(Handling)
        return handling.visit.conversation is None


@router.message(F.document.file_name.lower().endswith((".yaml", ".yml")), FromAdmin(), OutsideTickets())
async def offer(message: Message, state: FSMContext, texts: Texts) -> None:
    """Asks first."""
    if message.document is None:
        return
    file = message.document
    offered = (await state.get_data()).get(OFFERED, {})
    offered[str(message.message_id)] = {"id": file.file_id, "name": file.file_name, "size": file.file_size}
    await state.update_data({OFFERED: dict(list(offered.items())[-KEPT:])})
    await say(message, editing.offer(texts, file.file_name or "", message.message_id))


@buttons.callback_query(AdminUpload.filter())
@inject
async def check(
    callback: CallbackQuery,
    callback_data: AdminUpload,
    state: FSMContext,
    texts: Texts,
    uploads: FromDishka[Uploads],
    proposals: FromDishka[Proposals],
) -> None:
    """It is the new FAQ."""
    file = (await state.get_data()).get(OFFERED, {}).get(str(callback_data.message_id))
    if file is None:
        await show(callback, Screen(texts.html("upload-gone"), [back(texts)]))
        return
    await acknowledge(callback)
    await uploads.take(file["id"], file["name"], file["size"], (await proposals.newest()).id)


@buttons.callback_query(AdminGo.filter(F.to == "not-faq"))
async def leave(callback: CallbackQuery, texts: Texts) -> None:
    """It is something else."""
    await show(callback, Screen(texts.html("upload-left"), [back(texts)]))
