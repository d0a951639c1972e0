"""Where the dialog stands, and what it has gathered."""

from typing import TypedDict

from aiogram.fsm.state import State, StatesGroup
from aiogram_dialog import DialogManager


class CareStates(StatesGroup):
    """One state per window."""

    upload = State()
    search = State()
    question = State()
    category = State()
    answer = State()
    keywords = State()
    entry_id = State()
    field = State()


class Gathered(TypedDict, total=False):
    """The dialog's data: JSON only.

    `begun` is the version in force when it began; `entry_id` and `field` say what is changed, `value` what stands
    there now; `said` is a remark for the next window.
    """

    begun: int
    entry_id: str
    field: str
    value: str
    question: str
    variants: list[str]
    category: str
    answer: str
    keywords: list[str]
    said: str


def gathered(manager: DialogManager) -> Gathered:
    """What the dialog at hand has gathered; changes to it are kept."""
    data: Gathered = manager.dialog_data  # type: ignore[assignment]  # aiogram-dialog knows it as a plain dict
    return data
