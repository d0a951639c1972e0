"""What a person asked lately, so that a button under the answer can take the question along."""

import time
from typing import Any

from aiogram.fsm.context import FSMContext

KEPT = 5
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
    """The question of a message, while it is remembered."""
    data = await state.get_data()
    text: str | None = data.get("asked", {}).get(str(message_id))
    return text


async def context(state: FSMContext) -> str | None:
    """The entry that was answered just before."""
    last = (await state.get_data()).get("context")
    if last is None or time.time() - last["at"] > CONTEXT_SECONDS:
        return None
    entry: str = last["entry"]
    return entry
