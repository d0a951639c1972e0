"""The one place where a refusal becomes a sentence."""

from aiogram.types import CallbackQuery, Chat, InaccessibleMessage, Message, Update

from bot.account.look import AccountGone, ContractNotYours, NotLinked
from bot.billing.port import NoFigures
from bot.conversation.keep import KeptGone
from bot.errors import Refusal
from bot.faq.catalogue.edit import EntryExists, NoSuchEntry, NotEditable
from bot.faq.rights import NotAdmin
from bot.faq.versions.publish import DraftGone, OutOfDate
from bot.screens.buttons import go, home
from bot.screens.screen import Rows, Screen, Toast, acknowledge, say, show
from bot.subscribers.sign_in import NotOwnContact, PhoneUnknown
from bot.texts import Fact, Texts
from bot.tickets.errors import (
    AgentUnnamed,
    NotAnAgent,
    TicketAlreadyClaimed,
    TicketAlreadySolved,
    TicketNotFound,
    TicketNotSolved,
)
from bot.tickets.remove import NothingToRemove, NotYourMessage, TooLateToRemove
from bot.tickets.suggest import NobodyDecides, NothingToSuggest, SuggestionGone
from bot.tickets.undelivered import NothingToSendAgain, StillBlocked

_SENTENCES: dict[type[Refusal], str] = {
    NotLinked: "refused-not-linked",
    ContractNotYours: "refused-contract",
    AccountGone: "refused-account-gone",
    NotOwnContact: "refused-not-own-contact",
    NoFigures: "refused-billing-away",
    PhoneUnknown: "refused-phone-unknown",
    KeptGone: "refused-kept-gone",
    TicketNotFound: "refused-ticket-not-found",
    TicketAlreadyClaimed: "refused-already-claimed",
    TicketAlreadySolved: "refused-already-solved",
    TicketNotSolved: "refused-not-solved",
    NotAdmin: "refused-not-admin",
    DraftGone: "refused-draft-gone",
    OutOfDate: "refused-draft-stale",
    NoSuchEntry: "refused-no-entry",
    EntryExists: "refused-entry-exists",
    NotEditable: "refused-not-editable",
    AgentUnnamed: "refused-anonymous",
    NotAnAgent: "refused-not-agent",
    NothingToRemove: "refused-nothing-to-remove",
    NotYourMessage: "refused-not-your-message",
    TooLateToRemove: "refused-too-late-to-remove",
    NothingToSuggest: "refused-nothing-to-suggest",
    NothingToSendAgain: "refused-nothing-to-send-again",
    StillBlocked: "refused-still-blocked",
    NobodyDecides: "refused-nobody-decides",
    SuggestionGone: "refused-suggestion-gone",
}


_WAY_ON: dict[type[Refusal], str] = {
    NotLinked: "login",
    AccountGone: "ticket",
    NoFigures: "ticket",
    PhoneUnknown: "ticket",
    TicketNotFound: "tickets",
}


async def explain_refusal(update: Update, refusal: Refusal, texts: Texts) -> None:
    """Says it with a way on; in the group a button answers with a box that its presser alone sees."""
    event = update.event
    screen = Screen(texts.html(_SENTENCES[type(refusal)], **_facts(refusal)), _way_on(texts, refusal))
    match event:
        case CallbackQuery(message=Message(chat=Chat(type="private")) | InaccessibleMessage(chat=Chat(type="private"))):
            await show(event, screen)
            await acknowledge(event)
        case CallbackQuery():
            await acknowledge(event, Toast(sentence_for(refusal, texts), alert=True))
        case Message(chat=Chat(type="private")):
            await say(event, screen)
        case Message():
            await say(event, Screen(screen.text))


def sentence_for(refusal: Refusal, texts: Texts) -> str:
    """The sentence without markup."""
    return texts.plain(_SENTENCES[type(refusal)], **_facts(refusal))


def _facts(refusal: Refusal) -> dict[str, Fact]:
    names = ("ticket_id", "entry_id", "current", "by")
    return {name.replace("_id", ""): str(getattr(refusal, name)) for name in names if hasattr(refusal, name)}


def _way_on(texts: Texts, refusal: Refusal) -> Rows:
    to = _WAY_ON.get(type(refusal))
    return [[go(texts, to)], home(texts)] if to else [home(texts)]
