"""The windows: one step each, with the way back and the way out."""

import operator
from typing import Any

from aiogram_dialog import Dialog, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Back, Button, Group, Next, Row, Select
from aiogram_dialog.widgets.text import Format

from bot.handlers.subscriber.ticket_dialog import callbacks, getters
from bot.handlers.subscriber.ticket_dialog.states import NewTicketStates

_TEXT = Format("{said}{text}")


def _way_out() -> Row:
    return Row(
        Back(Format("{back}")),
        Button(Format("{cancel}"), id="cancel", on_click=callbacks.cancel),
    )


_topic = Window(
    _TEXT,
    Group(
        Select(
            Format("{item[title]}"),
            id="topic",
            item_id_getter=operator.itemgetter("id"),
            items="topics",
            on_click=callbacks.pick_topic,
        ),
        width=2,
    ),
    Button(Format("{cancel}"), id="cancel", on_click=callbacks.cancel),
    MessageInput(callbacks.take_any),
    state=NewTicketStates.topic,
    getter=getters.topic,
)

_description = Window(
    _TEXT,
    Button(Format("{next}"), id="go_on", on_click=callbacks.after_description, when="has_words"),
    Button(Format("{clear}"), id="clear", on_click=callbacks.clear_words, when="has_words"),
    _way_out(),
    MessageInput(callbacks.take_description),
    state=NewTicketStates.description,
    getter=getters.description,
)

_files = Window(
    _TEXT,
    Next(Format("{next}")),
    Button(Format("{clear}"), id="clear", on_click=callbacks.clear_files, when="has_files"),
    _way_out(),
    MessageInput(callbacks.take_any),
    state=NewTicketStates.files,
    getter=getters.files,
)

_phone = Window(
    _TEXT,
    Button(Format("{use_known}"), id="known", on_click=callbacks.use_known_phone, when="known"),
    Button(Format("{skip}"), id="skip", on_click=callbacks.skip_phone),
    _way_out(),
    MessageInput(callbacks.take_phone),
    state=NewTicketStates.phone,
    getter=getters.phone,
)

_confirm = Window(
    _TEXT,
    Button(Format("{send}"), id="send", on_click=callbacks.send),
    _way_out(),
    MessageInput(callbacks.take_any),
    state=NewTicketStates.confirm,
    getter=getters.confirm,
)


async def _gather(start_data: Any, manager: Any) -> None:
    """What the dialog starts with is what it has gathered."""
    manager.dialog_data.update(start_data)


def dialog() -> Dialog:
    """The dialog, made anew for each dispatcher."""
    return Dialog(_topic, _description, _files, _phone, _confirm, on_start=_gather, getter=getters.common)
