"""What buttons carry. They stay on screens for years: names and fields here never change their meaning."""

from hashlib import blake2s

from aiogram.filters.callback_data import CallbackData

from bot.faq.entry import Catalogue, Entry


class Go(CallbackData, prefix="go"):
    """To a screen of the menu; `to` is an action of the FAQ or a command's name."""

    to: str


class Category(CallbackData, prefix="fc"):
    """A category of the FAQ by its key."""

    key: str
    page: int = 0


class AskEntry(CallbackData, prefix="fe"):
    """An entry of the FAQ by its key."""

    key: str


class NewTicket(CallbackData, prefix="tn"):
    """Opens the ticket dialog; `topic` may be empty."""

    topic: str = ""


class TicketAbout(CallbackData, prefix="tq"):
    """Opens the ticket dialog with the question of the message that this one answers."""

    message_id: int


class PickTicket(CallbackData, prefix="tp"):
    """One's own ticket comes into conversation."""

    ticket_id: int


class AskInstead(CallbackData, prefix="ta"):
    """What went to a ticket was meant as a question."""

    message_id: int


class AddKept(CallbackData, prefix="ka"):
    """What was kept goes to a ticket; 0 for a new one."""

    kept_id: int
    ticket_id: int


class ShowAccount(CallbackData, prefix="ac"):
    """`what` is `balance`, `tariff` or `pay`; the contract by its key, or empty for a choice."""

    what: str
    contract: str


class SetLanguage(CallbackData, prefix="sl"):
    """The reader's language."""

    language: str


class SetReminders(CallbackData, prefix="sr"):
    """Payment reminders on or off."""

    on: bool


class DeskAction(CallbackData, prefix="da"):
    """What an agent does with a ticket: `claim`, `resolve` or `reopen`."""

    what: str
    ticket_id: int


KEY_LIMIT = 48
"""Bytes of a key; with prefix and page it stays under the 64 of callback data."""


def key_of(name: str) -> str:
    """A name short enough for a button: itself, or a digest of it."""
    if len(name.encode()) <= KEY_LIMIT and ":" not in name:
        return name
    return blake2s(name.encode(), digest_size=12).hexdigest()


def entry_of(catalogue: Catalogue, key: str) -> Entry | None:
    """The entry behind a button, if the FAQ still has it."""
    return next((entry for entry in catalogue.entries if key_of(entry.id) == key), None)


def category_of(catalogue: Catalogue, key: str) -> str | None:
    """The category behind a button, if the FAQ still has it."""
    return next((name for name in catalogue.categories if key_of(name) == key), None)
