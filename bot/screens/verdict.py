"""Did it help? Asked under an answer, in one row; whatever is said, the row goes away and the answer stays."""

from collections.abc import Collection
from dataclasses import replace

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.faq.catalogue.entry import Entry
from bot.screens.buttons import button, go
from bot.screens.callbacks import TicketWith, Verdict, key_of
from bot.screens.faq import offered
from bot.screens.screen import Rows, Screen
from bot.texts import Texts


def with_verdict(texts: Texts, screen: Screen, token: str, entry: Entry) -> Screen:
    """An answer with the question under it, before the way on."""
    key = key_of(entry.id)
    return _inserted(
        screen,
        [
            button(texts.plain("helped-yes"), Verdict(token=token, key=key, helped=True)),
            button(texts.plain("helped-no"), Verdict(token=token, key=key, helped=False)),
        ],
    )


def with_objection(texts: Texts, screen: Screen, token: str) -> Screen:
    """A screen that was opened at once, with a way to what else may have been meant."""
    return _inserted(screen, [button(texts.plain("helped-other"), Verdict(token=token, key="", helped=False))])


def _inserted(screen: Screen, row: list[InlineKeyboardButton]) -> Screen:
    rows = screen.rows or []
    return replace(screen, rows=[*rows[:-1], row, *rows[-1:]])


def without_verdict(markup: InlineKeyboardMarkup) -> InlineKeyboardMarkup:
    """The buttons of an answer about which all is said."""
    rows = [[one for one in row if not _is_verdict(one)] for row in markup.inline_keyboard]
    return InlineKeyboardMarkup(inline_keyboard=[row for row in rows if row])


def _is_verdict(one: InlineKeyboardButton) -> bool:
    return (one.callback_data or "").startswith(f"{Verdict.__prefix__}:")


def others(texts: Texts, entries: Collection[Entry], token: str) -> Screen:
    """It didn't help: what else may have been meant, and a person."""
    rows: Rows = [*offered(texts, entries, token), [button(texts.plain("go-ticket-about"), TicketWith(token=token))]]
    return Screen(texts.html("helped-others"), rows)


def to_a_person(texts: Texts, token: str) -> Screen:
    """It didn't help, and there is nothing else: a person."""
    return Screen(
        texts.html("helped-person"),
        [[button(texts.plain("go-ticket-about"), TicketWith(token=token))], [go(texts, "faq")]],
    )
