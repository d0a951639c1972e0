"""The handling of one update: what is held in memory until its end, when all of it is stored in one commit."""

from collections.abc import Callable, Sequence
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any

from sqlmodel import Session

from bot import clock
from bot.storage.dialog_states import DialogStates, Remembered
from bot.storage.inbox import InboxRows
from bot.storage.visits import Visit


@dataclass(slots=True)
class Handling:
    """`changed` are dialog states to be stored; `later` are steps that ride with the inbox mark."""

    row_id: int
    update_id: int
    chat_id: int | None
    payload: str
    tries: int
    visit: Visit
    changed: dict[str, Remembered] = field(default_factory=dict)
    later: list[Callable[[Session], Any]] = field(default_factory=list)

    def remembered(self, key: str) -> Remembered:
        """What is kept under a key, with the changes of this update."""
        return self.changed.get(key) or self.visit.dialogs.get(key) or Remembered(None, {})


def finish(owner: str, session: Session, handlings: Sequence[Handling]) -> None:
    """The last step of some updates: what rides along, where dialogs stand, and that they are done.

    An update whose lease ran out is another's by now, and left to it.
    """
    now = clock.now()
    held = InboxRows(session).held([handling.row_id for handling in handlings], owner)
    ours = [handling for handling in handlings if handling.row_id in held]
    for handling in ours:
        for step in handling.later:
            step(session)
    DialogStates(session).save({one.chat_id: one.changed for one in ours if one.chat_id is not None}, now)
    InboxRows(session).done(held, now)


_current: ContextVar[Handling] = ContextVar("handling")


def current() -> Handling:
    """The update that this task handles. Raises `LookupError` outside of the worker."""
    return _current.get()


def begin(handling: Handling) -> None:
    """Makes it the update that this task handles."""
    _current.set(handling)
