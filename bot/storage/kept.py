"""Messages kept until their sender says where they belong."""

from datetime import datetime

from sqlmodel import Session, col, delete, select

from bot.storage.tables import Kept


class KeptRows:
    """Kept messages, in one session."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def of(self, kept_id: int) -> Kept | None:
        """What is kept under a number."""
        return self._session.get(Kept, kept_id)

    def open_album(self, chat_id: int, album: str) -> Kept | None:
        """The kept album that another part belongs to."""
        return self._session.exec(select(Kept).where(Kept.chat_id == chat_id, Kept.album == album)).first()

    def of_message(self, chat_id: int, message_id: int) -> Kept | None:
        """What is kept of a message."""
        rows = self._session.exec(select(Kept).where(Kept.chat_id == chat_id))
        return next((row for row in rows if any(part["message_id"] == message_id for part in row.parts)), None)

    def add(self, kept: Kept) -> Kept:
        """Keeps it; it has a number afterwards."""
        self._session.add(kept)
        self._session.flush()
        return kept

    def forget(self, before: datetime) -> None:
        """Deletes what nobody asked for since a moment."""
        self._session.exec(delete(Kept).where(col(Kept.at) < before))
