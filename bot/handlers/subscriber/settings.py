"""Language and reminders."""

from aiogram import Bot, F, Router
from aiogram.types import CallbackQuery
from dishka.integrations.aiogram import FromDishka, inject

from bot.handlers.caller import Caller
from bot.handlers.subscriber.commands_menu import show_commands
from bot.screens import settings
from bot.screens.callbacks import SetLanguage, SetReminders
from bot.screens.screen import Toast, show
from bot.settings import Settings
from bot.storage.once import Once
from bot.subscribers.preferences import allow_reminders, choose_language
from bot.telegram.handling import Handling
from bot.texts import LANGUAGES, Texts

router = Router(name="settings")


@router.callback_query(SetLanguage.filter(F.language.in_(LANGUAGES)))
@inject
async def set_language(
    callback: CallbackQuery,
    callback_data: SetLanguage,
    bot: Bot,
    caller: FromDishka[Caller],
    handling: FromDishka[Handling],
    installation: FromDishka[Settings],
    once: FromDishka[Once],
) -> Toast:
    """The screen, the menu of commands and all that follows are in the chosen language."""
    chosen = next(language for language in LANGUAGES if language == callback_data.language)
    await once(choose_language, caller.chat_id, chosen)
    texts = Texts(chosen)
    await show_commands(bot, texts, caller.chat_id, admin=caller.chat_id in installation.admin_ids)
    person = handling.visit.person
    screen = settings.settings(
        texts, reminders=person is None or person.reminders, linked=bool(handling.visit.contracts)
    )
    await show(callback, screen)
    return Toast(texts.plain("settings-language-set"))


@router.callback_query(SetReminders.filter())
@inject
async def set_reminders(
    callback: CallbackQuery,
    callback_data: SetReminders,
    texts: Texts,
    caller: FromDishka[Caller],
    handling: FromDishka[Handling],
    once: FromDishka[Once],
) -> Toast:
    """Reminders on or off; under a reminder itself the way back is left in its place."""
    await once(allow_reminders, caller.chat_id, allowed=callback_data.on)
    if callback_data.on:
        screen = settings.settings(texts, reminders=True, linked=bool(handling.visit.contracts))
    else:
        screen = settings.reminders_off(texts)
    await show(callback, screen)
    return Toast(texts.plain("settings-reminders-set", on="yes" if callback_data.on else "no"))
