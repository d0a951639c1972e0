"""Pictures, values and hidden entries in a FAQ that comes from the chat."""

from bot.playground.picture import picture
from tests.admin.conftest import House, confirmed, uploaded
from tests.subscriber.steps import labels

ANSWER = "Картой, по СБП или в терминале."


async def test_an_admin_is_told_which_pictures_are_not_beside_the_file_and_they_come_once_they_are(
    house: House,
) -> None:
    text = house.faq.read_text().replace(
        "    actions: [pay, balance]\n", "    attachments: [card.png]\n    actions: [pay, balance]\n", 1
    )
    proposal = await uploaded(house.dima, text)
    assert "card.png" in proposal.text
    (house.faq.parent / "card.png").write_bytes(picture())
    await confirmed(house.dima, proposal)
    assert (await house.answers("как оплатить интернет", ANSWER)).kind == "photo"
    again = await uploaded(house.dima, text.replace(ANSWER, f"{ANSWER}\n      На счету {{balance}}.\n     "))
    assert "card.png" not in again.text
    await confirmed(house.dima, again)
    await house.anna.write("как оплатить интернет")
    shown = await house.anna.expect(lambda message: "Войти по номеру телефона" in labels(message))
    assert shown.text == f"{ANSWER}\nНомер договора есть в /balance."


async def test_an_entry_hidden_by_a_file_is_answered_no_more(house: House) -> None:
    text = house.faq.read_text().replace("  - id: pay-methods\n", "  - id: pay-methods\n    hidden: true\n", 1)
    await confirmed(house.dima, await uploaded(house.dima, text))
    await house.anna.write("как оплатить интернет")
    shown = await house.anna.expect(lambda message: message.sender_id != 1001)
    assert ANSWER not in shown.text
