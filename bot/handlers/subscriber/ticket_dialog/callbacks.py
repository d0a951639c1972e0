"""What the dialog's buttons and messages do. Whatever is sent at whichever step is kept: nothing is lost or misread."""

from typing import Any
from zoneinfo import ZoneInfo

from aiogram.fsm.state import State
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button
from dishka import FromDishka
from dishka.integrations.aiogram_dialog import inject

from bot import clock
from bot.conversation.learn import went_to_ticket
from bot.handlers.caller import Caller
from bot.handlers.subscriber.ticket_dialog.entered import add_attachment, add_words
from bot.handlers.subscriber.ticket_dialog.states import (
    ENOUGH_FILES,
    ENOUGH_WORDS,
    FILE_ADDED,
    WORDS_ADDED,
    NewTicketStates,
    gathered,
)
from bot.screens import tickets
from bot.screens.buttons import home
from bot.screens.screen import Screen, say_below
from bot.storage.content import Content, ContentKind
from bot.storage.desk import Placements
from bot.storage.once import Once
from bot.subscribers.phones import from_contact, mentioned, normalise
from bot.telegram.content import content_of
from bot.telegram.handling import Handling
from bot.texts import Texts
from bot.texts.format import moment
from bot.tickets.desk_file import DeskFile
from bot.tickets.open import Attachment, Draft, open_ticket


async def pick_topic(_: CallbackQuery, __: Any, manager: DialogManager, item_id: str) -> None:
    """The topic is known: on to what isn't."""
    data = gathered(manager)
    data["topic"] = item_id
    await manager.switch_to(NewTicketStates.files if data.get("description") else NewTicketStates.description)


async def take_any(message: Message, _: MessageInput, manager: DialogManager) -> None:
    """Words go to the description and files to the attachments, at any step."""
    content = content_of(message)
    if content is not None:
        _take(manager, content, message)


async def take_description(message: Message, _: MessageInput, manager: DialogManager) -> None:
    """Words are the description; files may come along with it."""
    await take_any(message, _, manager)
    if message.text is not None:
        await _go_on(manager, NewTicketStates.files)


async def take_phone(message: Message, _: MessageInput, manager: DialogManager) -> None:
    """A number, typed or as a contact. Words beside it are kept as ever; digits that make no number are explained."""
    number = _number_in(message)
    digits_only = message.text is not None and not any(letter.isalpha() for letter in message.text)
    if message.contact is None and not digits_only:
        await take_any(message, _, manager)
    elif number is None:
        gathered(manager)["said"] = "dialog-phone-wrong"
    if number is not None:
        gathered(manager)["phone"] = number
        await _go_on(manager, NewTicketStates.confirm)


def _number_in(message: Message) -> str | None:
    if message.contact is not None:
        return from_contact(message.contact.phone_number)
    words = message.text or ""
    return normalise(words) or mentioned(words)


def _take(manager: DialogManager, content: Content, message: Message) -> None:
    data = gathered(manager)
    fits = add_words(data, content.text)
    if content.kind is ContentKind.TEXT:
        data["said"] = WORDS_ADDED if fits else ENOUGH_WORDS
    else:
        fits = add_attachment(data, Attachment(content, message.message_id))
        data["said"] = FILE_ADDED if fits else ENOUGH_FILES


async def _go_on(manager: DialogManager, step: State) -> None:
    """The next step answers by itself that words were taken; that they were not must be said."""
    data = gathered(manager)
    if data.get("said") == WORDS_ADDED:
        data.pop("said")
    await manager.switch_to(step)


async def clear_words(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    """The description is written anew."""
    data = gathered(manager)
    data.pop("description", None)


async def clear_files(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    """No files after all."""
    data = gathered(manager)
    data.pop("attachments", None)


async def after_description(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    """On with what is written."""
    await manager.switch_to(NewTicketStates.files)


@inject
async def use_known_phone(_: CallbackQuery, __: Button, manager: DialogManager, handling: FromDishka[Handling]) -> None:
    """The number of the sign-in."""
    person = handling.visit.person
    gathered(manager)["phone"] = person.phone if person else None
    await manager.switch_to(NewTicketStates.confirm)


async def skip_phone(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    """No calls, only messages."""
    gathered(manager)["phone"] = None
    await manager.switch_to(NewTicketStates.confirm)


@inject
async def cancel(callback: CallbackQuery, _: Button, manager: DialogManager, texts: FromDishka[Texts]) -> None:
    """Nothing is opened."""
    await manager.done()
    await say_below(callback, Screen(texts.html("dialog-cancelled"), [home(texts)]))


@inject
async def send(
    callback: CallbackQuery,
    _: Button,
    manager: DialogManager,
    texts: FromDishka[Texts],
    caller: FromDishka[Caller],
    handling: FromDishka[Handling],
    once: FromDishka[Once],
    desk: FromDishka[DeskFile],
    zone: FromDishka[ZoneInfo],
) -> None:
    """Opens the ticket; a description is all that it can't do without."""
    data = gathered(manager)
    if not data.get("description") and not data.get("attachments"):
        data["said"] = "dialog-said-nothing"
        await manager.switch_to(NewTicketStates.description)
        return
    topic = desk.topic(data.get("topic", ""))
    if topic is None:  # desk.yaml has lost it meanwhile
        await manager.switch_to(NewTicketStates.topic)
        return
    now = clock.now()
    draft = Draft(
        key=data["key"],
        chat_id=caller.chat_id,
        name=caller.name,
        topic=topic.id,
        description=data.get("description", ""),
        answer_due=desk.working_hours(zone).due(now, topic.first_response),
        contract=handling.visit.contracts[0] if len(handling.visit.contracts) == 1 else None,
        phone=data.get("phone"),
        attachments=[
            Attachment(Content.model_validate(file["content"]), file["message_id"])
            for file in data.get("attachments", [])
        ],
    )
    opened = await once(open_ticket, draft, now)
    asked = data.get("asked")
    if asked:
        handling.later.append(lambda session: went_to_ticket(session, asked))
    await manager.done()
    when = moment(opened.answer_due, zone, texts, now.astimezone(zone).date())
    shown = await say_below(callback, tickets.opened(texts, opened.ticket_id, when))
    handling.later.append(
        lambda session: Placements(session).add(shown.chat.id, [shown.message_id], opened.ticket_id, [None])
    )
