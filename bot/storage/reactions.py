"""Who reacted to which message of a ticket, and with what."""

from datetime import datetime

from sqlmodel import Session, col, delete, select

from bot.storage.insert import insert_or_replace
from bot.storage.tables import Reaction


class Reactions:
    """Reactions to tickets' messages, in one session."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def put(self, message_id: int, chat_id: int, actor_id: int, emoji: str, now: datetime) -> None:
        """Somebody's reaction takes the place of their earlier one."""
        key = {"ticket_message_id": message_id, "chat_id": chat_id, "actor_id": actor_id}
        insert_or_replace(self._session, Reaction, [key | {"emoji": emoji, "at": now}])

    def take_back(self, message_id: int, chat_id: int, actor_id: int) -> None:
        """Somebody's reaction is gone."""
        self._session.exec(
            delete(Reaction).where(
                col(Reaction.ticket_message_id) == message_id,
                col(Reaction.chat_id) == chat_id,
                col(Reaction.actor_id) == actor_id,
            )
        )

    def latest(self, message_id: int, *, outside: int) -> str | None:
        """What was set last by somebody who sees the message in another chat than `outside`."""
        return self._session.exec(
            select(Reaction.emoji)
            .where(Reaction.ticket_message_id == message_id, Reaction.chat_id != outside)
            .order_by(col(Reaction.at).desc())
        ).first()
