"""Topics and cards in the agents' group, and which message belongs to which ticket."""

from collections.abc import Sequence

from sqlalchemy import update
from sqlmodel import Session, col, select

from bot.storage.insert import insert_new, insert_or_replace
from bot.storage.tables import DeskTopic, Placement, TicketMessage


class DeskTopics:
    """Where tickets stand in the group, in one session."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def of(self, ticket_id: int) -> DeskTopic | None:
        """Where a ticket stands."""
        return self._session.get(DeskTopic, ticket_id)

    def in_thread(self, chat_id: int, thread_id: int) -> DeskTopic | None:
        """The ticket of a topic."""
        return self._session.exec(
            select(DeskTopic).where(DeskTopic.chat_id == chat_id, DeskTopic.thread_id == thread_id)
        ).first()

    def save(self, topic: DeskTopic) -> None:
        """Adds or changes where a ticket stands."""
        insert_or_replace(self._session, DeskTopic, [topic.model_dump()])

    def drop_card(self, ticket_id: int) -> None:
        """The ticket's card is posted anew."""
        self._session.exec(update(DeskTopic).where(col(DeskTopic.ticket_id) == ticket_id).values(card_message_id=None))


class Placements:
    """Messages on screens that belong to tickets, in one session."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def of(self, chat_id: int, message_id: int) -> Placement | None:
        """What a message on a screen belongs to."""
        return self._session.get(Placement, (chat_id, message_id))

    def add(self, chat_id: int, message_ids: Sequence[int], ticket_id: int, said: Sequence[int | None]) -> None:
        """Messages on a screen show these ticket messages, pairwise."""
        insert_new(
            self._session,
            Placement,
            [
                {
                    "chat_id": chat_id,
                    "message_id": message_id,
                    "ticket_id": ticket_id,
                    "ticket_message_id": ticket_message_id,
                }
                for message_id, ticket_message_id in zip(message_ids, said, strict=True)
            ],
        )

    def where_shown(self, ticket_message_id: int, chat_id: int) -> int | None:
        """The id under which a chat sees a ticket's message; of several, the newest."""
        return self._session.exec(
            select(Placement.message_id)
            .where(Placement.ticket_message_id == ticket_message_id, Placement.chat_id == chat_id)
            .order_by(col(Placement.message_id).desc())
        ).first()

    def copies(self, message: TicketMessage) -> Sequence[Placement]:
        """Where a ticket's message stands on other screens than its writer's, oldest first."""
        return self._session.exec(
            select(Placement)
            .where(Placement.ticket_message_id == message.id, Placement.chat_id != message.source_chat_id)
            .order_by(col(Placement.message_id))
        ).all()
