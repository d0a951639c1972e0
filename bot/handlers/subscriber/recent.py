"""What a person asked lately, so that a button under the answer can take the question along."""

import time
from dataclasses import dataclass
from typing import Any

from aiogram.fsm.context import FSMContext

from bot.conversation.ask import Answer, AtOnce, Outcome, SmallTalk, Suggestions, Unknown
from bot.screens.callbacks import key_of

KEPT = 5
PERSON = ":person"
"""In place of an entry's key, which has no colon: a person was offered."""
A_PIECE = 4000
"""Characters from which a message may be a piece of a longer text: Telegram's apps cut it at 4,096, or a little before
(core.telegram.org/method/messages.sendMessage)."""
CONTEXT_SECONDS = 600
"""How long "and by card?" still refers to the last answer, and "operator" to the last question."""


async def remember_question(
    state: FSMContext, message_id: int, text: str, token: str, *, answered: str | None, reply: str | None
) -> None:
    """Keeps a question with its token and the entry that answered it; `reply` is as in `Reply`, None for small talk.

    What isn't answered leaves in sight what was answered before it.
    """
    data = await state.get_data()
    now = int(time.time())
    changed: dict[str, Any] = {"asked": _latest(data, "asked", message_id, text)}
    if answered:
        changed["context"] = {"entry": answered, "at": now}
    if reply is not None:
        changed["tokens"] = _latest(data, "tokens", message_id, token)
        changed["last"] = {"message_id": message_id, "at": now}
        changed["reply"] = {"message_id": message_id, "token": token, "to": reply}
    await state.update_data(changed)


def _latest(data: dict[str, Any], name: str, message_id: int, value: str) -> dict[str, str]:
    kept: dict[str, str] = data.get(name, {})
    kept.pop(str(message_id), None)
    return dict([*kept.items(), (str(message_id), value)][-KEPT:])


async def question(state: FSMContext, message_id: int) -> str | None:
    """The question of a message, while it is remembered, with the pieces before it that it continues."""
    asked: dict[str, str] = (await state.get_data()).get("asked", {})
    text = asked.get(str(message_id))
    before = asked.get(str(message_id - 1), "")
    if text is None or len(before) < A_PIECE:
        return text
    return f"{await question(state, message_id - 1)}{text}"


async def question_of(state: FSMContext, token: str) -> str | None:
    """The question that a token stands for, while it is remembered."""
    tokens: dict[str, str] = (await state.get_data()).get("tokens", {})
    found = next((message_id for message_id, other in tokens.items() if other == token), None)
    return None if found is None else await question(state, int(found))


async def token_of(state: FSMContext, message_id: int) -> str | None:
    """The token of a message's question, while it is remembered."""
    tokens: dict[str, str] = (await state.get_data()).get("tokens", {})
    return tokens.get(str(message_id))


async def last_question(state: FSMContext) -> int | None:
    """The message of the last real question, if it was asked just now."""
    last = (await state.get_data()).get("last")
    if last is None or time.time() - last["at"] > CONTEXT_SECONDS:
        return None
    message_id: int = last["message_id"]
    return message_id


async def last_token(state: FSMContext) -> str | None:
    """Its token."""
    message_id = await last_question(state)
    return None if message_id is None else await token_of(state, message_id)


def reply_to(outcome: Outcome) -> str | None:
    """What "yes" and "no" will be said to, as in `Reply`; None for small talk."""
    match outcome:
        case Answer(entry):
            return key_of(entry.id)
        case AtOnce() | Suggestions():
            return ""
        case Unknown() | SmallTalk(more=True):
            return PERSON
        case _:
            return None


@dataclass(frozen=True, slots=True)
class Reply:
    """What "yes" and "no" are said to: an answer's key, nothing for a screen or a choice, or `PERSON`."""

    message_id: int
    token: str
    to: str


async def reply(state: FSMContext) -> Reply | None:
    """What was said last to a question of just now."""
    said = (await state.get_data()).get("reply")
    return None if said is None or await last_question(state) is None else Reply(**said)


async def may_ask_again(state: FSMContext, message_id: int, text: str) -> bool:
    """Whether an edited message is a question of late that now reads otherwise; True once for each."""
    data = await state.get_data()
    before, again = data.get("asked", {}).get(str(message_id)), data.get("again", [])
    if before is None or before == text or message_id in again:
        return False
    await state.update_data(again=[*again, message_id][-KEPT:])
    return True


async def remember_answer(state: FSMContext, entry: str, key: str = "", token: str = "") -> None:
    """An answer that was picked is what the next words lean on; `token` is that of the question it was picked for."""
    await state.update_data(context={"entry": entry, "at": int(time.time())})
    await _turn(state, token, key)


async def remember_offer(state: FSMContext, token: str) -> None:
    """To the question with this token a person was offered."""
    await _turn(state, token, PERSON)


async def _turn(state: FSMContext, token: str, to: str) -> None:
    said = (await state.get_data()).get("reply")
    if said is not None and said["token"] == token:
        await state.update_data(reply=said | {"to": to})


async def context(state: FSMContext) -> str | None:
    """The entry that was answered just before."""
    last = (await state.get_data()).get("context")
    if last is None or time.time() - last["at"] > CONTEXT_SECONDS:
        return None
    entry: str = last["entry"]
    return entry
