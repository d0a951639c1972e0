"""`biletik inbox list|retry`: updates that were set aside."""

import asyncio
from collections.abc import Callable
from typing import Annotated, TypeVar

import typer
from sqlmodel import Session

from bot.settings import DATABASE_ONLY, Settings, load_settings
from bot.storage.database import Database
from bot.storage.inbox import InboxRows
from bot.storage.migrate import upgrade
from bot.texts import Texts

T = TypeVar("T")
app = typer.Typer(help="Updates that could not be handled.", no_args_is_help=True)


@app.command("list")
def list_() -> None:
    """What was set aside: when, where, and why."""
    settings = load_settings(uses=DATABASE_ONLY)
    texts = Texts(settings.locale)
    rows = _in_database(settings, lambda session: InboxRows(session).set_aside())
    for row in rows:
        at = row.received_at.astimezone(settings.zone).strftime("%Y-%m-%d %H:%M:%S")
        typer.echo(f"{row.update_id}  {at}  {row.conversation}  {row.error}")
    typer.echo(texts.plain("shell-inbox-count", count=len(rows)), err=True)


@app.command()
def retry(
    update_ids: Annotated[list[int] | None, typer.Argument(help="Which ones; without any, all.")] = None,
) -> None:
    """Puts updates back in line; a running bot takes them at once."""
    settings = load_settings(uses=DATABASE_ONLY)
    count = _in_database(settings, lambda session: InboxRows(session).retry(update_ids or None))
    typer.echo(Texts(settings.locale).plain("shell-inbox-retried", count=count))


def _in_database(settings: Settings, step: Callable[[Session], T]) -> T:
    async def work() -> T:
        url = settings.database_url.get_secret_value()
        await upgrade(url)
        async with Database(url) as database:
            return await database.write(step)

    return asyncio.run(work())
