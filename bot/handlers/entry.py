"""The way of one update from the inbox into the routers, with its own scope of the container."""

import json

from aiogram import Bot
from aiogram.types import Update
from dishka import AsyncContainer

from bot import clock
from bot.errors import Refusal
from bot.handlers.caller import Caller, caller_of, user_of
from bot.handlers.errors import explain_refusal
from bot.handlers.routers import dispatcher
from bot.subscribers.acquaintance import acquainted, remember, seen
from bot.telegram.handling import Handling
from bot.texts import Language, Texts


class Entry:
    """What the worker calls for each update."""

    def __init__(self, bot: Bot, container: AsyncContainer, language: Language) -> None:
        self._bot = bot
        self._container = container
        self._language: Language = language

    async def handle(self, handling: Handling) -> None:
        """Lets the routers handle an update. Raises what they raise, and pydantic's error for a malformed one."""
        update = self._parse(handling)
        caller = self._caller(update, handling)
        if caller is not None and (update.message or update.callback_query):
            _get_acquainted(handling, caller)
        texts = Texts(caller.language if caller else self._language)
        context = {Handling: handling, Caller: caller or _NOBODY, Texts: texts}
        async with self._container(context=context) as scope:
            await dispatcher().feed_update(self._bot, update, dishka_container=scope, texts=texts)

    async def explain(self, handling: Handling, refusal: Refusal) -> None:
        """Says why a rule said no, in the language of whoever asked."""
        update = self._parse(handling)
        caller = self._caller(update, handling)
        await explain_refusal(update, refusal, Texts(caller.language if caller else self._language))

    def _parse(self, handling: Handling) -> Update:
        """The update as aiogram's types.

        A reply to an old dialog window is a message like any other: without the window's buttons aiogram-dialog
        doesn't take it for a press of one.
        """
        raw = json.loads(handling.payload)
        answered = (raw.get("message") or {}).get("reply_to_message") or {}
        answered.pop("reply_markup", None)
        return Update.model_validate(raw, context={"bot": self._bot})

    def _caller(self, update: Update, handling: Handling) -> Caller | None:
        user = user_of(update)
        return None if user is None else caller_of(user, handling.visit.person, self._language)


_NOBODY = Caller(chat_id=0, name="", username=None, language="ru", telegram_language=None)


def _get_acquainted(handling: Handling, caller: Caller) -> None:
    """Remembers a private chat's person as Telegram shows them now, if that is news."""
    if handling.chat_id is None:
        return
    now_seen = seen(caller.chat_id, caller.name, caller.username, caller.telegram_language, clock.now())
    if acquainted(handling.visit.person, now_seen) is not None:
        handling.later.append(lambda session: remember(session, now_seen))
