"""Sign-in by one's own contact.

The contact must be the sender's own: Telegram vouches for the number only then. A number that billing doesn't know
gets the same answer whatever contracts exist. One chat may hold several contracts, one contract several chats.
"""

import asyncio
from collections.abc import Sequence

from bot import clock
from bot.billing.port import Billing, BillingUnavailable, NoFigures
from bot.errors import Refusal
from bot.storage.once import Once
from bot.subscribers.link import Linked, link
from bot.subscribers.phones import from_contact

PATIENCE = 5.0
"""Seconds that a person waits for billing before being told that it is away."""


class NotOwnContact(Refusal):
    """The contact belongs to somebody else, or Telegram doesn't say whose it is."""


class PhoneUnknown(Refusal):
    """Billing has no contract on the number."""


class SignIn:
    """Links a chat to the contracts of its owner's phone."""

    def __init__(self, billing: Billing) -> None:
        self._billing = billing

    async def by_contact(self, once: Once, user_id: int, contact_user_id: int | None, phone: str) -> Linked:
        """Links the private chat of `user_id`.

        Raises `NotOwnContact`, `PhoneUnknown`, `NoFigures`.
        """
        if contact_user_id != user_id:
            raise NotOwnContact
        number = from_contact(phone)
        contracts = await self._find(number) if number else ()
        if number is None or not contracts:
            raise PhoneUnknown
        return await once(link, user_id, list(contracts), number, clock.now())

    async def _find(self, number: str) -> Sequence[str]:
        try:
            async with asyncio.timeout(PATIENCE):
                return await self._billing.contracts_of(number)
        except (BillingUnavailable, TimeoutError):
            raise NoFigures from None
