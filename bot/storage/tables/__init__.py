"""All tables, a file per aggregate; importing this package makes the metadata complete."""

from bot.storage.tables.desk import DeskTopic, Placement, Reaction, Undelivered
from bot.storage.tables.faq import FaqDraft, FaqFile, FaqVersion
from bot.storage.tables.flow import (
    DialogState,
    Inbox,
    InboxState,
    Lease,
    Memo,
    Outbox,
    OutboxState,
    Outcome,
)
from bot.storage.tables.learning import FaqSuggestion, GapDismissal
from bot.storage.tables.notices import Notice
from bot.storage.tables.people import Conversation, Kept, Link, Person
from bot.storage.tables.provider import AccountSnapshot, BillingAccount
from bot.storage.tables.questions import Followed, Question
from bot.storage.tables.tickets import Author, Ticket, TicketEvent, TicketMessage, TicketStatus

__all__ = [
    "AccountSnapshot",
    "Author",
    "BillingAccount",
    "Conversation",
    "DeskTopic",
    "DialogState",
    "FaqDraft",
    "FaqFile",
    "FaqSuggestion",
    "FaqVersion",
    "Followed",
    "GapDismissal",
    "Inbox",
    "InboxState",
    "Kept",
    "Lease",
    "Link",
    "Memo",
    "Notice",
    "Outbox",
    "OutboxState",
    "Outcome",
    "Person",
    "Placement",
    "Question",
    "Reaction",
    "Ticket",
    "TicketEvent",
    "TicketMessage",
    "TicketStatus",
    "Undelivered",
]
