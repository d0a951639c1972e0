"""An unfinished ticket is put aside when its writer goes elsewhere, and taken up again later."""

from typing import Any

from aiogram.fsm.context import FSMContext
from aiogram_dialog import DialogManager

DRAFT = "draft"


async def put_aside(manager: DialogManager, state: FSMContext) -> None:
    """Closes the open dialog and keeps what was entered in it."""
    if manager.has_context():
        context = manager.current_context()
        if context.dialog_data.get("description") or context.dialog_data.get("attachments"):
            await state.update_data({DRAFT: context.dialog_data | {"step": context.state.state}})
        await manager.reset_stack()


async def take_up(state: FSMContext) -> dict[str, Any]:
    """What was put aside, once; empty if there is nothing."""
    data = await state.get_data()
    draft: dict[str, Any] = data.pop(DRAFT, {})
    if draft:
        await state.set_data(data)
    return draft


async def drop(manager: DialogManager, state: FSMContext) -> bool:
    """Ends the open dialog and forgets what was put aside; False if there was neither."""
    was_open = manager.has_context()
    if was_open:
        await manager.reset_stack()
    return bool(await take_up(state)) or was_open


async def has_draft(state: FSMContext) -> bool:
    """Whether something was put aside."""
    return DRAFT in await state.get_data()
