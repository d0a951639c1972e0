"""The first screen, and help."""

from bot.screens.buttons import go, home
from bot.screens.screen import Rows, Screen
from bot.texts import Texts


def welcome(texts: Texts, name: str, *, linked: bool, draft: bool, ticket_id: int | None) -> Screen:
    """What the bot is for, and where everything is; while a ticket is in conversation, that words go there."""
    rows: Rows = [[go(texts, "continue")]] if draft else []
    if ticket_id is None:
        text = texts.html("home", name=name)
    else:
        text = texts.html("home-in-ticket", name=name, number=str(ticket_id))
        rows.append([go(texts, "ask")])
    rows += [
        [go(texts, "faq"), go(texts, "ticket")],
        [go(texts, "balance"), go(texts, "tariff")],
        [go(texts, "pay"), go(texts, "services")],
        [go(texts, "tickets"), go(texts, "settings")],
        [go(texts, "help"), *([] if linked else [go(texts, "login")])],
    ]
    return Screen(text, rows)


def help_screen(texts: Texts) -> Screen:
    """Every command in a line."""
    return Screen(texts.html("help"), [home(texts)])
