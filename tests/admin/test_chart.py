"""The share of questions answered without an agent, as admins get it."""

from sqlmodel import Session

from bot import clock
from bot.storage.tables import Followed, Question
from tests.admin.conftest import House
from tests.subscriber.steps import labels


async def test_the_chart_arrives_as_a_picture_with_its_figures_in_words(house: House) -> None:
    now = clock.now()

    def add(session: Session) -> None:
        for followed in (Followed.SILENCE, Followed.HELPED, Followed.TICKET):
            session.add(Question(text="…", decision="answer", followed=followed, at=now))
        session.add(Question(text="привет", decision="greeting", at=now))

    await house.desk.database.write(add)
    await house.dima.write("/admin")
    await house.dima.press(await house.dima.expect("Состояние"), "График")
    chart = await house.dima.expect(lambda seen: seen.kind == "photo", 15)
    assert house.desk.telegram.world.files.get(chart.file_id or "").data().startswith(b"\x89PNG")
    assert "На этой неделе без сотрудника — 2 из 3 вопросов (67 %)." in chart.text.replace("\xa0", " ")
    assert "За 11 недель до неё вопросов не было." in chart.text
    assert "ни «не помогло», ни обращения" in chart.text
    await house.dima.press(chart, "Управление")
    assert "График" in labels(await house.dima.expect("Состояние"))


async def test_without_questions_the_chart_says_so(house: House) -> None:
    await house.dima.write("/admin")
    await house.dima.press(await house.dima.expect("Состояние"), "График")
    assert (
        "На этой неделе вопросов ещё не было." in (await house.dima.expect(lambda seen: seen.kind == "photo", 15)).text
    )
