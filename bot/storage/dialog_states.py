"""Where each dialog stands: aiogram's state and data by key."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlmodel import Session, col, delete, select

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

    def of_chat(self, chat_id: int) -> dict[str, Remembered]:
        """All that is kept for a chat, by key."""
        rows = self._session.exec(select(DialogState).where(DialogState.chat_id == chat_id))
        return {row.key: Remembered(row.state, row.data) for row in rows}

    def save(self, chat_id: int, changes: Mapping[str, Remembered], now: datetime) -> None:
        """Writes what changed; empty values are deleted."""
        for key, value in changes.items():
            if value.is_empty:
                self._delete([key])
            else:
                self._session.merge(
                    DialogState(key=key, chat_id=chat_id, state=value.state, data=dict(value.data), updated_at=now)
                )

    def forget(self, before: datetime) -> None:
        """Deletes what nobody touched since a moment: abandoned dialogs."""
        self._session.exec(delete(DialogState).where(col(DialogState.updated_at) < before))

    def _delete(self, keys: Sequence[str]) -> None:
        self._session.exec(delete(DialogState).where(col(DialogState.key).in_(keys)))
