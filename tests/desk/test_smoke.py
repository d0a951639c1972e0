from tests.conftest import FrontDesk


async def test_a_question_is_answered(desk: FrontDesk) -> None:
    await desk.anna.write("как оплатить интернет")
    await desk.anna.expect("Картой, по СБП")


async def test_balance_after_login(desk: FrontDesk) -> None:
    await desk.anna.write("/login")
    await desk.anna.expect("Поделиться номером")
    await desk.anna.share_contact()
    await desk.anna.expect("Готово! Вижу 1 договор")
    await desk.anna.expect("700101")
    await desk.anna.write("/balance")
    shown = await desk.anna.expect("На счету")
    assert "120,50\xa0₽" in shown.text


async def test_ticket(desk: FrontDesk) -> None:
    anna = desk.anna
    await anna.write("/ticket")
    w = await anna.expect("О чём оно")
    await anna.press(w, "Нет интернета")
    await anna.expect(lambda m: "Опишите" in m.text)
