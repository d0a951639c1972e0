"""The screens that a command and a button open alike."""

from zoneinfo import ZoneInfo

from bot import clock
from bot.account.look import Accounts, Seen
from bot.faq.library import Library
from bot.handlers.caller import Caller
from bot.screens import account, faq, home, settings, tickets
from bot.screens.callbacks import key_of
from bot.screens.screen import Screen
from bot.storage.database import Database
from bot.storage.tickets import Tickets
from bot.telegram.handling import Handling
from bot.texts import Texts

ALIASES = {"services": "tariff"}
"""Services stand beside the tariff they belong to."""
LISTED = 10


class Menu:
    """Makes the screen behind a name, for one caller."""

    def __init__(
        self,
        caller: Caller,
        texts: Texts,
        handling: Handling,
        database: Database,
        accounts: Accounts,
        library: Library,
        zone: ZoneInfo,
    ) -> None:
        self._caller = caller
        self._texts = texts
        self._handling = handling
        self._database = database
        self._accounts = accounts
        self._library = library
        self._zone = zone

    async def screen(self, name: str) -> Screen:
        """The screen behind a command or a button; the first one for a name from another time.

        Raises `NotLinked` and what looking at an account raises.
        """
        name = ALIASES.get(name, name)
        if name in {"balance", "tariff", "pay"}:
            return await self.account(name, "")
        if name == "tickets":
            return await self.tickets()
        if name == "faq":
            return faq.categories(self._texts, self._library.book.catalogue)
        if name == "help":
            return home.help_screen(self._texts)
        if name == "settings":
            return self.settings()
        return self.home()

    def home(self, *, draft: bool = False) -> Screen:
        """The first screen."""
        conversation = self._handling.visit.conversation
        return home.welcome(
            self._texts,
            self._caller.name,
            linked=bool(self._handling.visit.contracts),
            draft=draft,
            ticket_id=conversation.ticket_id if conversation else None,
        )

    def settings(self) -> Screen:
        """What the person can choose."""
        person = self._handling.visit.person
        linked = bool(self._handling.visit.contracts)
        return settings.settings(self._texts, reminders=person is None or person.reminders, linked=linked)

    async def account(self, what: str, key: str) -> Screen:
        """An account by its contract's key, or the choice of one where there are several.

        Raises what `Accounts` raises.
        """
        several = len(self._handling.visit.contracts) > 1
        if not key and several:
            seen = await self._accounts.of_chat(self._caller.chat_id)
            return account.choose_contract(self._texts, seen, what)
        one = await self._one(key)
        show = {"tariff": account.tariff, "pay": account.pay}.get(what, account.balance)
        today = clock.now().astimezone(self._zone).date()
        return show(self._texts, one, self._zone, today, several=several)

    async def tickets(self) -> Screen:
        """The caller's tickets."""
        found = await self._database.read(lambda session: Tickets(session).of_chat(self._caller.chat_id, LISTED))
        conversation = self._handling.visit.conversation
        today = clock.now().astimezone(self._zone).date()
        current = conversation.ticket_id if conversation else None
        return tickets.listing(self._texts, found, self._zone, today, current)

    async def _one(self, key: str) -> Seen:
        if key:
            contract = next((one for one in self._handling.visit.contracts if key_of(one) == key), "")
            return await self._accounts.one_of_chat(self._caller.chat_id, contract)
        return (await self._accounts.of_chat(self._caller.chat_id))[0]
