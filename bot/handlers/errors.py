"""The one place where a refusal becomes a sentence."""

from aiogram.types import CallbackQuery, Message, Update

from bot.account.look import AccountGone, ContractNotYours, NotLinked
from bot.billing.port import NoFigures
from bot.conversation.keep import KeptGone
from bot.errors import Refusal
from bot.screens.buttons import go, home
from bot.screens.screen import Rows, Screen, Toast, acknowledge, say
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
    AgentUnnamed: "refused-anonymous",
    NotAnAgent: "refused-not-agent",
}


async def explain_refusal(update: Update, refusal: Refusal, texts: Texts) -> None:
    """Answers a button with a box, anything else with a message and a way on."""
    sentence = sentence_for(refusal, texts)
    event = update.event
    if isinstance(event, CallbackQuery):
        await acknowledge(event, Toast(sentence, alert=True))
    elif isinstance(event, Message):
        await say(
            event,
            Screen(
                texts.html(_SENTENCES[type(refusal)], **_facts(refusal)),
                _way_on(texts, refusal) if event.chat.type == "private" else None,
            ),
        )


def sentence_for(refusal: Refusal, texts: Texts) -> str:
    """The sentence without markup."""
    return texts.plain(_SENTENCES[type(refusal)], **_facts(refusal))


def _facts(refusal: Refusal) -> dict[str, Fact]:
    return {
        name.replace("_id", ""): str(getattr(refusal, name)) for name in ("ticket_id", "by") if hasattr(refusal, name)
    }


def _way_on(texts: Texts, refusal: Refusal) -> Rows:
    first = {NotLinked: "login", PhoneUnknown: "ticket", AccountGone: "ticket", TicketNotFound: "tickets"}
    to = first.get(type(refusal))
    return [[go(texts, to)], home(texts)] if to else [home(texts)]
