"""`biletik billing import|check`."""

import asyncio
from pathlib import Path
from typing import Annotated

import typer

from bot.billing.csv_file import BadCell, BadFile, read_accounts
from bot.billing.embedded import EmbeddedBilling
from bot.billing.load import load_accounts
from bot.settings import DATABASE_ONLY, load_settings
from bot.storage.database import Database
from bot.storage.migrate import upgrade
from bot.storage.tables import BillingAccount
from bot.texts import Texts

app = typer.Typer(help="The billing system.", no_args_is_help=True)


@app.command("import")
def import_(file: Annotated[Path, typer.Argument(help="CSV with a header line; see README.")]) -> None:
    """Loads subscribers into the embedded billing: all rows or, if one is bad, none."""
    settings = load_settings(uses=DATABASE_ONLY)
    texts = Texts(settings.locale)
    try:
        accounts = read_accounts(file.read_bytes())
    except OSError as error:
        typer.echo(texts.plain("shell-file-unreadable", file=str(file), why=error.strerror or ""), err=True)
        raise typer.Exit(1) from None
    except BadFile as bad:
        for cell in bad.cells:
            typer.echo(_line(texts, file, cell), err=True)
        typer.echo(texts.plain("shell-import-refused", count=len(bad.cells)), err=True)
        raise typer.Exit(1) from None
    count = asyncio.run(_load(settings.database_url.get_secret_value(), accounts))
    typer.echo(texts.plain("shell-imported", count=count))


def _line(texts: Texts, file: Path, cell: BadCell) -> str:
    problem = texts.plain(f"csv-{cell.code}", column=cell.column, value=cell.value)
    return texts.plain("csv-line", file=str(file), line=str(cell.line), problem=problem)


async def _load(url: str, accounts: list[BillingAccount]) -> int:
    await upgrade(url)
    async with Database(url) as database:
        return await database.write(lambda session: load_accounts(session, accounts))


@app.command()
def check() -> None:
    """What the configured billing system can do, tried without changing anything."""
    settings = load_settings(uses=DATABASE_ONLY)
    texts = Texts(settings.locale)
    asyncio.run(_check(settings.database_url.get_secret_value()))
    typer.echo(texts.plain("shell-billing-can", name=settings.billing, what="contracts_of, accounts"))


async def _check(url: str) -> None:
    await upgrade(url)
    async with Database(url) as database:
        billing = EmbeddedBilling(database)
        await billing.contracts_of("+70000000000")
        await billing.accounts(["0"])
