"""What the page and outside drivers may ask for, as pydantic models."""

from typing import Any

from pydantic import BaseModel, ConfigDict

from bot.playground.faults import Drop


class Input(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Nothing(Input):
    pass


class Where(Input):
    """Without `chat_id`: the private chat with the bot."""

    chat_id: int | None = None
    thread: int | None = None
    reply_to: int | None = None
    anonymous: bool = False


class Write(Where):
    text: str


class Contact(Where):
    """Without `phone`: the own one."""

    phone: str | None = None
    first_name: str = "Контакт"
    user_id: int | None = None


class Location(Where):
    latitude: float = 55.751244
    longitude: float = 37.618423


class Tap(Input):
    text: str


class OnMessage(Input):
    message_id: int
    chat_id: int | None = None


class Press(OnMessage):
    """`data` is sent as it is; `button` is found by its text."""

    data: str | None = None
    button: str | None = None
    timeout: float = 5.0


class Edit(OnMessage):
    text: str


class React(OnMessage):
    emoji: str | None = None


class Block(Input):
    blocked: bool = True


class Inline(Input):
    query: str
    offset: str = ""


class Choose(Where):
    result: dict[str, Any]
    query: str = ""


class Poke(Input):
    """A topic to be opened (`name` without `thread`), renamed, closed, reopened or deleted."""

    thread: int | None = None
    name: str | None = None
    closed: bool | None = None
    deleted: bool = False


class NewPerson(Input):
    id: int
    first_name: str
    last_name: str | None = None
    username: str | None = None
    language: str | None = "ru"
    phone: str | None = None
    role: str | None = None


class NewGroup(Input):
    id: int
    title: str
    forum: bool = False
    members: list[int] = []
    admins: list[int] = []
    bot: str = "administrator"
    rights: dict[str, bool] | None = None
    username: str | None = None


class NewFault(Input):
    method: str | None = None
    chat_id: int | None = None
    times: int | None = None
    status: int | None = None
    retry_after: int = 1
    description: str | None = None
    delay: float = 0.0
    drop: Drop | None = None


class Advance(Input):
    seconds: float
