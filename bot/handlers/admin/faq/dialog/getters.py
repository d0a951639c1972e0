"""What the windows show."""

from typing import Any

from aiogram_dialog import DialogManager
from dishka import FromDishka
from dishka.integrations.aiogram_dialog import inject

from bot.faq.catalogue.ids import suggested
from bot.faq.library import Library
from bot.handlers.admin.faq.dialog.states import gathered
from bot.handlers.admin.faq.lookup import Lookup
from bot.screens.buttons import excerpt
from bot.screens.callbacks import key_of
from bot.screens.editing import answer_of
from bot.screens.faq import category_name
from bot.texts import Html, Texts, escaped

Shown = dict[str, Any]
EXCERPT = 2500
FEW = 800
MOST_CATEGORIES = 40


async def common(dialog_manager: DialogManager, texts: Texts, **_: object) -> Shown:
    """Labels that every step has, and a remark on what was just sent: said once."""
    said = gathered(dialog_manager).pop("said", None)
    return {
        "back": texts.plain("step-back"),
        "cancel": texts.plain("step-cancel"),
        "said": Html(f"{said}\n\n") if said else "",
    }


async def upload(texts: Texts, **_: object) -> Shown:
    """A file."""
    return {"text": texts.html("upload-ask")}


async def search(texts: Texts, **_: object) -> Shown:
    """Words."""
    return {"text": texts.html("step-search")}


async def question(dialog_manager: DialogManager, texts: Texts, **_: object) -> Shown:
    """A new entry's question, with what is known of it."""
    data = gathered(dialog_manager)
    known, variants = data.get("question", ""), data.get("variants", [])
    lines = [texts.html("step-question")]
    lines += [_now(texts, escaped(known))] if known else []
    lines += [texts.html("step-variants", variants=excerpt("\n".join(variants), FEW))] if variants else []
    return {
        "text": Html("\n\n".join(lines)),
        "known": bool(known),
        "keep": texts.plain("step-keep"),
        "has_variants": bool(variants),
        "drop": texts.plain("step-drop-variants"),
    }


@inject
async def category(dialog_manager: DialogManager, texts: Texts, library: FromDishka[Library], **_: object) -> Shown:
    """Categories that there are; another one may be typed."""
    names = list(library.book.catalogue.categories)[:MOST_CATEGORIES]
    return {
        "text": texts.html("step-category"),
        "categories": [{"key": key_of(name), "title": category_name(texts, name)} for name in names],
        "adding": "entry_id" not in gathered(dialog_manager),
    }


async def answer(dialog_manager: DialogManager, texts: Texts, **_: object) -> Shown:
    """A new entry's answer, with what is known of it."""
    known = gathered(dialog_manager).get("answer", "")
    now = f"\n\n{_now(texts, answer_of(known))}" if known else ""
    return {"text": Html(texts.html("step-answer") + now), "known": bool(known), "keep": texts.plain("step-keep")}


async def keywords(texts: Texts, **_: object) -> Shown:
    """Keywords, which may be left out."""
    return {"text": texts.html("step-keywords"), "skip": texts.plain("step-skip")}


@inject
async def entry_id(dialog_manager: DialogManager, texts: Texts, lookup: FromDishka[Lookup], **_: object) -> Shown:
    """An id made from the question."""
    made = suggested(gathered(dialog_manager).get("question", ""), await lookup.ids())
    return {"text": texts.html("step-id", id=made), "keep": texts.plain("step-keep-id", id=made)}


async def field(dialog_manager: DialogManager, texts: Texts, **_: object) -> Shown:
    """What stands there now, and what is asked for."""
    data = gathered(dialog_manager)
    name, value = data.get("field", ""), data.get("value", "")
    text = texts.html("step-field", field=name)
    if value:
        now = answer_of(value) if name == "answer" else escaped(excerpt(value, EXCERPT))
        text = Html(f"{text}\n\n{_now(texts, now)}")
    return {"text": text, "clear": texts.plain("step-clear"), "clearable": bool(value) and name in CLEARABLE}


def _now(texts: Texts, words: Html) -> Html:
    """What stands there; apart from the wording, which takes no long facts."""
    return Html(f"{texts.html('step-now')}\n{words}")


CLEARABLE = ("variants", "keywords")
