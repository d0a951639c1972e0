"""Which messages of a group concern a ticket."""

from aiogram.filters import Filter
from aiogram.types import CallbackQuery, Message, TelegramObject
from dishka import AsyncContainer
from sqlmodel import Session

from bot.storage.database import Database
from bot.storage.desk import DeskTopics, Placements
from bot.telegram.group import DeskGroup


class InDesk(Filter):
    """Only the agents' group counts; other groups have no agents."""

    async def __call__(self, event: TelegramObject, dishka_container: AsyncContainer) -> bool:
        """Compares the chat with the desk's."""
        message = event.message if isinstance(event, CallbackQuery) else event
        chat = getattr(message, "chat", None)
        group = await dishka_container.get(DeskGroup)
        return chat is not None and chat.id == await group.chat_id()


async def ticket_of(message: Message, database: Database) -> int | None:
    """The ticket that a message in the group is about: by its topic, else by the message it answers."""
    thread_id = message.message_thread_id if message.is_topic_message else None
    answered = message.reply_to_message.message_id if message.reply_to_message else None

    def find(session: Session) -> int | None:
        if thread_id is not None:
            topic = DeskTopics(session).in_thread(message.chat.id, thread_id)
            if topic is not None:
                return topic.ticket_id
        if answered is not None:
            placement = Placements(session).of(message.chat.id, answered)
            if placement is not None:
                return placement.ticket_id
        return None

    return await database.read(find)
