"""Questions and answers."""

from collections.abc import Collection, Sequence

from aiogram.types import InlineKeyboardButton

from bot.faq.catalogue.entry import Catalogue, Entry
from bot.faq.catalogue.telling import Told
from bot.screens.buttons import button, go, home, shortened, turns
from bot.screens.callbacks import AskEntry, Category, NewTicket, PickEntry, TicketAbout, key_of
from bot.screens.screen import Rows, Screen
from bot.texts import Html, Texts

PAGE = 8
PAGE_OF_CATEGORIES = 30
"""Two in a row: as many as one looks over, and far from the 100 buttons that a keyboard holds."""
MOST_ROWS = 45
"""Of two buttons."""
LONG_NAME = 30
HALF_A_ROW = 24
"""Characters that a phone shows on a button of half the width."""
AVAILABLE = ("balance", "tariff", "pay", "services", "settings", "login", "tickets", "ticket")
"""Actions that the bot can do now; one that it or the billing system can't is not shown."""


def answer(texts: Texts, entry: Entry, told: Told, catalogue: Catalogue, topics: Collection[str]) -> Screen:
    """What an entry tells its reader, with pictures, action buttons, and the way in where that tells more."""
    found = (_action(texts, action, catalogue, topics) for action in entry.actions)
    actions = [action for action in found if action is not None]
    if told.sign_in and "login" not in entry.actions:
        actions.insert(0, go(texts, "login"))
    leads_to_a_person = any(action.partition(":")[0] == "ticket" for action in entry.actions)
    more = [go(texts, "faq")] if leads_to_a_person else [go(texts, "faq"), go(texts, "ticket")]
    text = Html(told.text) if told.text else texts.html(f"answer-needs-{'sign-in' if told.sign_in else 'figures'}")
    return Screen(text, [*_in_rows(actions), more], entry.attachments)


def _in_rows(buttons: list[InlineKeyboardButton]) -> Rows:
    """Short ones share a row, two by two; the order stays."""
    rows: Rows = []
    for one in buttons:
        beside = rows[-1] if rows and len(rows[-1]) == 1 else None
        if beside is not None and max(len(one.text), len(beside[0].text)) <= HALF_A_ROW:
            beside.append(one)
        else:
            rows.append([one])
    return rows


def _action(texts: Texts, action: str, catalogue: Catalogue, topics: Collection[str]) -> InlineKeyboardButton | None:
    kind, _, argument = action.partition(":")
    if kind == "faq":
        entry = catalogue.by_id.get(argument)
        return None if entry is None else button(shortened(entry.title(texts.language)), AskEntry(key=key_of(entry.id)))
    if kind == "ticket" and argument:
        # a topic that desk.yaml lacks opens the dialog without one
        return button(texts.plain("go-ticket"), NewTicket(topic=argument if argument in topics else ""))
    return go(texts, action) if action in AVAILABLE else None


def offered(texts: Texts, entries: Collection[Entry], token: str) -> Rows:
    """Questions to choose from, for the question that has a token."""
    titles = ((entry.title(texts.language), key_of(entry.id)) for entry in entries)
    return [[button(shortened(title), PickEntry(token=token, key=key))] for title, key in titles]


def suggestions(texts: Texts, entries: Collection[Entry], token: str, asked_in: int) -> Screen:
    """Several may be meant: the questions as buttons, and a person if none is."""
    rows = offered(texts, entries, token)
    rows.append([button(texts.plain("go-ticket-about"), TicketAbout(message_id=asked_in))])
    return Screen(texts.html("ask-unsure"), rows)


def sympathy(texts: Texts, reply: str, asked_in: int) -> Screen:
    """Strong words about something: what was said of it can go to a person at once."""
    row = [button(texts.plain("go-ticket-about"), TicketAbout(message_id=asked_in))]
    return Screen(Html(reply), [row, home(texts)])


def person(texts: Texts, asked_in: int) -> Screen:
    """A person is wanted, and a button calls one."""
    return Screen(texts.html("ask-human"), [[button(texts.plain("go-ticket-about"), TicketAbout(message_id=asked_in))]])


def unknown(texts: Texts, asked_in: int) -> Screen:
    """It doesn't know, and offers a ticket with the question already in it."""
    return Screen(
        texts.html("ask-unknown"),
        [[button(texts.plain("go-ticket-about"), TicketAbout(message_id=asked_in))], [go(texts, "faq")]],
    )


def categories(texts: Texts, catalogue: Catalogue, page: int = 0) -> Screen:
    """All categories, a page of them."""
    names = list(catalogue.categories)
    page, last = _nearest(page, names, PAGE_OF_CATEGORIES)
    shown = names[page * PAGE_OF_CATEGORIES : (page + 1) * PAGE_OF_CATEGORIES]
    buttons = [button(shortened(category_name(texts, name), LONG_NAME), Category(key=key_of(name))) for name in shown]
    rows = [buttons[start : start + 2] for start in range(0, len(buttons), 2)]
    turn = turns(page, last, lambda to: Category(key="", page=to))
    return Screen(texts.html("faq-categories"), [*rows, *([turn] if turn else []), home(texts)])


def _nearest(page: int, things: Sequence[object], size: int) -> tuple[int, int]:
    """The page that there is, and the last one."""
    last = (len(things) - 1) // size
    return min(max(page, 0), last), last


def category(texts: Texts, catalogue: Catalogue, name: str, page: int) -> Screen:
    """The questions of one category, a page of them."""
    entries = catalogue.categories[name]
    page, last = _nearest(page, entries, PAGE)
    rows: Rows = [
        [button(shortened(entry.title(texts.language)), AskEntry(key=key_of(entry.id)))]
        for entry in entries[page * PAGE : (page + 1) * PAGE]
    ]
    turn = turns(page, last, lambda to: Category(key=key_of(name), page=to))
    if turn:
        rows.append(turn)
    rows.append([go(texts, "faq")])
    return Screen(texts.html("faq-category", name=category_name(texts, name)), rows)


def category_name(texts: Texts, name: str) -> str:
    """Known categories have a name in both languages; others show their own."""
    message = f"category-{name}"
    return texts.plain(message) if texts.has(message) else name.replace("-", " ").capitalize()
