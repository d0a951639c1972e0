"""What agents see of a ticket: the topic's title and the card."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.account.look import Seen
from bot.screens.buttons import button, excerpt, shortened
from bot.screens.callbacks import DeskAction
from bot.storage.tables import Ticket, TicketStatus
from bot.texts import Html, Texts
from bot.texts.format import moment, money
from bot.tickets.desk_file import Topic
from bot.tickets.open import CARD_HOLDS
from bot.tickets.undelivered import Trouble

TITLE_LIMIT = 128
"""Characters of a topic's name (core.telegram.org/bots/api#createforumtopic)."""

MOST_ACCOUNTS = 5
ADDRESS_LIMIT = 150
"""Billing may say anything at any length; a card has to stay one message."""


@dataclass(frozen=True, slots=True)
class CardFacts:
    """All that a card shows."""

    ticket: Ticket
    topic: Topic | None
    seen: list[Seen]
    files: int
    username: str | None
    trouble: Trouble | None
    now: datetime


def title(texts: Texts, ticket: Ticket) -> str:
    """Number, status and name."""
    name = texts.plain("desk-title", number=str(ticket.id), status=ticket.status.value, name=ticket.name)
    return shortened(name, TITLE_LIMIT)


def card(texts: Texts, facts: CardFacts, zone: ZoneInfo) -> Html:
    """Who, what, and until when."""
    ticket = facts.ticket
    today = facts.now.astimezone(zone).date()
    lines = [
        texts.html("card-head", number=str(ticket.id), status=ticket.status.value),
        _trouble(texts, facts.trouble),
        _subscriber(texts, ticket, facts.username),
        texts.html("card-phone", phone=ticket.phone) if ticket.phone else Html(""),
        *(_account(texts, seen, zone, facts.now) for seen in facts.seen[:MOST_ACCOUNTS]),
        texts.html("card-more-accounts", count=len(facts.seen) - MOST_ACCOUNTS)
        if len(facts.seen) > MOST_ACCOUNTS
        else Html(""),
        texts.html("card-no-contract") if not facts.seen else Html(""),
        texts.html("card-topic", topic=facts.topic.named(texts.language) if facts.topic else ticket.topic),
        texts.html("card-agent", agent=ticket.agent_name) if ticket.agent_name else texts.html("card-nobody"),
        _due(texts, ticket, zone, facts.now),
        texts.html("card-opened", when=moment(ticket.opened_at, zone, texts, today)),
        texts.html("card-files", count=facts.files) if facts.files else Html(""),
        texts.html("card-words", words=excerpt(ticket.description, CARD_HOLDS)) if ticket.description else Html(""),
    ]
    return Html("\n".join(line for line in lines if line))


def _trouble(texts: Texts, trouble: Trouble | None) -> Html:
    """Above all else, since whoever reads the card is about to write in vain."""
    return Html("") if trouble is None else texts.html(f"card-trouble-{trouble.why}", count=trouble.count)


def _subscriber(texts: Texts, ticket: Ticket, username: str | None) -> Html:
    if username is None:
        return texts.html("card-subscriber", name=ticket.name)
    return texts.html("card-subscriber-known", name=ticket.name, username=username)


def _account(texts: Texts, seen: Seen, zone: ZoneInfo, now: datetime) -> Html:
    account = seen.account
    line = texts.html(
        "card-account",
        contract=account.contract,
        name=shortened(account.name),
        address=shortened(account.address, ADDRESS_LIMIT),
        balance=money(account.balance, account.currency, texts.language),
        tariff=shortened(account.tariff),
        status=account.status.value,
    )
    if seen.as_of is None:
        return line
    as_of = texts.html("account-as-of", moment=moment(seen.as_of, zone, texts, now.astimezone(zone).date()))
    return Html(f"{line}\n{as_of}")


def _due(texts: Texts, ticket: Ticket, zone: ZoneInfo, now: datetime) -> Html:
    if ticket.status is TicketStatus.SOLVED or ticket.first_response_at is not None:
        return Html("")
    return texts.html("card-due", when=moment(ticket.answer_due, zone, texts, now.astimezone(zone).date()))


def card_buttons(texts: Texts, ticket: Ticket) -> InlineKeyboardMarkup:
    """What can be done with the ticket as it is."""
    names = ["reopen"] if ticket.status is TicketStatus.SOLVED else ["resolve"]
    if ticket.agent_id is None and ticket.status is not TicketStatus.SOLVED:
        names.insert(0, "claim")
    rows = [names, ["faq"]] if ticket.first_response_at is not None else [names]
    buttons = [[_action(texts, name, ticket) for name in row] for row in rows]
    return InlineKeyboardMarkup(inline_keyboard=buttons)


def _action(texts: Texts, name: str, ticket: Ticket) -> InlineKeyboardButton:
    return button(texts.plain(f"desk-{name}"), DeskAction(what=name, ticket_id=ticket.id or 0))
