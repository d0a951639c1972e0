"""Gives each ticket its place in the agents' group: a topic where there are topics, and always a card."""

from dataclasses import replace

import structlog
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest, TelegramNotFound
from aiogram.types import Message
from sqlmodel import Session

from bot.errors import Unavailable
from bot.storage.database import Database
from bot.storage.desk import DeskTopics, Placements
from bot.storage.tables import DeskTopic
from bot.telegram.facts import OpenTopic
from bot.telegram.group import Desk, DeskGroup
from bot.telegram.pacing import Pacer
from bot.telegram.parcel import Prepare
from bot.telegram.rebuild import Place
from bot.telegram.refusals import THREAD_GONE, says

log = structlog.get_logger(__name__)


class NoDesk(Unavailable):
    """`SUPPORT_CHAT_ID` isn't set; what is meant for agents waits."""


class Topics:
    """Finds or makes the place of a ticket."""

    def __init__(self, bot: Bot, database: Database, group: DeskGroup, pacer: Pacer, prepare: Prepare) -> None:
        self._bot = bot
        self._database = database
        self._group = group
        self._pacer = pacer
        self._prepare = prepare

    async def place(self, ticket_id: int) -> Place:
        """Where a ticket's messages go; makes the topic and the card first where they are missing.

        Raises `NoDesk`, or what Telegram raises.
        """
        desk = await self._group.look()
        if desk is None:
            raise NoDesk
        topic = await self._database.read(lambda session: DeskTopics(session).of(ticket_id))
        if topic is None or topic.chat_id != desk.chat_id:
            topic = DeskTopic(ticket_id=ticket_id, chat_id=desk.chat_id)
        if desk.uses_topics and topic.thread_id is None:
            topic = await self._open_thread(topic, desk)
        if topic.card_message_id is None:
            return replace(self._place(await self._post_card(topic)), fresh=True)
        return self._place(topic)

    async def forget_thread(self, ticket_id: int) -> None:
        """The topic is gone: the next place makes another, with its card."""
        await self._change(ticket_id, thread_id=None, card_message_id=None, title=None)

    async def forget_card(self, ticket_id: int) -> None:
        """The card is gone: the next place posts another."""
        await self._change(ticket_id, card_message_id=None)

    async def reopen(self, ticket_id: int, place: Place) -> None:
        """Somebody closed the topic; a message for it opens it again. Without the right to, it gets another place."""
        if place.thread_id is None:
            return
        try:
            await self._bot.reopen_forum_topic(place.chat_id, place.thread_id)
        except TelegramBadRequest as error:
            if "TOPIC_NOT_MODIFIED" not in error.message:  # it isn't open by now
                self._group.forget()
                await self.forget_thread(ticket_id)

    async def retitle(self, ticket_id: int) -> None:
        """Brings the topic's title up to date; nothing where there are no topics, or no right to change them."""
        desk = await self._group.look()
        topic = await self._database.read(lambda session: DeskTopics(session).of(ticket_id))
        title = await self._prepare.title(ticket_id)
        if desk is None or not desk.uses_topics or topic is None or topic.thread_id is None or topic.title == title:
            return
        await self._pacer.turn(topic.chat_id, bulk=False)
        try:
            await self._bot.edit_forum_topic(topic.chat_id, topic.thread_id, name=title)
        except (TelegramBadRequest, TelegramNotFound) as error:
            if says(error.message, THREAD_GONE):
                raise
            if "TOPIC_NOT_MODIFIED" not in error.message:  # an old title is no reason to keep the message back
                log.warning("title not changed", why=error.message)
        await self._change(ticket_id, title=title)

    async def _open_thread(self, topic: DeskTopic, desk: Desk) -> DeskTopic:
        title = await self._prepare.title(topic.ticket_id)
        await self._pacer.turn(desk.chat_id, bulk=False)
        thread = await self._bot(OpenTopic(chat_id=desk.chat_id, name=title))
        made = DeskTopic(
            ticket_id=topic.ticket_id, chat_id=desk.chat_id, thread_id=thread.message_thread_id, title=title
        )
        await self._database.write(lambda session: DeskTopics(session).save(made))
        return made

    async def _post_card(self, topic: DeskTopic) -> DeskTopic:
        call = await self._prepare.card(topic.ticket_id, self._place(topic))
        await self._pacer.turn(topic.chat_id, bulk=False)
        message: Message = await self._bot(call)
        made = DeskTopic(**(topic.model_dump() | {"card_message_id": message.message_id}))

        def step(session: Session) -> None:
            DeskTopics(session).save(made)
            Placements(session).add(topic.chat_id, [message.message_id], topic.ticket_id, [None])

        await self._database.write(step)
        return made

    def _place(self, topic: DeskTopic) -> Place:
        """In a topic the messages stand by themselves; in a plain group they answer the card."""
        reply_to = None if topic.thread_id is not None else topic.card_message_id
        return Place(topic.chat_id, topic.thread_id, reply_to)

    async def _change(self, ticket_id: int, **values: object) -> None:
        def step(session: Session) -> None:
            topic = DeskTopics(session).of(ticket_id)
            if topic is not None:
                topic.sqlmodel_update(values)
                session.add(topic)

        await self._database.write(step)
