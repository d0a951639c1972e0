"""Groups that aren't the agents': whoever names the bot there, or answers it, is answered."""

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message
from dishka.integrations.aiogram import FromDishka, inject

from bot.conversation.learn import picked
from bot.faq.library import Library
from bot.handlers.agents.filters import InDesk
from bot.handlers.public.addressed import Address, Addressed
from bot.handlers.public.guide import Guide
from bot.screens.callbacks import PickEntry, entry_of
from bot.screens.screen import Screen, Toast, show
from bot.telegram.handling import Handling
from bot.telegram.pacing import Pacer
from bot.texts import Texts

router = Router(name="groups at large")
router.message.filter(F.chat.type != "private")
router.callback_query.filter(F.message.chat.type != "private")


@router.message(~InDesk(), Addressed())
@inject
async def answer(message: Message, addressed: Address, guide: FromDishka[Guide]) -> None:
    """By reply, in the same topic."""
    await guide.answer(message, addressed)


@router.callback_query(PickEntry.filter())
@inject
async def pick(
    callback: CallbackQuery,
    callback_data: PickEntry,
    texts: Texts,
    library: FromDishka[Library],
    handling: FromDishka[Handling],
    guide: FromDishka[Guide],
    pacer: FromDishka[Pacer],
) -> Toast | None:
    """The answer takes the place of the choice, whose buttons stay for the others; the agents' group has them too."""
    entry, message = entry_of(library.book.catalogue, callback_data.key), callback.message
    if entry is None or not isinstance(message, Message):
        return Toast(texts.plain("public-gone"), alert=True)
    entry_id = entry.id
    handling.later.append(lambda session: picked(session, callback_data.token, entry_id))
    buttons = message.reply_markup.inline_keyboard if message.reply_markup else []
    screen = await guide.entry(entry)
    await pacer.turn(message.chat.id, bulk=False)
    await show(callback, Screen(screen.text, buttons))
    return None
