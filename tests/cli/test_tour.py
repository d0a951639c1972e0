"""The tour itself: what a newcomer runs first must work."""

import pytest

from bot.demo import run_demo
from tests.conftest import ROOT


async def test_the_tour_plays_every_part(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(ROOT)  # it reads the files that the bot comes with
    worked = await run_demo(0, tour=True)
    told = capsys.readouterr().out
    assert worked, told
    scenes = [line for line in told.splitlines() if line.startswith("▶")]
    assert len(scenes) == sum(line.startswith("✓") for line in told.splitlines()) > 10
