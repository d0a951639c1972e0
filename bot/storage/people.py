"""Private chats, the contracts they see, and the ticket in conversation."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import update
from sqlmodel import Session, col, delete, select

from bot.storage.insert import insert_new, insert_or_replace
from bot.storage.tables import Conversation, Link, Person


class People:
    """Persons, in one session."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def of(self, chat_id: int) -> Person | None:
        """The person of a private chat, if they ever wrote."""
        return self._session.get(Person, chat_id)

    def of_chats(self, chat_ids: Sequence[int]) -> dict[int, Person]:
        """The persons of some private chats."""
        found = self._session.exec(select(Person).where(col(Person.chat_id).in_(chat_ids)))
        return {person.chat_id: person for person in found}

    def save(self, person: Person) -> None:
        """Adds or changes a person."""
        insert_or_replace(self._session, Person, [person.model_dump()])

    def mark_blocked(self, chat_id: int, at: datetime | None) -> None:
        """The person can't be written to since a moment; None: they can again."""
        self._session.exec(update(Person).where(col(Person.chat_id) == chat_id).values(blocked_at=at))

    def choose_language(self, chat_id: int, language: str) -> None:
        """What the person chose wins over what Telegram says."""
        self._session.exec(update(Person).where(col(Person.chat_id) == chat_id).values(language=language))

    def keep_phone(self, chat_id: int, phone: str | None) -> None:
        """The person's own number, or None to forget it."""
        self._session.exec(update(Person).where(col(Person.chat_id) == chat_id).values(phone=phone))

    def allow_reminders(self, chat_id: int, *, allowed: bool) -> None:
        """Whether the bot may remind of payments."""
        self._session.exec(update(Person).where(col(Person.chat_id) == chat_id).values(reminders=allowed))


class Links:
    """Which chats see which contracts, in one session."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def contracts_of(self, chat_id: int) -> list[str]:
        """Contracts of a chat, in the order they were linked."""
        return list(
            self._session.exec(
                select(Link.contract).where(Link.chat_id == chat_id).order_by(col(Link.linked_at), col(Link.contract))
            )
        )

    def contracts_of_chats(self, chat_ids: Sequence[int]) -> dict[int, list[str]]:
        """Contracts of some chats, in the order they were linked."""
        links = self._session.exec(
            select(Link).where(col(Link.chat_id).in_(chat_ids)).order_by(col(Link.linked_at), col(Link.contract))
        )
        found: dict[int, list[str]] = {}
        for link in links:
            found.setdefault(link.chat_id, []).append(link.contract)
        return found

    def add(self, chat_id: int, contracts: Sequence[str], now: datetime) -> list[str]:
        """Links contracts; returns those that are new to the chat."""
        known = set(self.contracts_of(chat_id))
        fresh = [contract for contract in contracts if contract not in known]
        insert_new(
            self._session, Link, [{"chat_id": chat_id, "contract": contract, "linked_at": now} for contract in fresh]
        )
        return fresh

    def remove(self, chat_id: int) -> list[str]:
        """Unlinks all contracts of a chat; returns which they were."""
        contracts = self.contracts_of(chat_id)
        self._session.exec(delete(Link).where(col(Link.chat_id) == chat_id))
        return contracts

    def page(self, after: tuple[int, str] | None, since: datetime | None, limit: int) -> Sequence[Link]:
        """Links in the order of their keys, after one of them; with `since`, only those made since then."""
        query = select(Link).order_by(col(Link.chat_id), col(Link.contract)).limit(limit)
        if after is not None:
            chat_id, contract = after
            query = query.where(
                (col(Link.chat_id) > chat_id) | ((col(Link.chat_id) == chat_id) & (col(Link.contract) > contract))
            )
        if since is not None:
            query = query.where(col(Link.linked_at) >= since)
        return self._session.exec(query).all()


class Conversations:
    """The ticket in conversation of each chat, in one session."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def of(self, chat_id: int, now: datetime) -> Conversation | None:
        """The conversation of a chat, if it is still on."""
        row = self._session.get(Conversation, chat_id)
        return row if row is not None and row.until > now else None

    def of_chats(self, chat_ids: Sequence[int], now: datetime) -> dict[int, Conversation]:
        """The conversations of some chats that are still on."""
        found = self._session.exec(
            select(Conversation).where(col(Conversation.chat_id).in_(chat_ids), col(Conversation.until) > now)
        )
        return {conversation.chat_id: conversation for conversation in found}

    def start(self, chat_id: int, ticket_id: int, until: datetime, *, confirmed: bool) -> None:
        """A ticket comes into conversation, or stays in it for longer."""
        row = self._session.get(Conversation, chat_id)
        same = row is not None and row.ticket_id == ticket_id
        kept = same and row is not None and row.confirmed
        values = {"chat_id": chat_id, "ticket_id": ticket_id, "until": until, "confirmed": confirmed or kept}
        insert_or_replace(self._session, Conversation, [values])
        if row is not None:
            self._session.expire(row)

    def end(self, chat_id: int) -> None:
        """What the chat writes next is a question."""
        self._session.exec(delete(Conversation).where(col(Conversation.chat_id) == chat_id))
