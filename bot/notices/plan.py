"""Who is to be reminded today; pure, so that any year can be played through."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from bot.account.figures import days_left, is_due
from bot.billing.port import Account


@dataclass(frozen=True, slots=True)
class Reminder:
    """One reminder of a charge: `days` before it, negative after it."""

    chat_id: int
    contract: str
    days: int
    charge_on: date

    @property
    def kind(self) -> str:
        """The notice's kind: one for each lead day."""
        return f"payment:{self.days}"

    @property
    def subject(self) -> str:
        """Whom it is about and whom it is for."""
        return f"{self.contract}:{self.chat_id}"


def reminders(linked: Iterable[tuple[int, Account]], today: date, lead_days: Collection[int]) -> Iterator[Reminder]:
    """Reminders for (chat, account) pairs: charge near, balance short, today one of the lead days."""
    for chat_id, account in linked:
        left = days_left(account, today)
        if left is not None and account.next_charge is not None and left in lead_days and is_due(account):
            yield Reminder(chat_id, account.contract, left, account.next_charge)


def reason_to_skip(reminder: Reminder, account: Account | None, today: date) -> str | None:
    """Why a planned reminder is no longer true, just before it is sent; None if it is."""
    if account is None:
        return "no account"
    if account.next_charge != reminder.charge_on:
        return "charge moved"
    if not is_due(account):
        return "paid"
    if days_left(account, today) != reminder.days:
        return "stale"
    return None
