"""What agents do with a ticket, by command and by the card's buttons."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from aiogram import Bot, F, Router
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, Message
from dishka.integrations.aiogram import FromDishka, inject
from sqlmodel import Session

from bot import clock
from bot.handlers.agents.answer import answer
from bot.handlers.agents.filters import ticket_of
from bot.handlers.agents.identify import agent_of
from bot.handlers.agents.withhold import Withhold
from bot.screens.callbacks import DeskAction
from bot.screens.screen import Toast
from bot.storage.database import Database
from bot.storage.once import Once
from bot.telegram.members import Members
from bot.texts import Texts
from bot.tickets.agent import Agent
from bot.tickets.claim import Claimed, claim
from bot.tickets.kinds import show_card_anew
from bot.tickets.resolve import reopen_by_agent, resolve

Act = Callable[[Session, int, Agent, datetime], Any]
ACTS: dict[str, Act] = {"claim": claim, "resolve": resolve, "reopen": reopen_by_agent}

router = Router(name="agents' commands")
router.message.middleware(Withhold())


@router.message(Command(*ACTS))
@inject
async def act(
    message: Message,
    command: CommandObject,
    texts: Texts,
    once: FromDishka[Once],
    database: FromDishka[Database],
    members: FromDishka[Members],
) -> None:
    """`/claim`, `/resolve`, `/reopen` in a ticket's topic, in reply to its messages, or with its number."""
    agent = await agent_of(message, members)
    ticket_id = _number(command) or await ticket_of(message, database)
    if ticket_id is None:
        await answer(message, texts.html("desk-which-ticket", command=command.command))
        return
    done = await once(ACTS[command.command], ticket_id, agent, clock.now())
    await answer(message, texts.html(_done(command.command, done), number=str(ticket_id), agent=agent.name), ticket_id)


@router.message(Command("card"))
@inject
async def card(
    message: Message,
    command: CommandObject,
    texts: Texts,
    once: FromDishka[Once],
    database: FromDishka[Database],
    members: FromDishka[Members],
) -> None:
    """The card once more, as the ticket is now."""
    await agent_of(message, members)
    ticket_id = _number(command) or await ticket_of(message, database)
    if ticket_id is None:
        await answer(message, texts.html("desk-which-ticket", command=command.command))
        return
    await once(show_card_anew, ticket_id, clock.now())


@router.message(Command("note"))
@router.message(F.text.startswith("//"))
@router.message(F.caption.startswith(("//", "/note")))
async def note(_: Message) -> None:
    """Agents among themselves: it stays in the group."""


@router.message(F.text.startswith("/"))
@router.message(F.caption.startswith("/"))
@inject
async def unknown(message: Message, bot: Bot, texts: Texts, members: FromDishka[Members]) -> None:
    """A command that doesn't exist is no message to a subscriber; one for another bot isn't ours to answer."""
    await agent_of(message, members)
    addressee = (message.text or message.caption or "").split()[0].partition("@")[2]
    if addressee.lower() in ("", str((await bot.me()).username).lower()):
        await answer(message, texts.html("desk-unknown-command"))


@router.callback_query(DeskAction.filter())
@inject
async def press(
    callback: CallbackQuery,
    callback_data: DeskAction,
    texts: Texts,
    once: FromDishka[Once],
    members: FromDishka[Members],
) -> Toast:
    """The card's buttons do the same; the card itself follows."""
    agent = await agent_of(callback, members)
    action = ACTS.get(callback_data.what)
    if action is None:
        return Toast(texts.plain("desk-button-unknown"))
    done = await once(action, callback_data.ticket_id, agent, clock.now())
    key = _done(callback_data.what, done)
    return Toast(texts.plain(key, number=str(callback_data.ticket_id), agent=agent.name))


@router.callback_query()
async def press_unknown(_: CallbackQuery, texts: Texts) -> Toast:
    """A button that nobody knows any more, or never did."""
    return Toast(texts.plain("desk-button-unknown"))


def _done(what: str, done: Any) -> str:
    """The text that says what came of an act."""
    return "desk-claimed-already" if isinstance(done, Claimed) and done.again else f"desk-done-{what}"


def _number(command: CommandObject) -> int | None:
    digits = (command.args or "").strip().lstrip("№#")
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < MOST_DIGITS else None


MOST_DIGITS = 100
"""More than any ticket's number, and few enough for Python to read."""
