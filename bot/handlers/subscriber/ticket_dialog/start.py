"""Opens the dialog: anew, with what is known already, or where it was left."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State
from aiogram_dialog import DialogManager, ShowMode, StartMode

from bot.handlers.subscriber import recent
from bot.handlers.subscriber.drafts import take_up
from bot.handlers.subscriber.ticket_dialog.entered import add_attachment, add_words
from bot.handlers.subscriber.ticket_dialog.states import (
    ENOUGH_FILES,
    ENOUGH_WORDS,
    WORDS_ADDED,
    Gathered,
    NewTicketStates,
)
from bot.telegram.handling import current
from bot.tickets.open import Attachment

_STEPS = {state.state: state for state in NewTicketStates.__states__}


@dataclass(frozen=True, slots=True)
class Beginning:
    """What a ticket starts with; `asked` is the token of the question that it goes on from."""

    topic: str = ""
    description: str = ""
    asked: str | None = None
    attachments: Sequence[Attachment] = field(default=())


async def start(manager: DialogManager, state: FSMContext, beginning: Beginning) -> None:
    """Shows the dialog: the open one or the one put aside goes on, with what is new added to it.

    From here on a number or a contact is for the ticket, whatever was asked before.
    """
    await state.set_state(None)
    data, step = await _left_off(manager, state)
    _add(data, beginning)
    asked = beginning.asked or await recent.last_token(state)
    if asked:
        data["asked"] = asked
    data.setdefault("key", f"{manager.middleware_data['event_chat'].id}:{current().update_id}")
    await manager.start(
        step if data.get("topic") else NewTicketStates.topic,
        data=dict(data),
        mode=StartMode.RESET_STACK,
        show_mode=ShowMode.SEND,
    )


def _add(data: Gathered, beginning: Beginning) -> None:
    """Adds what is new, and remarks on what joins an earlier draft or doesn't fit it."""
    if beginning.topic:
        data["topic"] = beginning.topic
    joins = bool(data.get("description") and beginning.description)
    if not add_words(data, beginning.description):
        data["said"] = ENOUGH_WORDS
    elif joins:
        data["said"] = WORDS_ADDED
    if not all(add_attachment(data, attachment) for attachment in beginning.attachments):
        data["said"] = ENOUGH_FILES


async def _left_off(manager: DialogManager, state: FSMContext) -> tuple[Gathered, State]:
    if manager.has_context() and manager.current_context().state in NewTicketStates.__states__:
        context = manager.current_context()
        return Gathered(**context.dialog_data), context.state  # type: ignore[typeddict-item]  # our own, stored as JSON
    put_aside: dict[str, Any] = await take_up(state)
    step = _STEPS.get(put_aside.pop("step", None), NewTicketStates.description)
    return Gathered(**put_aside), step  # type: ignore[typeddict-item]  # our own, stored as JSON
