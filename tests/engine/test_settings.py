"""Settings: every mistake at once, in words, and no secret among them."""

from datetime import time

import pytest

from bot.cli.mistakes import explain
from bot.settings import SettingsInvalid, load_settings


def _set(monkeypatch: pytest.MonkeyPatch, **values: str) -> None:
    for name, value in values.items():
        monkeypatch.setenv(name, value)


def _problems(*require: str) -> dict[str, str]:
    with pytest.raises(SettingsInvalid) as caught:
        load_settings(require=require)
    return {problem.name: problem.code for problem in caught.value.problems}


def test_without_any_everything_has_its_default() -> None:
    settings = load_settings()
    assert settings.database_url.get_secret_value() == "sqlite+aiosqlite:///var/biletik.db"
    assert (settings.remind_days, settings.remind_at) == ((3, 1, 0, -1), time(10))
    assert (settings.timezone, settings.locale, settings.http_port) == ("Europe/Moscow", "ru", 8080)


def test_every_mistake_is_named_at_once_what_is_missing_too(monkeypatch: pytest.MonkeyPatch) -> None:
    _set(
        monkeypatch,
        ADMIN_IDS="1,x",
        TELEGRAM_API_URL="ftp://x",
        TIMEZONE="Mars/North",
        LOCALE="fr",
        REMIND_AT="25:00",
        REMIND_DAYS="3,soon",
        HTTP_PORT="99999",
        BILLING="abacus",
        BULK_RATE="0",
        DATABASE_URL="mysql://u:hunter2@h/x",
        WEBHOOK_URL="https://bot.example.org/hook",
    )
    assert _problems("bot_token") == {
        "ADMIN_IDS": "value",
        "TELEGRAM_API_URL": "url",
        "TIMEZONE": "timezone",
        "LOCALE": "value",
        "REMIND_AT": "value",
        "REMIND_DAYS": "value",
        "HTTP_PORT": "value",
        "BILLING": "billing",
        "BULK_RATE": "value",
        "DATABASE_URL": "database",
        "BOT_TOKEN": "missing",
        "WEBHOOK_SECRET": "missing",
    }


def test_no_secret_is_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    _set(monkeypatch, BOT_TOKEN="hunter1", DATABASE_URL="mysql://u:hunter2@h/x", WEBHOOK_SECRET="hunter3 €")
    with pytest.raises(SettingsInvalid) as caught:
        load_settings()
    said = "\n".join(explain(caught.value))
    assert [name in said for name in ("BOT_TOKEN", "DATABASE_URL", "WEBHOOK_SECRET")] == [True] * 3
    assert "hunter" not in said + str(caught.value)
    monkeypatch.setenv("BOT_TOKEN", "123456:AAE-hunter-hunter-hunter")
    _set(monkeypatch, DATABASE_URL="postgresql://u:hunter2@h/x", WEBHOOK_SECRET="hunter3")
    assert "hunter" not in repr(load_settings())


@pytest.mark.parametrize("value", ["10", "1000", "10:00Z", "10:00:00", "ten", "24:00"])
def test_the_hour_of_reminders_is_hours_and_minutes(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("REMIND_AT", value)
    assert set(_problems()) == {"REMIND_AT"}


@pytest.mark.parametrize(
    ("given", "used"),
    [
        ("sqlite:///x.db", "sqlite+aiosqlite:///x.db"),
        ("postgres://u@h/d", "postgresql+asyncpg://u@h/d"),
        ("postgresql://u@h/d", "postgresql+asyncpg://u@h/d"),
        ("postgresql+asyncpg://u@h/d", "postgresql+asyncpg://u@h/d"),
    ],
)
def test_an_address_of_a_database_is_taken_as_others_write_it(
    monkeypatch: pytest.MonkeyPatch, given: str, used: str
) -> None:
    monkeypatch.setenv("DATABASE_URL", given)
    assert load_settings().database_url.get_secret_value() == used


def test_lists_and_hours_are_read_as_people_write_them(monkeypatch: pytest.MonkeyPatch) -> None:
    _set(monkeypatch, ADMIN_IDS=" 1, 2,", REMIND_DAYS="5, 0,-2", REMIND_AT="9:30", TELEGRAM_API_URL="http://x:1/")
    settings = load_settings()
    assert settings.admin_ids == {1, 2}
    assert (settings.remind_days, settings.remind_at) == ((5, 0, -2), time(9, 30))
    assert settings.telegram_api_url == "http://x:1"


def test_a_command_minds_only_the_settings_it_uses(monkeypatch: pytest.MonkeyPatch) -> None:
    _set(monkeypatch, BOT_TOKEN="nonsense", WEBHOOK_URL="https://example.org/hook", LOCALE="en")
    settings = load_settings(uses=("database_url", "locale"))
    assert settings.locale == "en"
    with pytest.raises(SettingsInvalid):
        load_settings()


def test_mistakes_are_explained_in_the_shells_language(monkeypatch: pytest.MonkeyPatch) -> None:
    _set(monkeypatch, LOCALE="en", HTTP_PORT="x")
    with pytest.raises(SettingsInvalid) as caught:
        load_settings()
    assert "can't be used" in "\n".join(explain(caught.value))
