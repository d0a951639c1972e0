"""`desk.yaml`: what is in force, and what is wrong in it."""

from datetime import time, timedelta
from pathlib import Path

import pytest

from bot.tickets.desk_file import load_desk
from bot.yamlfiles import FileInvalid
from tests.conftest import ROOT

TOPIC = "topics:\n  - {id: other, title: {ru: Другое}, first_response: 4h, solution: 3d}\n"


def _written(folder: Path, rest: str) -> Path:
    path = folder / "desk.yaml"
    path.write_text(f"version: 1\n{TOPIC}{rest}", encoding="utf-8")
    return path


def test_the_file_that_we_ship_is_right() -> None:
    desk = load_desk(ROOT / "data/desk.yaml")
    topic = desk.topic("no-internet")
    assert topic is not None
    assert (topic.named("en"), topic.first_response) == ("No internet", timedelta(minutes=20))
    assert desk.topic("gone") is None


def test_periods_of_a_day_are_put_in_order(tmp_path: Path) -> None:
    desk = load_desk(_written(tmp_path, 'hours: {mon: ["14:00-24:00", "09:00-13:00"]}\n'))
    assert desk.hours["mon"] == ((time(9), time(13)), (time(14), time(0)))


def test_a_topic_without_the_readers_language_is_named_in_another(tmp_path: Path) -> None:
    assert load_desk(_written(tmp_path, "")).topics[0].named("en") == "Другое"


@pytest.mark.parametrize(
    ("rest", "reason"),
    [
        ('hours: {mon: ["09:00-13:00", "12:00-18:00"]}\n', "overlap"),
        ('hours: {mon: ["09:00-24:00", "10:00-11:00"]}\n', "overlap"),
        ('hours: {mn: ["09:00-18:00"]}\n', "hours"),
        ('hours: {mon: ["18:00-09:00"]}\n', "end after it begins"),
        ('hours: {mon: ["18"]}\n', "like 09:00-21:00"),
        ("close_after: soon\n", "30m, 4h, 3d"),
        ("holidays: [someday]\n", "holidays"),
        ("colour: red\n", "colour"),
    ],
)
def test_a_mistake_is_named_with_its_line(tmp_path: Path, rest: str, reason: str) -> None:
    with pytest.raises(FileInvalid) as failed:
        load_desk(_written(tmp_path, rest))
    problem = failed.value.problems[0]
    assert reason in str(problem)
    assert problem.line == 4
