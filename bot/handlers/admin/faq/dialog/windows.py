"""The windows: one step each, with the way back and the way out."""

import operator
from typing import Any

from aiogram_dialog import Dialog, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Group, Row, Select, SwitchTo
from aiogram_dialog.widgets.text import Format

from bot.handlers.admin.faq.dialog import adding, asking, changing, getters
from bot.handlers.admin.faq.dialog.states import CareStates
from bot.handlers.admin.filters import OnlyAdmins

_TEXT = Format("{said}{text}")


def _cancel() -> Button:
    return Button(Format("{cancel}"), id="cancel", on_click=asking.cancel)


def _back(to: Any, when: str | None = None) -> SwitchTo:
    return SwitchTo(Format("{back}"), id="back", state=to, when=when)


_upload = Window(_TEXT, _cancel(), MessageInput(asking.take_upload), state=CareStates.upload, getter=getters.upload)
_search = Window(_TEXT, _cancel(), MessageInput(asking.take_search), state=CareStates.search, getter=getters.search)
_question = Window(
    _TEXT,
    Button(Format("{keep}"), id="keep", on_click=adding.keep_question, when="known"),
    Button(Format("{drop}"), id="drop", on_click=adding.drop_variants, when="has_variants"),
    _cancel(),
    MessageInput(adding.take_question),
    state=CareStates.question,
    getter=getters.question,
)
_category = Window(
    _TEXT,
    Group(
        Select(
            Format("{item[title]}"),
            id="c",
            item_id_getter=operator.itemgetter("key"),
            items="categories",
            on_click=changing.pick_category,
        ),
        width=2,
    ),
    Row(_back(CareStates.question, when="adding"), _cancel()),
    MessageInput(changing.take_category),
    state=CareStates.category,
    getter=getters.category,
)
_answer = Window(
    _TEXT,
    Button(Format("{keep}"), id="keep", on_click=adding.keep_answer, when="known"),
    Row(_back(CareStates.category), _cancel()),
    MessageInput(adding.take_answer),
    state=CareStates.answer,
    getter=getters.answer,
)
_keywords = Window(
    _TEXT,
    Button(Format("{skip}"), id="skip", on_click=adding.skip_keywords),
    Row(_back(CareStates.answer), _cancel()),
    MessageInput(adding.take_keywords),
    state=CareStates.keywords,
    getter=getters.keywords,
)
_entry_id = Window(
    _TEXT,
    Button(Format("{keep}"), id="keep", on_click=adding.keep_id),
    Row(_back(CareStates.keywords), _cancel()),
    MessageInput(adding.take_id),
    state=CareStates.entry_id,
    getter=getters.entry_id,
)
_field = Window(
    _TEXT,
    Button(Format("{clear}"), id="clear", on_click=changing.clear_field, when="clearable"),
    _cancel(),
    MessageInput(changing.take_field),
    state=CareStates.field,
    getter=getters.field,
)


async def _gather(start_data: Any, manager: Any) -> None:
    """What the dialog starts with is what it has gathered."""
    manager.dialog_data.update(start_data)


def dialog() -> Dialog:
    """The dialog, made anew for each dispatcher."""
    windows = (_upload, _search, _question, _category, _answer, _keywords, _entry_id, _field)
    made = Dialog(*windows, on_start=_gather, getter=getters.common)
    for observer in (made.message, made.callback_query):
        observer.middleware(OnlyAdmins())  # who began it may be one no longer
    return made
