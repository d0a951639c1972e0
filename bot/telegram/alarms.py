"""What the bot itself has to tell: an apology where a message failed, an alert to the admins."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from bot.storage.outbox import DESK, OutboxRows, private

APOLOGY = "apology"
ALERT = "alert"


@dataclass(frozen=True, slots=True)
class Origin:
    """The chat, and the topic in it, where a message came from."""

    chat_id: int
    thread_id: int | None


class Alarms:
    """Knows whom to tell."""

    def __init__(self, admin_ids: Collection[int]) -> None:
        self._admin_ids = admin_ids

    def set_aside(self, session: Session, update_id: int, origin: Origin | None, now: datetime) -> None:
        """An update could not be handled: whoever sent it is told, and so are the admins."""
        if origin is not None:
            lane = private(origin.chat_id) if origin.chat_id > 0 else DESK
            conversation = lane if origin.thread_id is None else f"chat:{origin.chat_id}:{origin.thread_id}"
            facts = {"chat_id": origin.chat_id, "thread_id": origin.thread_id}
            OutboxRows(session).add(APOLOGY, facts, conversation=conversation, lane=lane, now=now)
        self.alert(session, "set-aside", {"update": str(update_id)}, now)

    def alert(self, session: Session, what: str, facts: dict[str, str], now: datetime) -> None:
        """Tells every admin something of the installation; one alert of a kind waits at a time.

        `what` names a text `alert-<what>`; `facts` are its variables.
        """
        outbox = OutboxRows(session)
        for admin_id in self._admin_ids:
            conversation = f"alert:{admin_id}:{what}"
            if outbox.waiting(ALERT, conversation) is None:
                row = {"chat_id": admin_id, "what": what, "facts": facts}
                outbox.add(ALERT, row, conversation=conversation, lane=private(admin_id), now=now)
