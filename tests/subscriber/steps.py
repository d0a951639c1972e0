"""Steps that many talks begin with."""

from collections.abc import Callable

from sqlmodel import Session, col, select

from bot.playground import Person, Seen
from bot.storage.tables import Ticket, TicketMessage
from tests.conftest import FrontDesk

UNKNOWN = "абырвалг шмурдяк"
"""A question that no FAQ answers."""


def labels(message: Seen) -> list[str]:
    """The words on a message's buttons."""
    return [button.text for button in message.buttons]


def window(words: str) -> Callable[[Seen], bool]:
    """A screen with these words and with buttons: one that was left behind has lost them."""
    return lambda message: words in message.text and bool(message.buttons)


async def log_in(person: Person) -> Seen:
    """Signs in by one's own contact; the screen with the contracts is returned."""
    await person.write("/login")
    await person.expect("Поделиться номером")
    await person.share_contact()
    return await person.expect("по кнопкам ниже")


async def begin(person: Person, topic: str = "Wi-Fi") -> Seen:
    """Opens the ticket dialog and picks a topic; the description's window is returned."""
    await person.write("/ticket")
    await person.press(await person.expect(window("О чём оно")), topic)
    return await person.expect(window("Опишите"))


async def to_files(person: Person, words: str = "Не ловит в спальне", topic: str = "Wi-Fi") -> Seen:
    """Goes on to the files."""
    await begin(person, topic)
    await person.write(words)
    return await person.expect(window("Пришлите фото"))


async def to_phone(person: Person, words: str = "Не ловит в спальне") -> Seen:
    """Goes on to the phone."""
    await person.press(await to_files(person, words), "Без файлов")
    return await person.expect(window("По какому номеру"))


async def to_confirm(person: Person, words: str = "Не ловит в спальне") -> Seen:
    """Goes on to the summary."""
    await person.press(await to_phone(person, words), "Не звонить")
    return await person.expect(window("Проверьте и отправьте"))


async def open_ticket(person: Person, words: str = "Не ловит в спальне") -> Seen:
    """Opens a ticket; what the bot says of it is returned."""
    await person.press(await to_confirm(person, words), "Отправить")
    return await person.expect("принято")


async def tickets(desk: FrontDesk) -> list[Ticket]:
    """All tickets there are."""

    def read(session: Session) -> list[Ticket]:
        return list(session.exec(select(Ticket).order_by(col(Ticket.id))))

    return await desk.database.read(read)


async def the_ticket(desk: FrontDesk) -> Ticket:
    """The only ticket there is."""
    found = await tickets(desk)
    assert len(found) == 1, found
    return found[0]


async def messages_of(desk: FrontDesk, ticket_id: int) -> list[TicketMessage]:
    """What was said in a ticket, in order."""

    def read(session: Session) -> list[TicketMessage]:
        said = select(TicketMessage).where(TicketMessage.ticket_id == ticket_id).order_by(col(TicketMessage.id))
        return list(session.exec(said))

    return await desk.database.read(read)
