"""`biletik run`: the real bot."""

import asyncio
import sys

import typer

from bot.ops.logs import start_logging
from bot.service import serve
from bot.settings import load_settings
from bot.telegram.greeting import TokenRefused
from bot.texts import Texts

app = typer.Typer()


@app.command()
def run() -> None:
    """The bot, by the settings in the environment or in `.env`; polling unless WEBHOOK_URL is set."""
    settings = load_settings(require=("bot_token",))
    start_logging(settings.token)
    try:
        asyncio.run(serve(settings))
    except TokenRefused:
        sys.stderr.write(Texts(settings.locale).plain("shell-token-refused") + "\n")
        raise typer.Exit(1) from None
