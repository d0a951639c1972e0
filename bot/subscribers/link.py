"""Links a chat to contracts, and unlinks it."""

from datetime import datetime

from pydantic import BaseModel
from sqlmodel import Session

from bot.storage.people import Links, People


class Linked(BaseModel):
    """`fresh` contracts weren't linked to the chat before; `contracts` are all that it now sees."""

    fresh: list[str]
    contracts: list[str]


def link(session: Session, chat_id: int, contracts: list[str], phone: str, now: datetime) -> Linked:
    """Adds contracts to a chat, and remembers the owner's number to offer it in tickets."""
    links = Links(session)
    People(session).keep_phone(chat_id, phone)
    fresh = links.add(chat_id, contracts, now)
    return Linked(fresh=fresh, contracts=links.contracts_of(chat_id))


def unlink(session: Session, chat_id: int) -> list[str]:
    """Takes all contracts from a chat and forgets the number; returns which contracts they were."""
    People(session).keep_phone(chat_id, None)
    return Links(session).remove(chat_id)
