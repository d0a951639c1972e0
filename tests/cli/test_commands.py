"""The command line, run as an operator runs it."""

import subprocess
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest

from bot.playground import Playground
from bot.storage.accounts import BillingAccounts
from bot.storage.database import Database
from tests.conftest import GROUP_ID, TOKEN, settings_for
from tests.engine import biletik
from tests.engine.environment import environment

Run = Callable[..., Awaitable[tuple[int, str]]]
HEADER = "contract;name;phone;address;balance;currency;tariff;monthly_fee;next_charge;status;services"
ANNA = "1;Анна;+79990000101;Тверь;100,50;RUB;Дачный;500.00;2026-12-01;active;Антивирус|IPTV"


@pytest.fixture
def settings(tmp_path: Path) -> dict[str, str]:
    """Only a database: what needs no token must run without one."""
    return {"DATABASE_URL": f"sqlite:///{tmp_path}/cli.db"}


@pytest.fixture
def run(settings: dict[str, str], tmp_path: Path) -> Run:
    """Runs a command to its end."""

    async def running(*arguments: str, **changes: str) -> tuple[int, str]:
        return await biletik.biletik(*arguments, settings=settings | changes, output=tmp_path / "out")

    return running


async def test_a_csv_is_loaded_and_loaded_again(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text(f"{HEADER}\n{ANNA}\n", encoding="utf-8")
    assert await run("billing", "import", str(file)) == (0, "Загружен 1 договор.\n")
    file.write_text(f"{HEADER}\n{ANNA.replace('1;', '2;', 1)}\n{ANNA.replace('Анна', 'Яна')}\n", encoding="utf-8")
    assert await run("billing", "import", str(file)) == (0, "Загружено 2 договора.\n")
    async with Database(f"sqlite+aiosqlite:///{tmp_path}/cli.db") as database:
        rows = await database.read(lambda session: BillingAccounts(session).of(["1", "2"]))
    assert {row.contract: row.name for row in rows} == {"1": "Яна", "2": "Анна"}
    code, said = await run("billing", "check")
    assert (code, "embedded" in said) == (0, True)


async def test_each_bad_row_of_a_csv_is_named_and_nothing_is_loaded(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "bad.csv"
    bad = [ANNA, ANNA.replace("100,50", "сто"), "2;Борис;123;;1;руб;;-5;завтра;asleep;"]
    file.write_text("\n".join([HEADER, *bad]), encoding="utf-8")
    code, said = await run("billing", "import", str(file))
    assert code == 1
    lines = said.splitlines()
    assert [line.split(": ")[0] for line in lines[:2]] == [f"{file}:3"] * 2  # the sum, and the contract once more
    assert {line.split(": ")[0] for line in lines[2:-1]} == {f"{file}:4"}
    assert [column in said for column in ("phone", "currency", "tariff", "monthly_fee", "next_charge", "status")] == [
        True
    ] * 6
    assert "ничего не загружено" in lines[-1]
    assert not (tmp_path / "cli.db").exists()


async def test_a_file_that_isn_t_there_is_said_to_be_so(run: Run) -> None:
    code, said = await run("billing", "import", "nowhere.csv")
    assert (code, said) == (1, "nowhere.csv: файл не открывается (No such file or directory).\n")


async def test_the_database_is_upgraded_and_backed_up(run: Run, tmp_path: Path) -> None:
    assert (await run("db", "backup", str(tmp_path / "copy.db")))[0] == 1
    assert await run("db", "upgrade") == (0, "База в порядке.\n")
    assert (await run("db", "backup", str(tmp_path / "copy.db")))[0] == 0
    code, said = await run("db", "backup", str(tmp_path / "copy.db"))
    assert (code, "уже есть" in said) == (1, True)
    assert (tmp_path / "copy.db").stat().st_size > 0


async def test_mistakes_are_said_in_words_and_without_secrets(run: Run) -> None:
    code, said = await run("run", BOT_TOKEN="hunter2", TIMEZONE="Mars", WEBHOOK_URL="https://x.example/hook")
    assert code == 1
    assert [name in said for name in ("BOT_TOKEN", "TIMEZONE", "WEBHOOK_SECRET", "Traceback", "hunter2")] == [
        True,
        True,
        True,
        False,
        False,
    ]
    code, said = await run("inbox", "list", DATABASE_URL="postgresql://u:hunter2@127.0.0.1:1/x")
    assert code == 1
    assert said.startswith("База данных недоступна")
    assert "hunter2" not in said


async def test_every_command_has_its_help(run: Run) -> None:
    code, said = await run("--help")
    assert code == 0
    assert [name in said for name in ("run", "demo", "doctor", "faq", "billing", "inbox", "db")] == [True] * 7
    for command in (("run",), ("demo",), ("doctor",), ("inbox", "retry"), ("billing", "import"), ("faq", "ask")):
        assert (await run(*command, "--help"))[0] == 0


def test_the_faq_at_the_shell_doesn_t_wait_for_telegram_s_library() -> None:
    check = "import sys, bot.cli.faq, bot.__main__; sys.exit('aiogram' in sys.modules or 'sqlalchemy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", check], check=False).returncode == 0  # noqa: S603 - our own words


@pytest.fixture
async def telegram(settings: dict[str, str], tmp_path: Path) -> AsyncIterator[Playground]:
    """Telegram with a group in which all is well, named in the settings."""
    async with Playground(token=TOKEN) as made:
        made.group(GROUP_ID, "Поддержка", forum=True)
        settings |= environment(settings_for(made, tmp_path)) | settings
        yield made


async def test_a_token_that_telegram_doesn_t_know_is_said_to_be_so(run: Run, telegram: Playground) -> None:
    code, said = await run("run", BOT_TOKEN="1000:ANOTHER-TOKEN-THAN-THAT")
    assert code == 1
    assert said.splitlines()[-1] == "BOT_TOKEN: Telegram не знает такого токена. Проверьте его у @BotFather."


async def test_the_doctor_finds_all_well(run: Run, telegram: Playground) -> None:
    code, said = await run("doctor")
    assert (code, "db upgrade" in said) == (1, True)
    await run("db", "upgrade")
    code, said = await run("doctor")
    assert code == 0
    marks = [line[0] for line in said.splitlines()]
    assert marks == ["✓", "✓", "✓", "!", "✓", "✓", "✓", "✓", "✓"]  # nobody's accounts are loaded yet
    assert "версий ещё нет" in said


@pytest.mark.parametrize(
    ("changes", "what"),
    [
        ({"BOT_TOKEN": "1000:ANOTHER-TOKEN-THAN-THAT"}, "Telegram и токен"),
        ({"SUPPORT_CHAT_ID": "-1009999999999"}, "группа сотрудников"),
        ({"DATABASE_URL": "postgresql://nobody@127.0.0.1:1/none"}, "база данных"),
        ({"FAQ_PATH": "nowhere.yaml"}, "файлы данных"),
        ({"TELEGRAM_API_URL": "http://127.0.0.1:9"}, "Telegram и токен"),
    ],
)
async def test_the_doctor_fails_at_each_thing_that_is_wrong(
    run: Run, telegram: Playground, changes: dict[str, str], what: str
) -> None:
    await run("db", "upgrade")
    code, said = await run("doctor", **changes)
    assert code == 1
    assert any(line.startswith(f"✗ {what}") for line in said.splitlines())
    assert "Traceback" not in said
