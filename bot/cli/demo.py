"""`biletik demo`: the playground, the bot and sample data, in one command and without a token."""

import asyncio
from typing import Annotated

import typer

from bot.demo import run_demo
from bot.ops.logs import start_logging

app = typer.Typer()


@app.command()
def demo(
    port: Annotated[int, typer.Option(help="Where the page is served on this machine.")] = 8000,
    *,
    tour: Annotated[bool, typer.Option("--tour", help="Play every part unattended, print the talk, and exit.")] = False,
) -> None:
    """The playground with the bot in it; `--tour` plays every audience's part and exits 0 only if all of it worked."""
    start_logging()
    if not asyncio.run(run_demo(port, tour=tour)):
        raise typer.Exit(1)
