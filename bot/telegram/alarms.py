"""What the bot itself has to tell: an apology where a message failed, an alert to the admins."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlmodel import Session

from bot.storage.outbox import DESK, OutboxRows, private

APOLOGY = "apology"
ALERT = "alert"


@dataclass(frozen=True, slots=True)
class Origin:
    """The chat, and the topic in it, where a message came from."""

    chat_id: int
    thread_id: int | None


def set_aside(session: Session, update_id: int, origin: Origin | None, now: datetime) -> None:
    """An update could not be handled: whoever sent it is told, and so are the admins."""
    if origin is not None:
        lane = private(origin.chat_id) if origin.chat_id > 0 else DESK
        conversation = lane if origin.thread_id is None else f"chat:{origin.chat_id}:{origin.thread_id}"
        facts = {"chat_id": origin.chat_id, "thread_id": origin.thread_id}
        OutboxRows(session).add(APOLOGY, facts, conversation=conversation, lane=lane, now=now)
    alert(session, "set-aside", {"update": str(update_id)}, now)


def alert(session: Session, what: str, facts: dict[str, Any], now: datetime) -> None:
    """Tells every admin something of the installation; one alert of a kind waits at a time.

    `what` names a text `alert-<what>`; `facts` are its variables.
    """
    outbox = OutboxRows(session)
    conversation = f"alert:{what}"
    if outbox.waiting(ALERT, conversation) is None:
        outbox.add(ALERT, {"what": what, "facts": facts}, conversation=conversation, lane=conversation, now=now)
