"""Opens the dialog at one of its steps."""

from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State
from aiogram_dialog import DialogManager, ShowMode, StartMode

from bot.faq.catalogue.entry import Entry
from bot.handlers.admin.faq.dialog.states import CareStates, Gathered
from bot.handlers.subscriber.drafts import put_aside

LISTED = {"variants": "\n", "keywords": ", "}
"""Fields with several values, and what stands between them when they are typed."""


async def start_upload(manager: DialogManager, state: FSMContext, begun: int) -> None:
    """Waits for a file."""
    await _start(manager, state, CareStates.upload, Gathered(begun=begun))


async def start_search(manager: DialogManager, state: FSMContext) -> None:
    """Waits for words of a question."""
    await _start(manager, state, CareStates.search, Gathered())


async def start_adding(manager: DialogManager, state: FSMContext, begun: int, known: Gathered | None = None) -> None:
    """Asks for a new entry, step by step; what is `known` of it already may be kept."""
    data = known or Gathered()
    data["begun"] = begun
    await _start(manager, state, CareStates.question, data)


async def start_changing(manager: DialogManager, state: FSMContext, begun: int, entry: Entry, field: str) -> None:
    """Asks for another value of a field."""
    now = getattr(entry, field)
    value = now if isinstance(now, str) else LISTED[field].join(now)
    step = CareStates.category if field == "category" else CareStates.field
    await _start(manager, state, step, Gathered(begun=begun, entry_id=entry.id, field=field, value=value.strip()))


async def _start(manager: DialogManager, state: FSMContext, step: State, data: Gathered) -> None:
    """An unfinished ticket waits aside; whatever else was asked before is no longer."""
    await put_aside(manager, state)
    await state.set_state(None)
    await manager.start(step, data=dict(data), mode=StartMode.RESET_STACK, show_mode=ShowMode.SEND)
