"""The values of an account that an answer may speak of, as its reader's language writes them."""

from datetime import date
from decimal import Decimal

from bot.account.figures import to_pay, will_be_charged
from bot.account.look import Seen
from bot.faq.catalogue.values import Values
from bot.texts import Texts
from bot.texts.format import day, money


def values_of(seen: Seen, texts: Texts, today: date) -> Values:
    """What billing says now; of figures from before only what doesn't change by itself."""
    account = seen.account

    def amount(value: Decimal) -> str:
        return money(value, account.currency, texts.language)

    known = {"contract": account.contract, "name": account.name, "address": account.address, "tariff": account.tariff}
    if seen.as_of is None:
        known |= {
            "balance": amount(account.balance),
            "to_pay": amount(to_pay(account)),
            "fee": amount(account.monthly_fee),
            "speed": texts.plain("answer-speed", speed=account.speed) if account.speed is not None else "",
            "services": ", ".join(account.services),
            "credit": amount(account.credit) if account.credit else "",
        }
        if account.next_charge is not None and will_be_charged(account):
            known["next_charge"] = day(account.next_charge, texts.language, today)
    return {name: value for name, value in known.items() if value}
