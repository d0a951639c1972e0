"""What can be made of a lesson, wherever it comes from: a new entry, or another way to ask one that there is."""

from aiogram.types import InlineKeyboardButton

from bot.faq.catalogue.entry import Catalogue, Entry
from bot.faq.matching.decide import Match
from bot.screens.buttons import button, shortened, turns
from bot.screens.callbacks import AdminGo, Gaps, Learn, LearnCategory, LearnInto, short_key_of
from bot.screens.faq import PAGE_OF_CATEGORIES, category_name
from bot.screens.screen import Rows, Screen
from bot.texts import Html, Texts

PAGE = 8
LEAST = 0.2
"""Probability under which an entry comes closest by chance alone."""


def ways(texts: Texts, source: str, near: Match | None, catalogue: Catalogue) -> Rows:
    """Buttons for everything that can be done with it."""
    rows: Rows = [[button(texts.plain("learn-entry"), Learn(what="entry", source=source))]]
    entry = _near(near, catalogue)
    if entry is not None:
        label = shortened(texts.plain("learn-variant", question=entry.question))
        rows.append([button(label, LearnInto(source=source, key=short_key_of(entry.id)))])
    rows.append([button(texts.plain("learn-other"), LearnCategory(source=source))])
    rows.append([button(texts.plain("learn-no"), Learn(what="no", source=source))])
    return rows


def nearest(texts: Texts, near: Match | None, catalogue: Catalogue) -> list[Html]:
    """The entry that comes closest, and how likely it is what was meant."""
    entry = _near(near, catalogue)
    if near is None or entry is None:
        return [texts.html("learn-nearest-none")]
    return [texts.html("learn-nearest", question=entry.question, percent=round(near.score * 100))]


def _near(near: Match | None, catalogue: Catalogue) -> Entry | None:
    return catalogue.by_id.get(near.id) if near and near.score >= LEAST else None


def dismissed(texts: Texts, days: int) -> Screen:
    """A group isn't for the FAQ."""
    return Screen(texts.html("learn-put-aside"), [[button(texts.plain("gaps-back"), Gaps(days=days))]])


def declined(texts: Texts) -> Screen:
    """An agent's suggestion isn't for the FAQ."""
    back = button(texts.plain("suggested-back"), AdminGo(to="suggested"))
    return Screen(texts.html("suggestion-put-aside"), [[back]])


def categories(texts: Texts, source: str, catalogue: Catalogue, page: int) -> Screen:
    """All categories, to find the entry in; a page of them."""
    names = list(catalogue.categories)
    page, last = _there(page, len(names), PAGE_OF_CATEGORIES)
    found = [
        button(category_name(texts, name), LearnCategory(source=source, key=short_key_of(name)))
        for name in names[page * PAGE_OF_CATEGORIES : (page + 1) * PAGE_OF_CATEGORIES]
    ]
    rows = [found[start : start + 2] for start in range(0, len(found), 2)]
    rows.append(turns(page, last, lambda to: LearnCategory(source=source, page=to)))
    rows.append([_lesson(texts, source)])
    return Screen(texts.html("learn-into"), [row for row in rows if row])


def entries(texts: Texts, source: str, catalogue: Catalogue, name: str, page: int) -> Screen:
    """The entries of a category, a page of them."""
    found, key = catalogue.categories[name], short_key_of(name)
    page, last = _there(page, len(found), PAGE)
    rows: Rows = [
        [button(shortened(entry.question), LearnInto(source=source, key=short_key_of(entry.id)))]
        for entry in found[page * PAGE : (page + 1) * PAGE]
    ]
    rows.append(turns(page, last, lambda to: LearnCategory(source=source, key=key, page=to)))
    rows.append([button(texts.plain("learn-categories"), LearnCategory(source=source)), _lesson(texts, source)])
    return Screen(texts.html("learn-into"), [row for row in rows if row])


def category_of(catalogue: Catalogue, key: str) -> str | None:
    """The category behind a short key, if the FAQ still has it."""
    return next((name for name in catalogue.categories if short_key_of(name) == key), None)


def entry_of(catalogue: Catalogue, key: str) -> Entry | None:
    """The entry behind a short key, if the FAQ still has it."""
    return next((entry for entry in catalogue.entries if short_key_of(entry.id) == key), None)


def _there(page: int, count: int, size: int) -> tuple[int, int]:
    """The page that there is, nearest to the one asked for, and the last one."""
    last = max(0, (count - 1) // size)
    return min(max(page, 0), last), last


def _lesson(texts: Texts, source: str) -> InlineKeyboardButton:
    return button(texts.plain("learn-back"), Learn(what="show", source=source))
