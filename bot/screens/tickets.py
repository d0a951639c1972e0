"""What a subscriber sees of tickets."""

from collections.abc import Sequence
from datetime import date
from zoneinfo import ZoneInfo

from bot.screens.buttons import button, go, home, shortened
from bot.screens.callbacks import AddKept, AskInstead, NewTicket, PickTicket
from bot.screens.screen import Rows, Screen
from bot.storage.tables import Ticket, TicketStatus
from bot.texts import Html, Texts
from bot.texts.format import moment


def opened(texts: Texts, ticket_id: int, when: str) -> Screen:
    """The number, and when to expect an answer."""
    text = texts.html("ticket-opened", number=str(ticket_id), when=when)
    return Screen(text, [[go(texts, "tickets")], home(texts)])


def listing(texts: Texts, tickets: Sequence[Ticket], zone: ZoneInfo, today: date, current: int | None) -> Screen:
    """One's tickets: status, who has it, and when an answer is due."""
    if not tickets:
        return Screen(texts.html("tickets-none"), [[go(texts, "ticket")], home(texts)])
    lines = [texts.html("tickets-head"), *(_line(texts, ticket, zone, today, current) for ticket in tickets)]
    picks: Rows = [[button(_label(texts, ticket), PickTicket(ticket_id=ticket.id or 0))] for ticket in tickets]
    ask = [[go(texts, "ask")]] if current is not None else []
    anew = [button(texts.plain("ticket-new"), NewTicket())]
    return Screen(Html("\n\n".join(lines)), [*picks, *ask, anew, home(texts)])


def _line(texts: Texts, ticket: Ticket, zone: ZoneInfo, today: date, current: int | None) -> Html:
    facts = [
        texts.html(
            "tickets-line",
            number=str(ticket.id),
            status=ticket.status.value,
            about=shortened(ticket.description, 80),
            here="yes" if ticket.id == current else "no",
        )
    ]
    if ticket.agent_name:
        facts.append(texts.html("tickets-agent", agent=ticket.agent_name))
    if ticket.first_response_at is None and ticket.status is not TicketStatus.SOLVED:
        facts.append(texts.html("tickets-due", when=moment(ticket.answer_due, zone, texts, today)))
    return Html("\n".join(facts))


def _label(texts: Texts, ticket: Ticket) -> str:
    return shortened(texts.plain("tickets-pick", number=str(ticket.id), about=ticket.description))


def picked(texts: Texts, ticket_id: int) -> Screen:
    """The next messages go to this ticket."""
    return Screen(texts.html("ticket-picked", number=str(ticket_id)), [[go(texts, "ask")], [go(texts, "tickets")]])


def passed_on(texts: Texts, ticket_id: int, question: int | None, *, reopened: bool) -> Screen:
    """Where a message went, with the way out: words may have been meant as a question, a file may not."""
    text = texts.html("ticket-reopened" if reopened else "ticket-passed", number=str(ticket_id))
    if question is None:
        return Screen(text, [[go(texts, "ask")]])
    return Screen(text, [[button(texts.plain("go-ask-instead"), AskInstead(message_id=question))]])


def where_to(texts: Texts, kept_id: int, tickets: Sequence[Ticket]) -> Screen:
    """Where what was sent without a ticket belongs."""
    rows: Rows = [
        [
            button(
                shortened(texts.plain("kept-add", number=str(ticket.id), about=ticket.description)),
                AddKept(kept_id=kept_id, ticket_id=ticket.id or 0),
            )
        ]
        for ticket in tickets
    ]
    rows.append([button(texts.plain("ticket-new"), AddKept(kept_id=kept_id, ticket_id=0))])
    return Screen(texts.html("kept-where"), [*rows, home(texts)])


def kept_added(texts: Texts, ticket_id: int) -> Screen:
    """It is in the ticket now."""
    return Screen(texts.html("kept-added", number=str(ticket_id)), [[go(texts, "tickets")], home(texts)])
