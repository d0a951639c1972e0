"""What we remember of a private chat, read at once before its update is handled."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from sqlmodel import Session

from bot.storage.dialog_states import DialogStates, Remembered
from bot.storage.people import Conversations, Links, People
from bot.storage.tables import Conversation, Person


@dataclass(frozen=True, slots=True)
class Visit:
    """Empty for a group, and for someone who writes for the first time."""

    person: Person | None = None
    contracts: tuple[str, ...] = ()
    conversation: Conversation | None = None
    dialogs: Mapping[str, Remembered] = field(default_factory=dict)


def visit(session: Session, chat_id: int, now: datetime) -> Visit:
    """All that the handling of a message in a private chat may need to decide where it goes."""
    return Visit(
        person=People(session).of(chat_id),
        contracts=tuple(Links(session).contracts_of(chat_id)),
        conversation=Conversations(session).of(chat_id, now),
        dialogs=DialogStates(session).of_chat(chat_id),
    )
