"""Loads accounts into the embedded billing: all of a file or nothing of it."""

from collections.abc import Sequence

from sqlmodel import Session

from bot import clock
from bot.storage.accounts import BillingAccounts
from bot.storage.memos import ACCOUNTS_LOADED, remember
from bot.storage.tables import BillingAccount


def load_accounts(session: Session, accounts: Sequence[BillingAccount]) -> int:
    """Adds or replaces by contract; contracts that the file lacks stay as they are. Returns how many were loaded."""
    rows = BillingAccounts(session)
    for account in accounts:
        rows.save(account)
    remember(session, ACCOUNTS_LOADED, clock.now().isoformat())
    return len(accounts)
