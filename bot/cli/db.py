"""`biletik db upgrade|backup`: the database at the shell."""

import asyncio
from pathlib import Path
from typing import Annotated

import typer

from bot.settings import DATABASE_ONLY, load_settings
from bot.storage.backup import BackupImpossible, backup_to
from bot.storage.migrate import upgrade as migrate
from bot.texts import Texts

app = typer.Typer(help="The database: upgrade it, back it up.", no_args_is_help=True)


@app.command()
def upgrade() -> None:
    """Applies every migration that the database lacks; `run`, `demo` and `billing import` do so by themselves."""
    settings = load_settings(uses=DATABASE_ONLY)
    asyncio.run(migrate(settings.database_url.get_secret_value()))
    typer.echo(Texts(settings.locale).plain("shell-db-upgraded"))


@app.command()
def backup(file: Annotated[Path, typer.Argument(help="Where the copy goes; must not exist yet.")]) -> None:
    """A consistent copy, while the bot is running."""
    settings = load_settings(uses=DATABASE_ONLY)
    texts = Texts(settings.locale)
    try:
        asyncio.run(backup_to(settings.database_url.get_secret_value(), file))
    except BackupImpossible as error:
        typer.echo(texts.plain(f"shell-backup-{error.why}", file=str(file)), err=True)
        raise typer.Exit(1) from None
    typer.echo(texts.plain("shell-backed-up", file=str(file)))
