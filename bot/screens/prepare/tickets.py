"""Tickets' rows: cards, messages both ways, and what is announced."""

from dataclasses import replace
from functools import partial
from zoneinfo import ZoneInfo

from aiogram.methods import EditMessageText, SendMessage
from sqlmodel import Session

from bot import clock
from bot.account.look import Accounts, Seen
from bot.billing.port import NoFigures
from bot.screens import desk
from bot.screens.prepare.readers import Readers
from bot.storage.database import Database
from bot.storage.desk import DeskTopics, Placements
from bot.storage.people import Links, People
from bot.storage.tables import Outbox, Ticket, TicketMessage
from bot.storage.tickets import Tickets, content_of
from bot.telegram.parcel import Parcel, Skip
from bot.telegram.rebuild import Call, Place, album, one
from bot.tickets.desk_file import DeskFile
from bot.tickets.undelivered import Trouble, delivered, trouble


class TicketRows:
    """Reads tickets and makes calls of them."""

    def __init__(
        self, database: Database, accounts: Accounts, desk_file: DeskFile, readers: Readers, zone: ZoneInfo
    ) -> None:
        self._database = database
        self._accounts = accounts
        self._desk_file = desk_file
        self._readers = readers
        self._zone = zone

    async def title(self, ticket_id: int) -> str:
        """Number, status and name."""
        return desk.title(self._readers.desk, await self._ticket(ticket_id))

    async def new_card(self, ticket_id: int, place: Place) -> Call:
        """The card as a new message."""
        ticket, facts = await self._card_facts(ticket_id)
        where = place.parameters()
        text = desk.card(self._readers.desk, facts, self._zone)
        return SendMessage(text=text, reply_markup=desk.card_buttons(self._readers.desk, ticket), **where)

    async def card_refresh(self, row: Outbox, place: Place) -> Parcel | Skip:
        """The card and the title show what the ticket is now."""
        if place.fresh:
            return Skip("the card is new")
        ticket_id = row.facts["ticket_id"]
        topic = await self._database.read(lambda session: DeskTopics(session).of(ticket_id))
        if topic is None or topic.card_message_id is None:
            return Skip("no card")
        ticket, facts = await self._card_facts(ticket_id)
        call = EditMessageText(
            chat_id=place.chat_id,
            message_id=topic.card_message_id,
            text=desk.card(self._readers.desk, facts, self._zone),
            reply_markup=desk.card_buttons(self._readers.desk, ticket),
        )
        return Parcel(call, retitle=ticket_id)

    async def to_desk(self, row: Outbox, place: Place) -> Parcel | Skip:
        """A subscriber's words in the topic; in a group without topics under the writer's name."""
        return await self._messages(row, place, await self.writers_name(row.facts["ticket_id"], place))

    async def to_subscriber(self, row: Outbox, place: Place) -> Parcel | Skip:
        """An agent's words, under the agent's name and the ticket's number."""
        messages = await self._database.read(lambda session: Tickets(session).messages(row.facts["message_ids"]))
        parcel = await self._messages(row, place, await self.agents_name(messages[0], place))
        return parcel if isinstance(parcel, Skip) else replace(parcel, then=partial(_arrived, row))

    async def writers_name(self, ticket_id: int, place: Place) -> str:
        """What stands above a subscriber's words in the group: nothing in a topic, which has a title."""
        return "" if place.thread_id is not None else await self.title(ticket_id)

    async def agents_name(self, message: TicketMessage, place: Place) -> str:
        """What stands above an agent's words."""
        texts = await self._readers.of(place.chat_id)
        name = message.author_name or texts.plain("support")
        return texts.plain("agent-header", agent=name, number=str(message.ticket_id))

    async def announcement(self, row: Outbox, place: Place) -> Parcel:
        """What became of the subscriber's ticket."""
        ticket = await self._ticket(row.facts["ticket_id"])
        texts = await self._readers.of(place.chat_id)
        words = texts.html(
            row.kind.replace("_", "-"), number=str(ticket.id), agent=ticket.agent_name or texts.plain("support")
        )
        return Parcel(SendMessage(text=words, **place.parameters()), ticket.id, then=partial(_arrived, row))

    async def desk_remark(self, row: Outbox, place: Place) -> Parcel:
        """What agents have to know of a ticket."""
        name = row.kind.replace("_", "-") + (f"-{row.facts['why']}" if "why" in row.facts else "")
        words = self._readers.desk.html(f"desk-{name}", number=str(row.facts["ticket_id"]))
        return Parcel(SendMessage(text=words, **place.parameters()), row.facts["ticket_id"])

    async def _messages(self, row: Outbox, place: Place, header: str) -> Parcel | Skip:
        ids = row.facts["message_ids"]
        found = await self._database.read(lambda session: Tickets(session).messages(ids))
        messages = [message for message in found if message.removed_at is None]
        if not messages:
            return Skip("no messages")
        place = await self._as_answer(place, messages[0])
        contents = [content_of(message) for message in messages]
        call = one(contents[0], place, header) if len(contents) == 1 else album(contents, place, header)
        return Parcel(call, row.facts["ticket_id"], [message.id or 0 for message in messages])

    async def _as_answer(self, place: Place, message: TicketMessage) -> Place:
        """Answers the message that was answered, where this chat shows it."""
        answered = message.reply_to_id
        if answered is None:
            return place
        shown = await self._database.read(lambda session: Placements(session).where_shown(answered, place.chat_id))
        return place if shown is None else replace(place, reply_to=shown, quote=content_of(message).quote)

    async def _card_facts(self, ticket_id: int) -> tuple[Ticket, desk.CardFacts]:
        def read(session: Session) -> tuple[Ticket, list[str], str | None, int, Trouble | None]:
            ticket = Tickets(session).of(ticket_id)
            assert ticket is not None  # noqa: S101 - tickets are never deleted
            contracts = [ticket.contract] if ticket.contract else Links(session).contracts_of(ticket.chat_id)
            person = People(session).of(ticket.chat_id)
            username = person.username if person else None
            return ticket, contracts, username, Tickets(session).files(ticket_id), trouble(session, ticket)

        ticket, contracts, username, files, lacks = await self._database.read(read)
        topic = self._desk_file.topic(ticket.topic)
        seen = await self._look(contracts)
        return ticket, desk.CardFacts(ticket, topic, seen, files, username, lacks, clock.now())

    async def _look(self, contracts: list[str]) -> list[Seen]:
        if not contracts:
            return []
        try:
            return await self._accounts.look(contracts)
        except NoFigures:  # a card without figures is better than none
            return []

    async def _ticket(self, ticket_id: int) -> Ticket:
        ticket = await self._database.read(lambda session: Tickets(session).of(ticket_id))
        assert ticket is not None  # noqa: S101 - tickets are never deleted
        return ticket


def _arrived(row: Outbox, session: Session) -> None:
    delivered(session, row.facts["ticket_id"], row.facts["chat_id"], clock.now())
