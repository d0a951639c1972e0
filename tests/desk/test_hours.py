"""The subscriber is told when to expect an answer, counted in the hours when somebody is at the desk."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from bot import clock
from tests.conftest import FrontDesk
from tests.desk.conftest import at_work

NIGHT = datetime(2026, 11, 24, 20, 30, tzinfo=UTC)  # Tuesday, 23:30 in Moscow
HOLIDAY = datetime(2027, 1, 1, 9, 0, tzinfo=UTC)
NOON = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("now", "promise"),
    [
        (NOON, "Ответим сегодня в 12:20 или раньше"),
        (NIGHT, "Ответим завтра в 9:20 или раньше"),
        (HOLIDAY, "Ответим завтра в 10:20 или раньше"),
    ],
    ids=["by day", "at night", "on a holiday"],
)
async def test_the_promise_falls_into_working_hours(
    closed_desk: FrontDesk, monkeypatch: pytest.MonkeyPatch, now: datetime, promise: str
) -> None:
    async with at_work(closed_desk) as desk:
        await _through_the_dialog(desk)
        monkeypatch.setattr(clock, "now", _standing_at(now))
        await desk.anna.press(await desk.anna.expect("Проверьте"), "Отправить")
        assert promise in (await desk.anna.expect("принято")).text


def _standing_at(moment: datetime) -> Callable[[], datetime]:
    return lambda: moment


async def _through_the_dialog(desk: FrontDesk) -> None:
    anna = desk.anna
    await anna.write("/ticket")
    await anna.press(await anna.expect("О чём оно"), "Нет интернета")
    await anna.expect("Опишите")
    await anna.write("Пропал интернет")
    await anna.press(await anna.expect("Пришлите фото"), "Без файлов")
    await anna.press(await anna.expect("По какому номеру"), "Не звонить")
