"""Answers where others read along, in groups and in other people's chats: nothing of a person, and few buttons."""

from collections.abc import Collection

from aiogram.types import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InlineQueryResultsButton,
    InputTextMessageContent,
)

from bot.faq.catalogue import markup
from bot.faq.catalogue.entry import Entry
from bot.faq.catalogue.telling import Told
from bot.screens.buttons import shortened
from bot.screens.callbacks import key_of
from bot.screens.faq import offered
from bot.screens.screen import Rows, Screen
from bot.texts import Html, Texts

ENTRY = "faq-"
"""Begins the parameter of a link that opens an entry in the private chat; it takes 64 letters, digits, - and _
(core.telegram.org/bots/features#deep-linking)."""
BEGINNING = 120
"""Characters of an answer that a list of results shows."""


def answer(texts: Texts, entry: Entry, told: Told, bot: str) -> Screen:
    """An entry's answer, and the way into the private chat, where it has its buttons; `bot` is a username."""
    words = Html(told.text) if told.text else texts.html("public-personal", question=entry.title(texts.language))
    return Screen(words, [[_link(texts.plain("public-open"), bot, f"{ENTRY}{key_of(entry.id)}")]])


def suggestions(texts: Texts, entries: Collection[Entry], token: str, bot: str) -> Screen:
    """Several may be meant; whoever is there may choose."""
    rows: Rows = [*offered(texts, entries, token), _way_in(texts, bot)]
    return Screen(texts.html("ask-unsure"), rows)


def unknown(texts: Texts, bot: str) -> Screen:
    """It doesn't know, in few words."""
    return Screen(texts.html("public-unknown"), [_way_in(texts, bot)])


def person(texts: Texts, bot: str) -> Screen:
    """People are called where nobody reads along."""
    return Screen(texts.html("public-person"), [_way_in(texts, bot)])


def hint(texts: Texts, bot: str) -> Screen:
    """Called by name, and asked nothing."""
    return Screen(texts.html("public-hint", bot=bot), [_way_in(texts, bot)])


def result(texts: Texts, entry: Entry, told: Told, bot: str) -> InlineQueryResultArticle:
    """An entry in the list of results, and as the message that it becomes."""
    screen = answer(texts, entry, told, bot)
    return InlineQueryResultArticle(
        id=key_of(entry.id),
        title=entry.title(texts.language),
        description=shortened(markup.plain(screen.text), BEGINNING),
        input_message_content=InputTextMessageContent(message_text=screen.text),
        reply_markup=InlineKeyboardMarkup(inline_keyboard=screen.rows or []),
    )


def ask_in_private(texts: Texts) -> InlineQueryResultsButton:
    """Above the results, where there are none."""
    return InlineQueryResultsButton(text=texts.plain("public-ask"), start_parameter="ask")


def _way_in(texts: Texts, bot: str) -> list[InlineKeyboardButton]:
    return [_link(texts.plain("public-ask"), bot, "ask")]


def _link(text: str, bot: str, parameter: str) -> InlineKeyboardButton:
    return InlineKeyboardButton(text=text, url=f"https://t.me/{bot}?start={parameter}")
