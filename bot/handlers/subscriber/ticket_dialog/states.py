"""Where the dialog stands, and what it has gathered."""

from typing import Any, TypedDict

from aiogram.fsm.state import State, StatesGroup
from aiogram_dialog import DialogManager


class NewTicketStates(StatesGroup):
    """One state per window, in their order."""

    topic = State()
    description = State()
    files = State()
    phone = State()
    confirm = State()


class Gathered(TypedDict, total=False):
    """The dialog's data: JSON only. `key` names the dialog, `said` is a remark for the next window.

    `asked` is the token of the question that led here.
    """

    key: str
    asked: str
    topic: str
    description: str
    attachments: list[dict[str, Any]]
    phone: str | None
    said: str


WORDS_ADDED = "dialog-said-words"
ENOUGH_WORDS = "dialog-said-enough-words"
FILE_ADDED = "dialog-said-file"
ENOUGH_FILES = "dialog-said-enough-files"
"""Remarks on what was taken, and on what was not."""


def gathered(manager: DialogManager) -> Gathered:
    """What the dialog at hand has gathered; changes to it are kept."""
    data: Gathered = manager.dialog_data  # type: ignore[assignment]  # aiogram-dialog knows it as a plain dict
    return data
