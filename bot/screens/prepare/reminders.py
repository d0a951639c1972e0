"""Payment reminders: looked at again just before they leave."""

from datetime import date
from zoneinfo import ZoneInfo

from aiogram.methods import SendMessage
from aiogram.types import InlineKeyboardMarkup
from sqlmodel import Session

from bot import clock
from bot.account.figures import to_pay
from bot.billing.port import Account, Billing
from bot.notices.notices_file import NoticesFile, Step
from bot.notices.plan import Reminder, reason_to_skip
from bot.screens.buttons import button, go
from bot.screens.callbacks import SetReminders
from bot.screens.faq import AVAILABLE
from bot.screens.prepare.readers import Readers
from bot.storage.database import Database
from bot.storage.people import Links, People
from bot.storage.tables import Outbox
from bot.telegram.parcel import Parcel, Skip
from bot.telegram.rebuild import Place
from bot.texts import Html, Texts
from bot.texts.format import day, money


class ReminderRows:
    """Asks billing and the person's wishes once more."""

    def __init__(
        self, database: Database, billing: Billing, notices: NoticesFile, readers: Readers, zone: ZoneInfo
    ) -> None:
        self._database = database
        self._billing = billing
        self._notices = notices
        self._readers = readers
        self._zone = zone

    async def payment(self, row: Outbox, place: Place) -> Parcel | Skip:
        """Sum, date, how to pay, and a button to be left alone. Raises `BillingUnavailable`: then it waits."""
        facts = row.facts
        reminder = Reminder(facts["chat_id"], facts["contract"], facts["days"], date.fromisoformat(facts["charge_on"]))
        unwanted = await self._database.read(lambda session: _unwanted(session, reminder))
        if unwanted is not None:
            return Skip(unwanted)
        account = next(iter(await self._billing.accounts([reminder.contract])), None)
        today = clock.now().astimezone(self._zone).date()
        reason = reason_to_skip(reminder, account, today)
        if reason is not None or account is None:
            return Skip(reason or "no account")
        texts = await self._readers.of(place.chat_id)
        step = self._notices.step(reminder.days)
        text = _wording(step, account, today, texts)
        return Parcel(SendMessage(text=text, reply_markup=_buttons(step, texts), **place.parameters()))


def _unwanted(session: Session, reminder: Reminder) -> str | None:
    """Why the person isn't to be reminded, if so."""
    person = People(session).of(reminder.chat_id)
    if person is not None and person.blocked_at is not None:
        return "blocked"
    if person is not None and not person.reminders:
        return "switched off"
    if reminder.contract not in Links(session).contracts_of(reminder.chat_id):
        return "unlinked"
    return None


def _wording(step: Step, account: Account, today: date, texts: Texts) -> Html:
    text = step.text.get(texts.language) or next(iter(step.text.values()))
    return texts.filled(
        text,
        sum=money(to_pay(account), account.currency, texts.language),
        date=day(account.next_charge or today, texts.language, today),
        contract=account.contract,
        name=account.name,
    )


def _buttons(step: Step, texts: Texts) -> InlineKeyboardMarkup:
    rows = [[go(texts, name)] for name in step.buttons if name in AVAILABLE]
    if "stop" in step.buttons:
        rows.append([button(texts.plain("reminders-stop"), SetReminders(on=False))])
    return InlineKeyboardMarkup(inline_keyboard=rows)
