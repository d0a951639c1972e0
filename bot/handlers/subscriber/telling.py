"""What an entry answers to the caller; billing is asked only where the answer depends on it."""

from datetime import date
from zoneinfo import ZoneInfo

from bot import clock
from bot.account.look import Accounts, Seen
from bot.billing.port import AccountStatus
from bot.errors import Refusal
from bot.faq.catalogue.entry import Entry
from bot.faq.catalogue.telling import Reader, Told, is_personal, tariff_key, tell
from bot.handlers.caller import Caller
from bot.screens.values import values_of
from bot.telegram.handling import Handling
from bot.texts import Texts


class Telling:
    """Tells entries to one caller."""

    def __init__(self, caller: Caller, texts: Texts, handling: Handling, accounts: Accounts, zone: ZoneInfo) -> None:
        self._caller = caller
        self._texts = texts
        self._linked = bool(handling.visit.contracts)
        self._accounts = accounts
        self._zone = zone

    async def told(self, entry: Entry) -> Told:
        """The answer for the caller in a private chat."""
        today = clock.now().astimezone(self._zone).date()
        seen = await self._seen() if self._linked and is_personal(entry) else []
        return tell(entry, self._reader(today, seen))

    def _reader(self, today: date, seen: list[Seen]) -> Reader:
        tariffs = (one.account.tariff for one in seen if one.account.status is not AccountStatus.CLOSED)
        return Reader(
            self._texts.language,
            today,
            linked=self._linked,
            tariffs=frozenset(map(tariff_key, tariffs)),
            contracts=tuple(values_of(one, self._texts, today) for one in seen),
        )

    async def _seen(self) -> list[Seen]:
        """What can be known of the caller's contracts now; an answer is given without it, too."""
        try:
            return await self._accounts.of_chat(self._caller.chat_id)
        except Refusal:
            return []
