"""`biletik demo`: the playground, the bot and sample data, in one command and without a token."""

import asyncio
import errno
from typing import Annotated

import typer

from bot.demo import run_demo
from bot.ops.logs import start_logging
from bot.settings import load_settings
from bot.texts import Texts

app = typer.Typer()


@app.command()
def demo(
    port: Annotated[int, typer.Option(help="Where the page is served on this machine.")] = 8000,
    *,
    tour: Annotated[bool, typer.Option("--tour", help="Play every part unattended, print the talk, and exit.")] = False,
) -> None:
    """The playground with the bot in it; `--tour` plays every audience's part and exits 0 only if all of it worked."""
    start_logging()
    try:
        worked = asyncio.run(run_demo(port, tour=tour))
    except OSError as error:
        if error.errno != errno.EADDRINUSE:
            raise
        typer.echo(Texts(load_settings().locale).plain("demo-port-taken", port=str(port)), err=True)
        raise typer.Exit(1) from None
    if not worked:
        raise typer.Exit(1)
