"""The first screen, and help."""

from bot.screens.buttons import go, home
from bot.screens.screen import Screen
from bot.texts import Texts


def welcome(texts: Texts, name: str, *, linked: bool, draft: bool) -> Screen:
    """What the bot is for, and where everything is."""
    rows = [[go(texts, "continue")]] if draft else []
    rows += [
        [go(texts, "faq"), go(texts, "ticket")],
        [go(texts, "balance"), go(texts, "tariff")],
        [go(texts, "tickets"), go(texts, "settings")],
    ]
    if not linked:
        rows.append([go(texts, "login")])
    return Screen(texts.html("home", name=name or "empty"), rows)


def help_screen(texts: Texts) -> Screen:
    """Every command in a line."""
    return Screen(texts.html("help"), [home(texts)])
