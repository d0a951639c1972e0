"""What we remember of private chats, read at once before their updates are handled."""

from collections.abc import Mapping, Sequence
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


def visits(session: Session, chat_ids: Sequence[int], now: datetime) -> dict[int, Visit]:
    """All that the handling of messages in private chats may need to decide where they go, in four queries."""
    if not chat_ids:
        return {}
    people = People(session).of_chats(chat_ids)
    contracts = Links(session).contracts_of_chats(chat_ids)
    conversations = Conversations(session).of_chats(chat_ids, now)
    dialogs = DialogStates(session).of_chats(chat_ids)
    return {
        chat_id: Visit(
            person=people.get(chat_id),
            contracts=tuple(contracts.get(chat_id, ())),
            conversation=conversations.get(chat_id),
            dialogs=dialogs[chat_id],
        )
        for chat_id in chat_ids
    }
