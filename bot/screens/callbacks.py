"""What buttons carry. They stay on screens for years: names and fields here never change their meaning."""

from hashlib import blake2s

from aiogram.filters.callback_data import CallbackData

from bot.faq.catalogue.entry import Catalogue, Entry


class Go(CallbackData, prefix="go"):
    """To a screen of the menu; `to` is an action of the FAQ or a command's name."""

    to: str


class Category(CallbackData, prefix="fc"):
    """A category of the FAQ by its key; all of them for none."""

    key: str
    page: int = 0


class AskEntry(CallbackData, prefix="fe"):
    """An entry of the FAQ by its key."""

    key: str


class PickEntry(CallbackData, prefix="fp"):
    """An entry that was offered to a question; `token` is the question's."""

    token: str
    key: str


class Verdict(CallbackData, prefix="fv"):
    """Whether an answer helped; `key` is the entry's, or empty for a screen that was opened in its stead."""

    token: str
    key: str
    helped: bool


class NewTicket(CallbackData, prefix="tn"):
    """Opens the ticket dialog; `topic` may be empty."""

    topic: str = ""


class TicketAbout(CallbackData, prefix="tq"):
    """Opens the ticket dialog with the question of the message that this one answers."""

    message_id: int


class TicketWith(CallbackData, prefix="tw"):
    """Opens the ticket dialog with the question that has a token."""

    token: str


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
    """What an agent does with a ticket: `claim`, `resolve`, `reopen`, `faq`, or send `again`."""

    what: str
    ticket_id: int


class AdminGo(CallbackData, prefix="ag"):
    """To an admin's screen or step by its name."""

    to: str


class AdminDraft(CallbackData, prefix="af"):
    """What becomes of a draft of the FAQ: `confirm`, `cancel`, or `again` on the version now in force."""

    what: str
    draft_id: int


class AdminVersion(CallbackData, prefix="av"):
    """A version of the FAQ: `show`, `file` or `restore`; 0 is the one in force."""

    what: str
    version: int


class AdminCategory(CallbackData, prefix="aq"):
    """Entries of a category, hidden ones too, by its key."""

    key: str
    page: int = 0


class AdminEntry(CallbackData, prefix="ae"):
    """An entry by its key: `show`, `hide`, `unhide`, or the name of the field to change."""

    what: str
    key: str


class AdminUpload(CallbackData, prefix="au"):
    """The file that was sent in a message is the new FAQ."""

    message_id: int


class Gaps(CallbackData, prefix="lg"):
    """The FAQ's gaps of the last days."""

    days: int
    page: int = 0


class Learn(CallbackData, prefix="ld"):
    """What is made of a lesson by its source: `show`, `entry`, `variant`, `other` or `no`."""

    what: str
    source: str


class LearnCategory(CallbackData, prefix="lk"):
    """Entries of a category that a lesson could become a variant of; both by short keys, all categories for none."""

    source: str
    key: str = ""
    page: int = 0


class LearnInto(CallbackData, prefix="lv"):
    """A lesson becomes a variant of an entry, by its short key."""

    source: str
    key: str


KEY_LIMIT = 48
"""Bytes of a key; with prefix, token and page it stays under the 64 of callback data."""


def key_of(name: str) -> str:
    """A name short enough for a button: itself, or a digest of it."""
    if len(name.encode()) <= KEY_LIMIT and ":" not in name:
        return name
    return blake2s(name.encode(), digest_size=12).hexdigest()


def short_key_of(name: str) -> str:
    """A name on a button that carries another one as well."""
    return blake2s(name.encode(), digest_size=6).hexdigest()


def entry_of(catalogue: Catalogue, key: str) -> Entry | None:
    """The entry behind a button, if the FAQ still has it."""
    return next((entry for entry in catalogue.entries if key_of(entry.id) == key), None)


def category_of(catalogue: Catalogue, key: str) -> str | None:
    """The category behind a button, if the FAQ still has it."""
    return next((name for name in catalogue.categories if key_of(name) == key), None)
