"""`biletik run`: the real bot."""

import asyncio
import sys
from typing import NoReturn

import typer

from bot.ops.http import PortTaken
from bot.ops.logs import start_logging
from bot.service import serve
from bot.settings import Settings, load_settings
from bot.telegram.greeting import TokenRefused, WebhookRefused
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
        _stop(settings, "shell-token-refused")
    except WebhookRefused as error:
        _stop(settings, "shell-webhook-refused", why=str(error))
    except PortTaken as error:
        _stop(settings, "shell-port-taken", port=str(error.port))


def _stop(settings: Settings, message: str, **facts: str) -> NoReturn:
    sys.stderr.write(Texts(settings.locale).plain(message, **facts) + "\n")
    raise typer.Exit(1)
