"""What a person asked lately, so that a button under the answer can take the question along."""

import time
from typing import Any

from aiogram.fsm.context import FSMContext

KEPT = 5
A_PIECE = 4000
"""Characters from which a message may be a piece of a longer text: Telegram's apps cut it at 4,096, or a little before
(core.telegram.org/method/messages.sendMessage)."""
CONTEXT_SECONDS = 600
"""How long "and by card?" still refers to the last answer."""


async def remember_question(state: FSMContext, message_id: int, text: str, answered: str | None) -> None:
    """Keeps a question, and the entry that answered it."""
    data = await state.get_data()
    asked: dict[str, Any] = data.get("asked", {})
    asked[str(message_id)] = text
    latest = dict(list(asked.items())[-KEPT:])
    context = {"entry": answered, "at": int(time.time())} if answered else None
    await state.update_data(asked=latest, context=context)


async def question(state: FSMContext, message_id: int) -> str | None:
    """The question of a message, while it is remembered, with the pieces before it that it continues."""
    asked: dict[str, str] = (await state.get_data()).get("asked", {})
    text = asked.get(str(message_id))
    before = asked.get(str(message_id - 1), "")
    if text is None or len(before) < A_PIECE:
        return text
    return f"{await question(state, message_id - 1)}{text}"


async def context(state: FSMContext) -> str | None:
    """The entry that was answered just before."""
    last = (await state.get_data()).get("context")
    if last is None or time.time() - last["at"] > CONTEXT_SECONDS:
        return None
    entry: str = last["entry"]
    return entry
