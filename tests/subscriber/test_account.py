"""Balance, tariff and payment, with billing at hand and away."""

import asyncio
from collections.abc import Sequence

import pytest
from dishka import Provider, Scope, provide
from sqlmodel import Session

from bot import clock
from bot.account import look
from bot.billing.embedded import EmbeddedBilling
from bot.billing.port import Account, Billing, BillingUnavailable
from bot.storage.database import Database
from bot.storage.people import Links
from bot.storage.tables import BillingAccount
from tests.conftest import FrontDesk
from tests.subscriber.steps import labels, log_in


class Mood:
    """How billing is today: `away` refuses, `slow` never answers."""

    def __init__(self) -> None:
        self.now = "well"


class MoodyBilling(EmbeddedBilling):
    def __init__(self, database: Database, mood: Mood) -> None:
        super().__init__(database)
        self._mood = mood

    async def accounts(self, contracts: Sequence[str]) -> Sequence[Account]:
        if self._mood.now == "away":
            raise BillingUnavailable
        if self._mood.now == "slow":
            await asyncio.Event().wait()
        return await super().accounts(contracts)


class WithMood(Provider):
    def __init__(self, mood: Mood) -> None:
        super().__init__()
        self._mood = mood

    @provide(scope=Scope.APP, override=True)
    def billing(self, database: Database) -> Billing:
        return MoodyBilling(database, self._mood)


async def change(desk: FrontDesk, contract: str, **values: object) -> None:
    """Changes what billing says of a contract."""

    def step(session: Session) -> None:
        row = session.get_one(BillingAccount, contract)
        for name, value in values.items():
            setattr(row, name, value)

    await desk.database.write(step)


async def test_balance_shows_sum_status_credit_next_charge_and_what_to_pay(desk: FrontDesk) -> None:
    await log_in(desk.anna)
    await desk.anna.write("/balance")
    shown = await desk.anna.expect("На счету")
    assert shown.text.split("\n") == [
        "Договор 700101, Тверь, ул. Мира, 1, кв. 5",
        "На счету: 120,50\xa0₽",
        "Статус: работает",
        "Кредит: 300\xa0₽ (на столько можно уйти в минус)",
        "Следующее списание: 15 января 2030, 500\xa0₽",
        "К оплате до 15 января 2030: 379,50\xa0₽",
    ]
    assert labels(shown) == ["Оплатить", "Тариф", "‹ В начало"]


async def test_tariff_shows_name_fee_speed_and_services(desk: FrontDesk) -> None:
    await log_in(desk.anna)
    for command in ("/tariff", "/services"):
        await desk.anna.write(command)
        shown = await desk.anna.expect("Домашний 100")
        assert shown.text.split("\n")[1:] == [
            "Тариф: Домашний 100",
            "Плата: 500\xa0₽ в месяц",
            "Скорость: до 100 Мбит/с",
            "Услуги: Антивирус, Статический IP",
        ]


async def test_pay_shows_how_much_and_by_which_number(desk: FrontDesk) -> None:
    await log_in(desk.anna)
    await desk.anna.write("/pay")
    shown = await desk.anna.expect("Как заплатить")
    assert "379,50\xa0₽" in shown.text
    assert "<code>700101</code>" in shown.html


async def test_one_of_several_contracts_is_chosen_first(desk: FrontDesk) -> None:
    await log_in(desk.boris)
    await desk.boris.write("/balance")
    choice = await desk.boris.expect("Какой договор?")
    assert labels(choice) == ["700102 · Тверь, ул. Мира, 2", "700103 · д. Заречье, 7", "‹ В начало"]
    await desk.boris.press(choice, "700102")
    shown = await desk.boris.expect("На счету")
    assert "Статус: отключён из-за долга" in shown.text
    assert "К оплате сейчас: 440\xa0₽" in shown.text
    await desk.boris.press(shown, "Другой договор")
    await desk.boris.press(await desk.boris.expect("Какой договор?"), "700103")
    assert "Платить сейчас не нужно" in (await desk.boris.expect("На счету")).text


async def test_another_persons_contract_in_a_button_shows_nothing(desk: FrontDesk) -> None:
    home, contracts = desk.anna.chat.messages[-1], await log_in(desk.anna)
    for screen, contract in ((home, "700102"), (contracts, "no-such")):
        await desk.anna.press_data(screen, f"ac:balance:{contract}")
        refusal = await desk.anna.expect("не привязан к вашему чату")
        assert labels(refusal) == ["‹ В начало"]


async def test_whoever_is_not_signed_in_is_asked_to(desk: FrontDesk) -> None:
    for command in ("/balance", "/tariff", "/pay", "/services"):
        await desk.anna.write(command)
        assert labels(await desk.anna.expect("Войдите по номеру телефона")) == [
            "Войти по номеру телефона",
            "‹ В начало",
        ]
    refusal = desk.anna.chat.messages[-1]
    await desk.anna.press(refusal, "Войти")
    await desk.anna.expect("Поделиться номером")


async def test_a_button_that_needs_a_sign_in_offers_it(desk: FrontDesk) -> None:
    await desk.anna.press(desk.anna.chat.messages[-1], "Баланс")
    assert labels(await desk.anna.expect("это один шаг")) == ["Войти по номеру телефона", "‹ В начало"]


async def test_while_billing_is_away_the_last_known_figures_are_shown_with_their_time(
    closed_desk: FrontDesk,
) -> None:
    mood = Mood()
    async with closed_desk.open(WithMood(mood)):
        await log_in(closed_desk.anna)
        mood.now = "away"
        await closed_desk.anna.write("/balance")
        shown = await closed_desk.anna.expect("На счету")
        assert "Свежие данные сейчас не получить. Вот последние, сегодня в " in shown.text
        assert "120,50\xa0₽" in shown.text


async def test_slow_billing_is_not_waited_for(closed_desk: FrontDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(look, "PATIENCE", 0.2)
    mood = Mood()
    async with closed_desk.open(WithMood(mood)):
        await log_in(closed_desk.anna)
        mood.now = "slow"
        await closed_desk.anna.write("/tariff")
        assert "Вот последние" in (await closed_desk.anna.expect("Домашний 100")).text


async def test_without_figures_from_before_the_answer_is_a_clear_sentence(closed_desk: FrontDesk) -> None:
    mood = Mood()
    anna = closed_desk.anna
    async with closed_desk.open(WithMood(mood)):
        await anna.start()
        await anna.expect("Здравствуйте")
        await closed_desk.database.write(lambda session: Links(session).add(1001, ["700101"], clock.now()))
        mood.now = "away"
        await anna.write("/balance")
        refusal = await anna.expect("система учёта не отвечает")
        assert labels(refusal) == ["Написать в поддержку", "‹ В начало"]


async def test_a_contract_that_billing_forgot_is_explained(desk: FrontDesk) -> None:
    await desk.database.write(lambda session: Links(session).add(1001, ["999999"], clock.now()))
    await desk.anna.write("/balance")
    assert labels(await desk.anna.expect("Не нахожу ваш договор")) == ["Написать в поддержку", "‹ В начало"]


async def test_what_billing_says_is_never_taken_for_markup(desk: FrontDesk) -> None:
    await change(desk, "700101", tariff="<b>Турбо</b> & Ко", address="", services=["<i>"])
    await log_in(desk.anna)
    await desk.anna.write("/tariff")
    shown = await desk.anna.expect("Турбо")
    assert "Договор 700101\nТариф: <b>Турбо</b> & Ко\n" in shown.text
    assert "Услуги: <i>" in shown.text


async def test_a_contract_of_any_characters_has_its_button(desk: FrontDesk) -> None:
    odd = "Д:7/№ 12 — очень длинный номер договора, какие бывают у старых систем"

    def step(session: Session) -> None:
        account = session.get_one(BillingAccount, "700103").model_dump() | {"contract": odd, "balance": 42}
        session.add(BillingAccount(**account))

    await desk.database.write(step)
    await log_in(desk.boris)
    await desk.boris.write("/balance")
    await desk.boris.press(await desk.boris.expect("Какой договор?"), odd[:20])
    await desk.boris.expect("42")
