"""Where each dialog stands: aiogram's state and data by key."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlmodel import Session, col, delete, select

from bot.storage.insert import insert_or_replace
from bot.storage.tables import DialogState


@dataclass(frozen=True, slots=True)
class Remembered:
    """The state and data under one key; both empty means nothing is kept."""

    state: str | None
    data: Mapping[str, Any]

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing worth a row."""
        return self.state is None and not self.data


class DialogStates:
    """Dialog states, in one session."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def of_chats(self, chat_ids: Sequence[int]) -> dict[int, dict[str, Remembered]]:
        """All that is kept for some chats, by chat and key."""
        found: dict[int, dict[str, Remembered]] = {chat_id: {} for chat_id in chat_ids}
        for row in self._session.exec(select(DialogState).where(col(DialogState.chat_id).in_(chat_ids))):
            found[row.chat_id][row.key] = Remembered(row.state, row.data)
        return found

    def save(self, changes: Mapping[int, Mapping[str, Remembered]], now: datetime) -> None:
        """Writes what changed, by chat and key; empty values are deleted."""
        kept, emptied = [], []
        for chat_id, values in changes.items():
            for key, value in values.items():
                if value.is_empty:
                    emptied.append(key)
                else:
                    row = {"key": key, "chat_id": chat_id, "state": value.state, "data": dict(value.data)}
                    kept.append(row | {"updated_at": now})
        insert_or_replace(self._session, DialogState, kept)
        if emptied:
            self._session.exec(delete(DialogState).where(col(DialogState.key).in_(emptied)))

    def forget(self, before: datetime) -> None:
        """Deletes what nobody touched since a moment: abandoned dialogs."""
        self._session.exec(delete(DialogState).where(col(DialogState.updated_at) < before))
