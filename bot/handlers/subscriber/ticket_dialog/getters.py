"""What the windows show."""

from typing import Any

from aiogram_dialog import DialogManager
from dishka import FromDishka
from dishka.integrations.aiogram_dialog import inject

from bot.handlers.subscriber.ticket_dialog.states import gathered
from bot.screens.buttons import excerpt
from bot.telegram.handling import Handling
from bot.texts import Html, Texts
from bot.tickets.desk_file import DeskFile

Shown = dict[str, Any]
EXCERPT = 600


async def common(dialog_manager: DialogManager, texts: Texts, **_: object) -> Shown:
    """Labels of the buttons that every step has, and a remark on what was just entered: said once."""
    said = gathered(dialog_manager).pop("said", None)
    return {
        "back": texts.plain("dialog-back"),
        "cancel": texts.plain("dialog-cancel"),
        "next": texts.plain("dialog-next"),
        "said": texts.html(said) + "\n\n" if said else "",
    }


@inject
async def topic(texts: Texts, desk: FromDishka[DeskFile], **_: object) -> Shown:
    """Topics by name."""
    topics = [{"id": topic.id, "title": topic.named(texts.language)} for topic in desk.topics]
    return {"text": texts.html("dialog-topic"), "topics": topics}


async def description(dialog_manager: DialogManager, texts: Texts, **_: object) -> Shown:
    """What is written so far."""
    words = gathered(dialog_manager).get("description", "")
    text = (
        texts.html("dialog-description-more", words=excerpt(words, EXCERPT))
        if words
        else texts.html("dialog-description")
    )
    return {"text": text, "has_words": bool(words), "clear": texts.plain("dialog-clear-words")}


async def files(dialog_manager: DialogManager, texts: Texts, **_: object) -> Shown:
    """How many files there are."""
    count = len(gathered(dialog_manager).get("attachments", []))
    return {
        "text": texts.html("dialog-files", count=count),
        "next": texts.plain("dialog-files-next", count=count),
        "has_files": count > 0,
        "clear": texts.plain("dialog-clear-files"),
    }


@inject
async def phone(texts: Texts, handling: FromDishka[Handling], **_: object) -> Shown:
    """The known number is offered."""
    person = handling.visit.person
    known = person.phone if person else None
    return {
        "text": texts.html("dialog-phone"),
        "known": bool(known),
        "use_known": texts.plain("dialog-phone-known", phone=known or ""),
        "skip": texts.plain("dialog-phone-skip"),
    }


@inject
async def confirm(dialog_manager: DialogManager, texts: Texts, desk: FromDishka[DeskFile], **_: object) -> Shown:
    """The whole ticket."""
    data = gathered(dialog_manager)
    topic = desk.topic(data.get("topic", ""))
    lines = [
        texts.html("dialog-confirm"),
        texts.html("dialog-confirm-topic", topic=topic.named(texts.language) if topic else "—"),
    ]
    if words := data.get("description"):
        lines.append(texts.html("dialog-confirm-words", words=excerpt(words, EXCERPT)))
    if files := data.get("attachments"):
        lines.append(texts.html("dialog-confirm-files", count=len(files)))
    number = data.get("phone")
    lines.append(texts.html("dialog-confirm-phone", phone=number) if number else texts.html("dialog-confirm-no-phone"))
    return {"text": Html("\n".join(lines)), "send": texts.plain("dialog-send")}
