"""What stands between a row of the outbox and a call to Telegram."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from sqlmodel import Session

from bot.storage.tables import Outbox
from bot.telegram.rebuild import Call, Place


@dataclass(frozen=True, slots=True)
class Parcel:
    """A call ready to be made.

    `ticket_id` and `shows` say which of a ticket's messages will stand on the screen, in the order of the parts;
    `retitle` names a ticket whose topic's title may have to change with it. `instead` is made where the call is an edit
    and the message can't be edited. `then` is stored once Telegram has taken it.
    """

    call: Call
    ticket_id: int | None = None
    shows: Sequence[int] = ()
    retitle: int | None = None
    instead: Call | None = None
    then: Callable[[Session], None] | None = None


@dataclass(frozen=True, slots=True)
class Skip:
    """Nobody needs the message any more, and why."""

    reason: str


class Prepare(Protocol):
    """Turns rows into calls; looks again at the truth each time it is asked."""

    def place_of(self, row: Outbox) -> Place | None:
        """The private chat or the topic that a row names; None: the desk, by its ticket."""
        ...

    def may_repeat(self, row: Outbox) -> bool:
        """Whether a message that was in flight at a crash is sent again."""
        ...

    def may_drop(self, row: Outbox) -> bool:
        """Whether a refusal is the end of it, and nobody need be told."""
        ...

    def not_delivered(self, session: Session, row: Outbox, why: str) -> None:
        """Keeps what follows from a subscriber's not getting a message: `blocked`, `gone` or `refused`."""
        ...

    async def parcel(self, row: Outbox, place: Place) -> Parcel | Skip:
        """What a row says now."""
        ...

    async def card(self, ticket_id: int, place: Place) -> Call:
        """A ticket's card as a new message."""
        ...

    async def title(self, ticket_id: int) -> str:
        """A ticket's topic title, at most 128 characters."""
        ...
