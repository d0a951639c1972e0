"""What the FAQ lacks, as admins see it, and what they make of it."""

import asyncio
from collections.abc import Sequence
from datetime import timedelta

import pytest
from sqlmodel import Session, col, select

from bot import clock
from bot.playground import Person, Seen
from bot.storage.tables import GapDismissal, Question
from tests.admin.conftest import House, confirmed
from tests.subscriber.steps import UNKNOWN, labels, window

CAMERA = ("как подключить видеокамеру", "хочу подключить видеокамеру", "rfr gjlrk.xbnm dbltjrfvthe")
FRIDGE = "продаёте холодильники"


async def ask(house: House, person: Person, *questions: str) -> None:
    """Asks what the bot doesn't know; what is kept of it rides with the update's end."""
    before = len(await kept(house))
    for question in questions:
        await person.write(question)
        await person.expect()
    async with asyncio.timeout(5):
        while len(await kept(house)) < before + len(questions):  # noqa: ASYNC110 - the database has no events
            await asyncio.sleep(0.02)


async def asked_by_three(house: House) -> None:
    """Three people ask for the same thing, one for another."""
    people = (house.anna, house.desk.boris, house.ira)
    await house.desk.boris.start()
    await house.desk.boris.expect("Здравствуйте")
    for person, question in zip(people, CAMERA, strict=True):
        await ask(house, person, question)
    await ask(house, house.anna, FRIDGE)


async def gaps(admin: Person) -> Seen:
    """Opens the gaps."""
    await admin.write("/admin")
    await admin.press(await admin.expect("Состояние"), "Пробелы")
    return await admin.expect("Пробелы за неделю")


async def card(admin: Person, group: str = "подключить видеокамеру") -> Seen:
    """Opens a group."""
    await admin.press(await gaps(admin), group)
    return await admin.expect("в базе")


async def kept(house: House) -> Sequence[Question]:
    def read(session: Session) -> Sequence[Question]:
        return session.exec(select(Question).order_by(col(Question.id))).all()

    return await house.desk.database.read(read)


async def test_questions_of_several_people_stand_in_groups_with_counts(house: House) -> None:
    await asked_by_three(house)
    listed = await gaps(house.dima)
    assert "4 вопроса без хорошего ответа" in listed.text
    assert labels(listed)[:2] == ["3 · как подключить видеокамеру", f"1 · {FRIDGE}"]
    assert labels(listed)[2:] == ["✓ За неделю", "За месяц", "График", "‹ Управление"]


async def test_an_entry_that_comes_closest_by_chance_alone_is_not_offered(house: House) -> None:
    await ask(house, house.anna, FRIDGE)
    group = await card(house.dima, FRIDGE)
    assert "Похожего ответа в базе нет" in group.text
    assert labels(group) == ["Завести ответ", "К другому ответу…", "Не для базы", "‹ Пробелы"]


async def test_a_group_tells_how_it_is_asked_and_what_came_of_it(house: House) -> None:
    await asked_by_three(house)
    group = await card(house.dima)
    assert group.text.startswith("как подключить видеокамеру")
    assert "3 раза за неделю, последний — сегодня" in group.text
    assert "бот не знал ответа: 3" in group.text
    assert "• хочу подключить видеокамеру" in group.text
    assert "rfr gjlrk" not in group.text  # read as the first one is
    assert labels(group)[0] == "Завести ответ"
    assert labels(group)[-3:] == ["К другому ответу…", "Не для базы", "‹ Пробелы"]


async def test_an_answer_that_did_not_help_is_a_gap(house: House) -> None:
    await house.anna.write("как оплатить интернет")
    await house.anna.press(await house.anna.expect("Картой, по СБП"), "👎")
    await house.anna.expect()
    listed = await gaps(house.dima)
    assert labels(listed)[0] == "1 · как оплатить интернет"
    await house.dima.press(listed, "как оплатить интернет")
    group = await house.dima.expect("ответ не помог: 1")
    assert "Ближайший ответ в базе: «Как оплатить интернет?»" in group.text


async def test_a_week_without_gaps_says_so(house: House) -> None:
    await house.answers("как оплатить интернет", "Картой, по СБП")
    await house.anna.write("спасибо")
    await house.anna.expect()
    listed = await gaps(house.dima)
    assert "Пусто" in listed.text
    assert labels(listed) == ["✓ За неделю", "За месяц", "График", "‹ Управление"]


async def test_a_month_looks_farther_back_than_a_week(house: House) -> None:
    now = clock.now()

    def add(session: Session) -> None:
        session.add(Question(text=FRIDGE, decision="none", at=now - timedelta(days=20)))
        session.add(Question(text=CAMERA[0], decision="none", at=now - timedelta(days=40)))

    await house.desk.database.write(add)
    listed = await gaps(house.dima)
    assert "Пусто" in listed.text
    await house.dima.press(listed, "За месяц")
    assert labels(await house.dima.expect("Пробелы за месяц"))[0] == f"1 · {FRIDGE}"


async def test_many_groups_come_in_pages(house: House) -> None:
    things = ["абырвалг", "шмурдяк", "хрумкозавр", "блюмкинд", "тряскопуп"]
    things += ["квадрогон", "зюкламба", "пыжвертка", "жгунодук", "фелипунша"]
    now = clock.now()

    def add(session: Session) -> None:
        session.add_all(Question(text=thing, decision="none", at=now) for thing in things)

    await house.desk.database.write(add)
    listed = await gaps(house.dima)
    assert sum(label.startswith("1 ·") for label in labels(listed)) == 8
    await house.dima.press(listed, "›")
    second = await house.dima.expect(lambda seen: "‹" in labels(seen))
    assert sum(label.startswith("1 ·") for label in labels(second)) == 2


async def test_a_group_becomes_an_entry_and_is_answered(house: House) -> None:
    await asked_by_three(house)
    dima = house.dima
    await dima.press(await card(dima), "Завести ответ")
    question = await dima.expect(window("Новый вопрос"))
    assert "как подключить видеокамеру" in question.text
    assert "хочу подключить видеокамеру" in question.text
    await dima.press(question, "Оставить")
    await dima.press(await dima.expect(window("В какой раздел")), "Оплата")
    await dima.expect(window("Напишите ответ"))
    await dima.write("<b>Видеокамеру</b> подключит мастер.")
    await dima.press(await dima.expect(window("Ключевые слова")), "Без ключевых слов")
    await dima.press(await dima.expect(window("Короткое имя")), "kak-podklyuchit-videokameru")
    proposal = await dima.expect("Что изменится")
    assert "Добавится: 1" in proposal.text
    await confirmed(dima, proposal)
    assert "variants:" in house.faq.read_text().partition("kak-podklyuchit-videokameru")[2]
    await house.answers("хочу подключить видеокамеру", "подключит мастер")
    assert labels(await gaps(dima))[0] == f"1 · {FRIDGE}"


async def test_the_draft_of_a_group_can_be_put_otherwise(house: House) -> None:
    await asked_by_three(house)
    dima = house.dima
    await dima.press(await card(dima), "Завести ответ")
    await dima.press(await dima.expect(window("Новый вопрос")), "Без других формулировок")
    await dima.expect(lambda seen: "Новый вопрос" in seen.text and "хочу" not in seen.text)
    await dima.write("Как подключить камеру во дворе?")
    await dima.press(await dima.expect(window("В какой раздел")), "Отменить")
    await dima.expect("Ничего не изменил")


async def test_a_group_becomes_a_variant_of_the_nearest_entry(house: House) -> None:
    await ask(house, house.anna, "как там с копеечкой за провод быть")
    await house.dima.press(await gaps(house.dima), "копеечкой")
    group = await house.dima.expect("за неделю")
    await house.dima.press(group, "К другому ответу")
    await house.dima.press(await house.dima.expect("К какому ответу"), "Оплата")
    await house.dima.press(await house.dima.expect(window("К какому ответу")), "Как оплатить интернет?")
    proposal = await house.dima.expect("Что изменится")
    assert "Как оплатить интернет? (формулировки)" in proposal.text
    await confirmed(house.dima, proposal)
    await house.answers("как там с копеечкой за провод быть", "Картой, по СБП")
    assert "Пусто" in (await gaps(house.dima)).text


async def test_the_nearest_entry_takes_the_question_at_a_press(house: House) -> None:
    await ask(house, house.anna, "автоплатёж или терминал")
    group = await card(house.dima, "автоплатёж")
    await house.dima.press(group, "Ещё один вариант")
    proposal = await house.dima.expect("Что изменится")
    assert "(формулировки)" in proposal.text


async def test_what_is_not_for_the_faq_stays_away_until_it_is_asked_as_often_again(house: House) -> None:
    await asked_by_three(house)
    await house.dima.press(await card(house.dima), "Не для базы")
    await house.dima.press(await house.dima.expect("больше не показываю"), "Пробелы")
    assert labels(await house.dima.expect("1 вопрос без хорошего ответа"))[0] == f"1 · {FRIDGE}"
    await ask(house, house.anna, *CAMERA[:2])
    assert labels(await gaps(house.dima))[0] == f"1 · {FRIDGE}"
    await ask(house, house.anna, CAMERA[0])
    assert labels(await gaps(house.dima))[0].startswith("6 · ")


async def test_a_group_that_was_answered_meanwhile_gives_way_to_those_that_are_left(house: House) -> None:
    await asked_by_three(house)
    group = await card(house.dima)
    name = source(group)
    await house.dima.press(group, "Не для базы")
    await house.dima.expect("больше не показываю")
    answer = await house.dima.press_data(group, f"ld:show:{name}")
    assert answer.text.startswith("Этого здесь уже нет")
    await house.dima.expect("Пробелы за неделю")


def source(group: Seen) -> str:
    """How a group's buttons name it."""
    return next(button.data for button in group.buttons if button.data and button.data.startswith("ld:")).split(":")[2]


@pytest.mark.parametrize(
    "data", ["ag:gaps", "ag:chart", "ag:suggested", "lg:7:0", "ld:no:7-abc", "lk:7-abc::0", "lv:7-abc:x"]
)
async def test_whoever_is_no_admin_gets_nothing(house: House, data: str) -> None:
    await house.anna.write("/admin")
    await house.anna.expect("Такой команды у меня нет")
    await house.anna.press_data(house.anna.chat.messages[-1], data)
    await house.anna.expect("только администратор")
    assert await house.desk.database.read(lambda session: session.exec(select(GapDismissal)).all()) == []


@pytest.mark.parametrize(
    "data",
    [
        "lg:0:99",
        "lg:7:-5",
        "ld:show:7-none",
        "ld:no:x",
        "ld:entry:s-99999999999999999999",
        "lk:?:none:7",
        "lv:30-:x",
        "ld:what:7-",
    ],
)
async def test_buttons_of_another_time_lead_somewhere(house: House, data: str) -> None:
    await ask(house, house.anna, UNKNOWN)
    await gaps(house.dima)
    await house.dima.press_data(house.dima.chat.messages[-1], data)
    assert house.dima.chat.messages[-1].buttons


async def test_personal_data_is_nowhere_on_the_way(house: House) -> None:
    await ask(house, house.anna, "нужен холодильник, мой номер +7 999 000-01-01")
    assert "000-01-01" not in (await kept(house))[0].text
    group = await card(house.dima, "холодильник")
    assert "000-01-01" not in group.text
