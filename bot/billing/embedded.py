"""The billing that comes with the bot: accounts in our own database, loaded from a CSV file."""

from collections.abc import Sequence
from decimal import Decimal

from bot.billing.port import Account, AccountStatus
from bot.storage.accounts import BillingAccounts
from bot.storage.database import Database
from bot.storage.tables import BillingAccount


class EmbeddedBilling:
    """Answers from our own tables; never slower than the database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def contracts_of(self, phone: str) -> Sequence[str]:
        """Contracts registered on a number in E.164."""
        rows = await self._database.read(lambda session: BillingAccounts(session).of_phone(phone))
        return [row.contract for row in rows]

    async def accounts(self, contracts: Sequence[str]) -> Sequence[Account]:
        """Accounts of the contracts that exist."""
        rows = await self._database.read(lambda session: BillingAccounts(session).of(contracts))
        return [_account(row) for row in rows]


def _account(row: BillingAccount) -> Account:
    return Account(
        contract=row.contract,
        name=row.name,
        address=row.address,
        balance=Decimal(row.balance),
        credit=Decimal(row.credit),
        currency=row.currency,
        tariff=row.tariff,
        speed=row.speed,
        monthly_fee=Decimal(row.monthly_fee),
        next_charge=row.next_charge,
        status=AccountStatus(row.status),
        services=tuple(row.services),
    )
