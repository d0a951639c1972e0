"""All routers in the order in which a message meets them: first match wins."""

from collections.abc import Awaitable, Callable
from functools import cache
from typing import Any

from aiogram import BaseMiddleware, Dispatcher, F, Router
from aiogram.fsm.storage.memory import DisabledEventIsolation
from aiogram.types import CallbackQuery, TelegramObject
from aiogram_dialog import setup_dialogs

from bot.handlers.admin import learning, status
from bot.handlers.admin.faq import dialog as faq_dialog
from bot.handlers.admin.faq import drafts, entries, room, unasked
from bot.handlers.admin.filters import OnlyAdmins
from bot.handlers.agents import again as agents_again
from bot.handlers.agents import commands as agents_commands
from bot.handlers.agents import edits as agents_edits
from bot.handlers.agents import membership
from bot.handlers.agents import messages as agents_messages
from bot.handlers.agents import reactions as agents_reactions
from bot.handlers.agents import suggest as agents_suggestions
from bot.handlers.agents.filters import InDesk
from bot.handlers.public import groups as at_large
from bot.handlers.public import inline
from bot.handlers.subscriber import commands, edits, followed, login, messages, presence, settings, stale, ticket_dialog
from bot.handlers.subscriber import reactions as own_reactions
from bot.handlers.subscriber import tickets as own_tickets
from bot.screens.screen import Toast, acknowledge
from bot.telegram.states import HandlingStorage

Handler = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]


class Acknowledge(BaseMiddleware):
    """Ends the spinner of every button, with the toast that its handler returned."""

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        """Handles, then answers."""
        result = await handler(event, data)
        if isinstance(event, CallbackQuery):
            await acknowledge(event, result if isinstance(result, Toast) else None)
        return result


@cache
def dispatcher() -> Dispatcher:
    """The only one: it holds no state of its own, all that an update needs comes with it."""
    made = Dispatcher(storage=HandlingStorage())
    made.include_routers(inline.router, _groups(), _desk(), _private())
    return made


def _desk() -> Router:
    desk = Router(name="desk")
    desk.message.filter(InDesk())
    desk.edited_message.filter(InDesk())
    desk.callback_query.filter(InDesk())
    desk.message_reaction.filter(InDesk())
    desk.callback_query.middleware(Acknowledge())
    desk.include_routers(
        agents_suggestions.router,
        agents_again.router,
        agents_edits.router,
        agents_commands.router,
        agents_messages.router,
        agents_reactions.router,
    )
    return desk


def _groups() -> Router:
    groups = Router(name="groups")
    for observer in (groups.message, groups.my_chat_member, groups.chat_member):
        observer.filter(F.chat.type != "private")
    at_large.router.callback_query.middleware(Acknowledge())
    groups.include_routers(at_large.router, membership.router)
    return groups


def _private() -> Router:
    private = Router(name="private")
    for observer in (private.message, private.edited_message, private.my_chat_member, private.message_reaction):
        observer.filter(F.chat.type == "private")
    private.callback_query.filter(F.message.chat.type == "private")
    # dialogs acknowledge their own buttons
    for plain in (learning, commands, login, messages, followed, own_tickets, settings, stale):
        plain.router.callback_query.middleware(Acknowledge())
    for admins in (status.router, room.router, drafts.router, entries.router, unasked.buttons):
        admins.callback_query.middleware(OnlyAdmins())
        admins.callback_query.middleware(Acknowledge())
    private.include_routers(
        presence.router,
        status.router,
        room.router,
        drafts.router,
        entries.router,
        unasked.buttons,
        learning.router,
        commands.router,
        login.router,
        messages.replies,
        edits.router,
        followed.router,
        own_tickets.router,
        settings.router,
        ticket_dialog.dialog(),
        faq_dialog.dialog(),
        unasked.router,
        messages.router,
        own_reactions.router,
        stale.router,
    )
    setup_dialogs(private, events_isolation=DisabledEventIsolation())
    return private
