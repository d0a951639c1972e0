"""Language and reminders."""

from bot.storage.people import People
from bot.storage.tables import Person
from tests.conftest import FrontDesk
from tests.subscriber.steps import labels, log_in


async def person(desk: FrontDesk, chat_id: int) -> Person:
    found = await desk.database.read(lambda session: People(session).of(chat_id))
    assert found is not None
    return found


async def test_the_bot_speaks_the_language_of_ones_telegram(desk: FrontDesk) -> None:
    john = desk.telegram.person(1020, "John", language="en-GB")
    await john.start()
    home = await john.expect("Hello, John!")
    assert labels(home)[0] == "Common questions"
    await john.write("/nonsense")
    await john.expect("I don't know that command")


async def test_a_language_we_do_not_speak_becomes_the_providers(desk: FrontDesk) -> None:
    pierre = desk.telegram.person(1021, "Pierre", language="fr")
    await pierre.start()
    await pierre.expect("Здравствуйте, Pierre!")


async def test_a_chosen_language_is_kept_whatever_telegram_says(desk: FrontDesk) -> None:
    anna = desk.anna
    await anna.write("/settings")
    answer = await anna.press(await anna.expect("Настройки"), "English")
    assert answer.text == "I speak English now."
    assert "✓ English" in labels(await anna.expect("Settings"))
    await anna.write("/help")
    await anna.expect("What I can do")
    assert any(
        call.params.get("scope", {}).get("chat_id") == 1001
        and call.params["commands"][0]["description"].startswith("Answers")
        for call in desk.telegram.calls("setMyCommands")
    )


async def test_every_screen_has_an_english_face(desk: FrontDesk) -> None:
    john = desk.telegram.person(1020, "John", language="en", phone="+79990000101")
    await john.start()
    await john.write("/login")
    await john.expect("Share my number")
    await john.share_contact()
    await john.expect("I see 1 contract")
    for command, words in (
        ("/balance", "To pay by January 15, 2030: 379.50"),
        ("/tariff", "Speed: up to 100 Mbit/s"),
        ("/pay", "How to pay"),
        ("/tickets", "No tickets yet"),
        ("/faq", "Common questions"),
        ("/cancel", "nothing to cancel"),
        ("/claim", "Only agents"),
        ("/logout", "signed out"),
    ):
        await john.write(command)
        await john.expect(words)
    await john.write("/ticket")
    await john.press(await john.expect("What is it about"), "Wi-Fi")
    await john.expect("Tell us what happened")
    await john.write("No signal")
    await john.press(await john.expect("Send photos"), "No files")
    await john.press(await john.expect("Which number"), "No calls")
    await john.press(await john.expect("Check and send"), "Send")
    assert " at " in (await john.expect("Ticket No. 1 is open")).text
    await john.write("and more")
    await john.expect("Passed on to ticket No. 1")
    assert not any(
        letter in "абвгдежзиклмнопрстуфхцчшщъыьэюя"
        for m in john.chat.messages
        if m.sender_id == 1000
        for b in m.buttons
        for letter in b.text
    )


async def test_reminders_are_switched_off_and_on(desk: FrontDesk) -> None:
    anna = desk.anna
    await log_in(anna)
    await anna.write("/settings")
    settings = await anna.expect("Настройки")
    assert "Выйти" in labels(settings)
    await anna.press(settings, "Не напоминать об оплате")
    off = await anna.expect("Больше не буду напоминать")
    assert not (await person(desk, 1001)).reminders
    assert labels(off) == ["Напоминать снова", "‹ В начало"]
    answer = await anna.press(off, "Напоминать снова")
    assert answer.text == "Буду напоминать об оплате."
    assert "Не напоминать об оплате" in labels(await anna.expect("Настройки"))
    assert (await person(desk, 1001)).reminders


async def test_a_made_up_language_changes_nothing(desk: FrontDesk) -> None:
    await desk.anna.press_data(desk.anna.chat.messages[-1], "sl:xx")
    assert (await person(desk, 1001)).language is None
