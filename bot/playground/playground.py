"""The playground itself: a Telegram of one's own, to be opened in a test or at a shell."""

from collections.abc import Iterable, Mapping
from types import TracebackType
from typing import Any, Self

from aiohttp import web

import bot.playground.api  # noqa: F401 - registers all methods
from bot.playground.actor import Actor
from bot.playground.chats import GROUP, SUPERGROUP, Chat, Json
from bot.playground.faults import Faults
from bot.playground.group import Group
from bot.playground.journal import Call
from bot.playground.members import member
from bot.playground.people import Person
from bot.playground.play.routes import play_routes
from bot.playground.rooms import Room
from bot.playground.server import LARGEST_REQUEST, BotApi
from bot.playground.world import World

FIRST_SUPERGROUP = -1_000_000_000_000  # ids of supergroups are below, https://core.telegram.org/api/bots/ids


class Playground:
    """A local Telegram Bot API server with people to play; see the package's docstring."""

    def __init__(
        self,
        token: str = "1000:TEST",  # noqa: S107 - nobody's secret
        host: str = "127.0.0.1",
        port: int = 0,
        *,
        username: str = "biletik_bot",
        name: str = "Билетик",
        reads_all: bool = False,
        inline: bool = True,
    ) -> None:
        """`port` 0 takes a free one. `reads_all`: the bot's privacy mode is off. `inline`: its inline mode is on."""
        bot = _bot(_bot_id(token), username, name)
        bot |= {"can_read_all_group_messages": reads_all, "supports_inline_queries": inline}
        self.world = World(token, bot)
        self.host = host
        self.port = port
        self.people: dict[int, Person] = {}
        self._runner: web.AppRunner | None = None

    @property
    def url(self) -> str:
        """The address to give to a bot: the part before `/bot<token>`."""
        return f"http://{self.host}:{self.port}"

    @property
    def token(self) -> str:
        return self.world.token

    @property
    def faults(self) -> Faults:
        return self.world.faults

    def calls(self, method: str | None = None, chat_id: int | None = None) -> list[Call]:
        """The journal: every call in order; without `method`, all but getUpdates."""
        return self.world.journal.calls(method, chat_id)

    def flood_limits(self, *, on: bool) -> None:
        """Switch Telegram's limits on sending on or off."""
        self.world.flood.on = on

    def advance(self, seconds: float) -> None:
        """Let time go by for Telegram (not for the bot)."""
        self.world.shift += seconds

    def inject(self, update: Json) -> int:
        """Give the bot any update, even a malformed one; its id is added if it has none."""
        return self.world.updates.put_raw(update)

    def person(
        self,
        user_id: int,
        first_name: str,
        *,
        last_name: str | None = None,
        username: str | None = None,
        language: str | None = "ru",
        phone: str | None = None,
        role: str | None = None,
    ) -> Person:
        """Make a person whom the bot doesn't know yet. `role` is only a label on the page."""
        user: Json = {"id": user_id, "is_bot": False, "first_name": first_name}
        optional = {"last_name": last_name, "username": username, "language_code": language}
        user |= {key: value for key, value in optional.items() if value is not None}
        self.people[user_id] = person = Person(self.world, user, phone, role)
        self.world.bus.publish("cast")
        return person

    def group(
        self,
        group_id: int,
        title: str,
        *,
        forum: bool = False,
        members: Iterable[Actor] = (),
        admins: Iterable[Actor] = (),
        bot: str = "administrator",
        rights: Mapping[str, bool] | None = None,
        username: str | None = None,
    ) -> Group:
        """Make a group; an id of -100… is a supergroup, a short one a plain group. Nobody is told of it.

        `bot`: "administrator" (with `rights`, or nearly all), "member", "left" or "kicked".
        """
        kind = SUPERGROUP if forum or username or group_id < FIRST_SUPERGROUP else GROUP
        names = {"title": title} | ({"username": username} if username else {})
        chat = self.world.chats[group_id] = Chat(group_id, kind, names, is_forum=forum)
        chat.last_id = 1  # a group's first message says that it was made, and is its General topic
        chat.members[self.world.bot_id] = member(self.world.me_as_sender(), bot, rights)
        chat.members |= {person.id: member(person.user, "member") for person in members}
        chat.members |= {person.id: member(person.user, "administrator") for person in admins}
        self.world.bus.publish("cast")
        return Group(self.world, chat)

    def room(self, chat_id: int) -> Room:
        """Find the private chat or the group with this id; KeyError if there is none."""
        person = self.people.get(chat_id)
        return person.chat if person else Group(self.world, self.world.chats[chat_id])

    async def start(self) -> None:
        app = web.Application(client_max_size=LARGEST_REQUEST)
        app.add_routes([*BotApi(self.world).routes(), *play_routes(self)])
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.2)
        await self._runner.setup()
        await web.TCPSite(self._runner, self.host, self.port).start()
        address: Any = self._runner.addresses[0]
        self.port = address[1]

    async def stop(self) -> None:
        self.world.bus.close()
        self.world.updates.end_poll(None)
        await self.world.webhook.stop()
        if self._runner:
            await self._runner.cleanup()

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.stop()


def _bot_id(token: str) -> int:
    number, _, secret = token.partition(":")
    if not number.isdigit() or not secret:
        raise ValueError(f"a token looks like 1000:SECRET, this one doesn't: {token!r}")
    return int(number)


def _bot(bot_id: int, username: str, name: str) -> Json:
    """Make the bot's User with what only getMe tells."""
    return {
        "id": bot_id,
        "is_bot": True,
        "first_name": name,
        "username": username,
        "can_join_groups": True,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }
