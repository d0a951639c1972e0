"""Throws away what nobody needs any more."""

from datetime import datetime, timedelta

from sqlmodel import Session

from bot.storage.dialog_states import DialogStates
from bot.storage.faq_versions import FaqVersions
from bot.storage.inbox import InboxRows
from bot.storage.kept import KeptRows
from bot.storage.learning import Dismissals
from bot.storage.outbox import OutboxRows
from bot.storage.outcomes import Outcomes
from bot.storage.questions import Questions

HANDLED = timedelta(days=2)
"""Longer than the day for which Telegram may deliver an update again."""
DELIVERED = timedelta(days=30)
ABANDONED = timedelta(days=14)
LEARNT_FROM = timedelta(days=400)
"""A year of questions, and time to look back at it."""


def tidy(session: Session, now: datetime) -> None:
    """Deletes handled updates, ended messages, abandoned dialogs and drafts, and questions that are old."""
    InboxRows(session).forget(now - HANDLED)
    Outcomes(session).forget(now - HANDLED)
    OutboxRows(session).forget(now - DELIVERED)
    DialogStates(session).forget(now - ABANDONED)
    KeptRows(session).forget(now - ABANDONED)
    FaqVersions(session).forget(now - ABANDONED)
    Questions(session).forget(now - LEARNT_FROM)
    Dismissals(session).forget(now - LEARNT_FROM)
