"""Everything that Telegram's servers know: the bot, people, chats, files, and what waits for an answer."""

import secrets
import time
from dataclasses import dataclass, field

from bot.playground.bus import Bus
from bot.playground.chats import PRIVATE, Chat, Json
from bot.playground.errors import ApiError, bad_request, forbidden
from bot.playground.faults import Faults
from bot.playground.flood import Flood
from bot.playground.journal import Journal
from bot.playground.media import Files
from bot.playground.members import PRESENT
from bot.playground.updates import Updates
from bot.playground.webhook import Webhook

ANONYMOUS: Json = {"id": 1087968824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}
TELEGRAM: Json = {"id": 777000, "is_bot": False, "first_name": "Telegram"}


@dataclass
class Query:
    """A question of Telegram to the bot: a pressed button, an inline query, a payment before it is made."""

    id: str
    kind: str
    asked: float
    user_id: int
    message: tuple[int, int] | None = None  # chat and message
    answer: Json | None = None


@dataclass
class World:
    """One Telegram with one bot in it. Time can be moved on with `shift` (seconds)."""

    token: str
    me: Json
    shift: float = 0.0
    query_seconds: float = 60.0  # how long a button waits for its answer
    updates: Updates = field(init=False)
    flood: Flood = field(init=False)
    users: dict[int, Json] = field(default_factory=dict)
    phones: dict[int, str] = field(default_factory=dict)
    chats: dict[int, Chat] = field(default_factory=dict)
    queries: dict[str, Query] = field(default_factory=dict)
    files: Files = field(default_factory=Files)
    bus: Bus = field(default_factory=Bus)
    faults: Faults = field(default_factory=Faults)
    journal: Journal = field(default_factory=Journal)
    payloads: dict[tuple[int, int], str] = field(default_factory=dict)  # of invoices, by message
    profile: Json = field(default_factory=dict)  # commands, descriptions, menu buttons as the bot set them
    webhook: Webhook = field(init=False)

    def __post_init__(self) -> None:
        self.updates = Updates(self.now)
        self.flood = Flood(self.now)
        self.webhook = Webhook(self.updates)
        self.users[self.me["id"]] = self.me

    def now(self) -> float:
        return time.time() + self.shift

    def date(self) -> int:
        return int(self.now())

    @property
    def bot_id(self) -> int:
        return int(self.me["id"])

    def me_as_sender(self) -> Json:
        """Give the bot as the sender of a message: without what only getMe tells."""
        return {key: self.me[key] for key in ("id", "is_bot", "first_name", "username")}

    def add_person(self, user: Json) -> Chat:
        """Register a person and the private chat with the bot, not yet started."""
        self.users[user["id"]] = user
        names: Json = {key: user[key] for key in ("first_name", "last_name", "username") if key in user}
        chat = self.chats.setdefault(user["id"], Chat(user["id"], PRIVATE, names))
        chat.names = names
        return chat

    def find_chat(self, chat_id: int | str | None) -> Chat:
        """Find a chat by id or @username, as far as the bot may know of it."""
        if chat_id in (None, ""):
            raise bad_request("chat_id is empty")
        text = str(chat_id)
        if text.startswith("@"):
            return self._by_username(text[1:])
        chat = self.chats.get(int(text)) if text.lstrip("-").isdigit() else None
        if chat is None:
            raise bad_request("chat not found")
        return chat

    def _by_username(self, username: str) -> Chat:
        for chat in self.chats.values():
            if not chat.is_private and str(chat.names.get("username", "")).lower() == username.lower():
                return chat
        raise bad_request("chat not found")

    def writable(self, chat_id: int | str | None) -> Chat:
        """Find a chat where the bot may write now."""
        chat = self.find_chat(chat_id)
        if chat.migrated_to:
            raise bad_request("group chat was upgraded to a supergroup chat", migrate_to_chat_id=chat.migrated_to)
        if refusal := self._shut(chat):
            raise refusal
        return chat

    def _shut(self, chat: Chat) -> ApiError | None:
        if chat.is_private:
            if chat.deactivated:
                return forbidden("user is deactivated")
            if not chat.started:
                return forbidden("bot can't initiate conversation with a user")
            return forbidden("bot was blocked by the user") if chat.blocked else None
        status = chat.status_of(self.bot_id)
        if status == "kicked":
            return forbidden(f"bot was kicked from the {chat.kind} chat")
        return None if status in PRESENT else forbidden(f"bot is not a member of the {chat.kind} chat")

    def may(self, chat: Chat, right: str) -> bool:
        return chat.has_right(self.bot_id, right)

    def ask(self, kind: str, user_id: int, message: tuple[int, int] | None = None) -> Query:
        """Open a query for the bot to answer."""
        query = Query(str(secrets.randbits(63)), kind, self.now(), user_id, message)
        self.queries[query.id] = query
        return query
