"""Somebody presses and sends whatever comes to mind: nothing breaks, and the bot still answers."""

import random

from bot.playground import Person
from bot.storage.inbox import InboxRows
from tests.conftest import FrontDesk
from tests.subscriber.steps import UNKNOWN

STEPS = 30
WORDS = (
    "как оплатить интернет",
    UNKNOWN,
    "89001234567",
    "спасибо",
    "позовите оператора",
    *("/start", "/faq", "/ticket", "/tickets", "/login", "/logout", "/balance", "/settings", "/cancel", "/help"),
)


async def wander(person: Person, chance: random.Random) -> None:
    """One step: mostly a button in sight, now and then one of long ago, else words, a file or a contact."""
    shown = [message for message in person.chat.messages if message.buttons]
    match chance.choice(("press", "press", "press", "old", "write", "write", "photo", "album", "contact", "reply")):
        case "press" if shown:
            await person.press_data(shown[-1], chance.choice(shown[-1].buttons).data or "")
        case "old" if shown:
            message = chance.choice(shown)
            await person.press_data(message, chance.choice(message.buttons).data or "")
        case "photo":
            await person.send_photo(chance.choice((None, "вот")))
        case "album":
            await person.send_album(2)
        case "contact":
            await person.share_contact()
        case "reply" if shown:
            await person.write(chance.choice(WORDS), reply_to=chance.choice(shown))
        case _:
            await person.write(chance.choice(WORDS))


async def test_whatever_is_pressed_and_sent_the_bot_goes_on(desk: FrontDesk) -> None:
    chance = random.Random(7)  # noqa: S311 - the same walk each time, no secret
    for _ in range(STEPS):
        await wander(desk.anna, chance)
    await desk.anna.press_data(desk.anna.chat.messages[1], "sl:ru")  # the walk may have led abroad
    desk.anna.chat.catch_up()
    await desk.anna.write("/faq")
    await desk.anna.expect("Выберите раздел")
    await desk.anna.write("как оплатить интернет")
    await desk.anna.expect("Картой, по СБП")
    assert await desk.database.read(lambda session: InboxRows(session).set_aside()) == []
