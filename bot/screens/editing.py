"""The FAQ as an editor sees it: files that were sent, categories, entries, hidden ones too."""

from collections.abc import Sequence

from aiogram.types import InlineKeyboardButton

from bot.faq.catalogue import markup
from bot.faq.catalogue.entry import Entry
from bot.screens.admin import to
from bot.screens.buttons import button, excerpt, shortened
from bot.screens.callbacks import AdminCategory, AdminEntry, AdminGo, AdminUpload, key_of
from bot.screens.faq import category_name
from bot.screens.problems import paragraphs
from bot.screens.screen import Rows, Screen
from bot.screens.versions import back
from bot.texts import Html, Texts, escaped
from bot.yamlfiles import Problem

PROBLEMS_ROOM = 3000
"""Characters for what is wrong with a file; with the rest it stays one message."""
ANSWER_ROOM = 3000
QUESTION_ROOM = 300
PAGE = 8
MOST_CATEGORIES = 45
FIELDS = ("question", "answer", "variants", "keywords", "category")
"""What can be changed from the chat."""


def refused(texts: Texts, problems: Sequence[Problem]) -> tuple[Screen, int]:
    """What is wrong with a file, and how much of it didn't fit."""
    shown, left = paragraphs(problems, texts, PROBLEMS_ROOM)
    parts = [texts.html("upload-refused", count=len(problems)), shown]
    if left:
        parts.append(texts.html("upload-more", count=left))
    return Screen(Html("\n\n".join(parts)), [[to(texts, "upload")], back(texts)]), left


def nothing_new(texts: Texts, version: int) -> Screen:
    """The same text is in force already."""
    return Screen(texts.html("upload-nothing-new", version=str(version)), [back(texts)])


def offer(texts: Texts, file: str, message_id: int) -> Screen:
    """A file that looks like a FAQ, sent out of the blue."""
    check = button(texts.plain("upload-check"), AdminUpload(message_id=message_id))
    no = button(texts.plain("upload-no"), AdminGo(to="not-faq"))
    return Screen(texts.html("upload-offer", file=file), [[check], [no]])


def categories(texts: Texts, entries: Sequence[Entry]) -> Screen:
    """Where the entry to be changed stands."""
    names = dict.fromkeys(entry.category for entry in entries)
    found = [button(category_name(texts, name), AdminCategory(key=key_of(name))) for name in names]
    rows: Rows = [found[start : start + 2] for start in range(0, len(found), 2)]
    return Screen(texts.html("edit-categories"), [[to(texts, "search")], *rows[:MOST_CATEGORIES], back(texts)])


def category(texts: Texts, entries: Sequence[Entry], name: str, page: int) -> Screen:
    """A page of a category's entries."""
    own = [entry for entry in entries if entry.category == name]
    last = (len(own) - 1) // PAGE
    page = min(max(page, 0), last)
    rows: Rows = [[_pick(texts, entry)] for entry in own[page * PAGE : (page + 1) * PAGE]]
    turns = [("‹", page - 1), ("›", page + 1)]
    rows.append([button(sign, AdminCategory(key=key_of(name), page=to)) for sign, to in turns if 0 <= to <= last])
    rows.append([button(texts.plain("edit-back"), AdminGo(to="edit"))])
    return Screen(texts.html("edit-category", name=category_name(texts, name)), [row for row in rows if row])


def found(texts: Texts, asked: str, entries: Sequence[Entry]) -> Screen:
    """What a search came to."""
    rows: Rows = [[_pick(texts, entry)] for entry in entries]
    text = texts.html("edit-found", asked=shortened(asked), count=len(entries))
    return Screen(text, [*rows, [to(texts, "search")], [button(texts.plain("edit-back"), AdminGo(to="edit"))]])


def _pick(texts: Texts, entry: Entry) -> InlineKeyboardButton:
    label = texts.plain("edit-entry", hidden="yes" if entry.hidden else "no", question=entry.question)
    return button(shortened(label), AdminEntry(what="show", key=key_of(entry.id)))


def card(texts: Texts, entry: Entry) -> Screen:
    """An entry with a button for each field."""
    head = texts.html(
        "edit-card",
        hidden="yes" if entry.hidden else "no",
        id=entry.id,
        category=category_name(texts, entry.category),
        question=shortened(entry.question, QUESTION_ROOM),
        variants=len(entry.variants),
        keywords=len(entry.keywords),
    )
    fields = [button(texts.plain(f"change-{name}"), AdminEntry(what=name, key=key_of(entry.id))) for name in FIELDS]
    hide = "unhide" if entry.hidden else "hide"
    fields.append(button(texts.plain(f"change-{hide}"), AdminEntry(what=hide, key=key_of(entry.id))))
    rows: Rows = [fields[start : start + 2] for start in range(0, len(fields), 2)]
    list_of = button(texts.plain("edit-back-category"), AdminCategory(key=key_of(entry.category)))
    return Screen(Html(f"{head}\n\n{answer_of(entry.answer)}"), [*rows, [list_of], back(texts)])


def answer_of(answer: str) -> Html:
    """As subscribers see it; the beginning of its words where all of it is too much."""
    answer = answer.strip()
    return Html(answer) if len(answer) <= ANSWER_ROOM else escaped(excerpt(markup.plain(answer), ANSWER_ROOM))
