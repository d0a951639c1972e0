"""Signing in by one's own contact, and out."""

from dishka import Provider, Scope, provide

from bot.billing.port import Account, Billing, BillingUnavailable
from bot.storage.people import Links, People
from tests.conftest import FrontDesk
from tests.subscriber.steps import labels, log_in, open_ticket, to_files, to_phone


async def contracts_of(desk: FrontDesk, chat_id: int) -> list[str]:
    return await desk.database.read(lambda session: Links(session).contracts_of(chat_id))


async def test_ones_own_contact_shows_the_contract(desk: FrontDesk) -> None:
    shown = await log_in(desk.anna)
    assert "Договор 700101, Тверь, ул. Мира, 1, кв. 5" in shown.text
    assert labels(shown) == ["Баланс", "Тариф", "‹ В начало"]
    assert desk.anna.chat.reply_keyboard == []


async def test_one_chat_may_hold_several_contracts(desk: FrontDesk) -> None:
    await desk.boris.write("/login")
    await desk.boris.expect("Поделиться номером")
    await desk.boris.share_contact()
    await desk.boris.expect("Вижу 2 договора")
    assert await contracts_of(desk, 1002) == ["700102", "700103"]


async def test_one_contract_may_be_seen_in_several_chats(desk: FrontDesk) -> None:
    husband = desk.telegram.person(1003, "Иван", phone="79990000101")
    await husband.start()
    await log_in(husband)
    await log_in(desk.anna)
    assert await contracts_of(desk, 1001) == await contracts_of(desk, 1003) == ["700101"]


async def test_signing_in_again_changes_nothing(desk: FrontDesk) -> None:
    await log_in(desk.anna)
    await desk.anna.write("/login")
    await desk.anna.share_contact()
    await desk.anna.expect("Вы уже вошли")
    assert await contracts_of(desk, 1001) == ["700101"]


async def test_someone_elses_contact_links_nothing_and_another_try_is_offered(desk: FrontDesk) -> None:
    anna = desk.anna
    await anna.write("/login")
    await anna.expect("Поделиться номером")
    await anna.send_contact("+79990000102", user_id=1002)
    await anna.expect("Это чужой контакт")
    await anna.send_contact("+79990000101")  # not on Telegram, so nobody vouches for it
    await anna.expect("Это чужой контакт")
    assert await contracts_of(desk, 1001) == []
    await anna.tap("Поделиться номером")
    await anna.expect("Вижу 1 договор")


async def test_an_unknown_number_is_told_the_same_whatever_contracts_exist(desk: FrontDesk) -> None:
    stranger = desk.telegram.person(1009, "Ева", phone="+79995556677")
    await stranger.start()
    await stranger.write("/login")
    await stranger.expect("Поделиться номером")
    await stranger.share_contact()
    await stranger.expect("По этому номеру ничего не нашлось")
    assert labels(await stranger.expect("проверим и привяжем")) == ["Написать в поддержку", "‹ В начало"]
    assert await contracts_of(desk, 1009) == []


async def test_a_typed_number_is_no_proof(desk: FrontDesk) -> None:
    await desk.anna.write("/login")
    await desk.anna.expect("Поделиться номером")
    await desk.anna.write("8 999 000-01-01")
    await desk.anna.expect("Написанный номер я проверить не могу")
    assert desk.anna.chat.reply_keyboard == [["📱 Поделиться номером"], ["Не входить"]]
    assert await contracts_of(desk, 1001) == []


async def test_a_question_in_between_is_answered(desk: FrontDesk) -> None:
    await desk.anna.write("/login")
    await desk.anna.expect("Поделиться номером")
    await desk.anna.write("как оплатить интернет")
    await desk.anna.expect("Картой, по СБП")
    await desk.anna.share_contact()
    await desk.anna.expect("Вижу 1 договор")


async def test_one_may_change_ones_mind(desk: FrontDesk) -> None:
    await desk.anna.write("/login")
    await desk.anna.expect("Поделиться номером")
    await desk.anna.tap("Не входить")
    await desk.anna.expect("Войти можно в любой момент")
    await desk.anna.write("/login")
    await desk.anna.expect("Поделиться номером")
    await desk.anna.write("/cancel")
    await desk.anna.expect("Войти можно в любой момент")
    assert desk.anna.chat.reply_keyboard == []


async def test_a_contact_that_nobody_asked_for_is_no_sign_in(desk: FrontDesk) -> None:
    await desk.anna.send_contact("+79990000101", user_id=1001)
    await desk.anna.expect("Куда это передать?")
    assert await contracts_of(desk, 1001) == []


async def test_signing_out_unlinks_every_contract_and_forgets_the_number(desk: FrontDesk) -> None:
    await log_in(desk.boris)
    await desk.boris.write("/logout")
    await desk.boris.expect("Вы вышли")
    assert await contracts_of(desk, 1002) == []
    person = await desk.database.read(lambda session: People(session).of(1002))
    assert person is not None
    assert person.phone is None
    await desk.boris.write("/logout")
    await desk.boris.expect("Вы и не входили")


async def test_signing_in_amid_a_ticket_comes_back_to_the_ticket(desk: FrontDesk) -> None:
    await to_files(desk.anna)
    await log_in(desk.anna)
    await desk.anna.expect("Пришлите фото")


async def test_a_number_typed_for_a_ticket_is_not_taken_for_a_sign_in(desk: FrontDesk) -> None:
    await desk.anna.write("/login")
    await desk.anna.expect("Поделиться номером")
    await to_phone(desk.anna)
    await desk.anna.write("8 900 123-45-67")
    assert "+79001234567" in (await desk.anna.expect("Проверьте и отправьте")).text
    assert await contracts_of(desk, 1001) == []


async def test_the_number_of_the_sign_in_is_offered_for_a_ticket(desk: FrontDesk) -> None:
    await log_in(desk.anna)
    await desk.anna.press(await to_phone(desk.anna), "+79990000101")
    assert "Телефон: +79990000101" in (await desk.anna.expect("Проверьте и отправьте")).text


async def test_a_name_changed_in_the_same_breath_costs_no_choice(desk: FrontDesk) -> None:
    await desk.anna.write("/login")
    await desk.anna.expect("Поделиться номером")
    desk.anna.user["first_name"] = "Анюта"
    await desk.anna.share_contact()
    await desk.anna.expect("Вижу 1 договор")
    await desk.anna.expect("по кнопкам ниже")
    await open_ticket(desk.anna)  # by now the update before has ended
    person = await desk.database.read(lambda session: People(session).of(1001))
    assert person is not None
    assert (person.name, person.phone) == ("Анюта", "+79990000101")


class NoBilling:
    async def contracts_of(self, phone: str) -> list[str]:
        raise BillingUnavailable

    async def accounts(self, contracts: object) -> list[Account]:
        raise BillingUnavailable


class WithoutBilling(Provider):
    @provide(scope=Scope.APP, override=True)
    def billing(self) -> Billing:
        return NoBilling()


async def test_while_billing_is_away_whoever_signs_in_is_told_at_once(closed_desk: FrontDesk) -> None:
    anna = closed_desk.anna
    async with closed_desk.open(WithoutBilling()):
        await anna.write("/login")
        await anna.expect("Поделиться номером")
        await anna.share_contact()
        assert labels(await anna.expect("Попробуйте через пару минут")) == ["Написать в поддержку", "‹ В начало"]
    async with closed_desk.open():
        await anna.share_contact()
        await anna.expect("Вижу 1 договор")
