"""The embedded billing over its own tables."""

from bot.billing.csv_file import read_accounts
from bot.billing.embedded import EmbeddedBilling
from bot.billing.load import load_accounts
from tests.billing.test_csv import ROW, file
from tests.conftest import FrontDesk


async def test_loading_replaces_by_contract_and_leaves_absent_ones(closed_desk: FrontDesk) -> None:
    billing = EmbeddedBilling(closed_desk.database)
    fresh = read_accounts(file(ROW.replace("120.50", "777")))
    assert await closed_desk.database.write(lambda session: load_accounts(session, fresh)) == 1
    (changed,) = await billing.accounts(["700101"])
    assert str(changed.balance) == "777.00"
    assert changed.services == ("ТВ", "Антивирус")
    assert len(await billing.accounts(["700101", "700102", "700103"])) == 3


async def test_a_number_finds_all_its_contracts_and_an_unknown_one_none(closed_desk: FrontDesk) -> None:
    billing = EmbeddedBilling(closed_desk.database)
    assert list(await billing.contracts_of("+79990000102")) == ["700102", "700103"]
    assert list(await billing.contracts_of("+70000000000")) == []


async def test_contracts_that_do_not_exist_are_left_out(closed_desk: FrontDesk) -> None:
    billing = EmbeddedBilling(closed_desk.database)
    assert [account.contract for account in await billing.accounts(["no-such", "700101"])] == ["700101"]
    assert list(await billing.accounts([])) == []
