"""Settings from the environment and `.env`, checked together so that every mistake is named at once."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import time
from pathlib import Path
from typing import Annotated, Any, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

TELEGRAM = "https://api.telegram.org"
DEFAULT_DATABASE = "sqlite+aiosqlite:///var/biletik.db"
BILLING_SYSTEMS = ("embedded",)
DRIVERS = {
    "sqlite": "sqlite+aiosqlite",
    "sqlite+aiosqlite": "sqlite+aiosqlite",
    "postgres": "postgresql+asyncpg",
    "postgresql": "postgresql+asyncpg",
    "postgresql+asyncpg": "postgresql+asyncpg",
}


class Settings(BaseSettings):
    """Names are those of the environment, in lower case. Secrets never appear in `repr`."""

    model_config = SettingsConfigDict(env_file=".env", extra="ignore", env_ignore_empty=True)

    bot_token: SecretStr | None = Field(default=None)
    telegram_api_url: str = TELEGRAM
    support_chat_id: int | None = None
    admin_ids: Annotated[frozenset[int], NoDecode] = frozenset()

    database_url: SecretStr = SecretStr(DEFAULT_DATABASE)

    faq_path: Path = Path("data/faq.yaml")
    synonyms_path: Path = Path("data/synonyms.yaml")
    talk_path: Path = Path("data/talk.yaml")
    desk_path: Path = Path("data/desk.yaml")
    notices_path: Path = Path("data/notices.yaml")

    timezone: str = "Europe/Moscow"
    locale: Literal["ru", "en"] = "ru"

    webhook_url: str | None = None
    webhook_secret: SecretStr | None = None
    http_host: str = "127.0.0.1"
    http_port: int = Field(default=8080, ge=0, le=65535)

    billing: str = "embedded"

    remind_days: Annotated[tuple[int, ...], NoDecode] = (3, 1, 0, -1)
    remind_at: time = time(10, 0)
    bulk_rate: int = Field(default=25, ge=1, le=30)

    @field_validator("bot_token")
    @classmethod
    def _token_shape(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None:
            number, colon, secret = value.get_secret_value().partition(":")
            if not (number.isdigit() and colon and secret):
                raise ValueError("token")
        return value

    @field_validator("telegram_api_url", "webhook_url")
    @classmethod
    def _http_address(cls, value: str | None) -> str | None:
        if value is not None and not value.startswith(("http://", "https://")):
            raise ValueError("url")
        return value.rstrip("/") if value else value

    @field_validator("admin_ids", mode="before")
    @classmethod
    def _ids(cls, value: Any) -> Any:
        return [part.strip() for part in value.split(",") if part.strip()] if isinstance(value, str) else value

    @field_validator("remind_days", mode="before")
    @classmethod
    def _days(cls, value: Any) -> Any:
        return [part.strip() for part in value.split(",") if part.strip()] if isinstance(value, str) else value

    @field_validator("remind_at", mode="before")
    @classmethod
    def _hours_and_minutes(cls, value: Any) -> Any:
        """Only `10:00`: pydantic would read 10 as ten seconds after midnight, and `10:00Z` as another zone's."""
        if isinstance(value, str) and not re.fullmatch(r"\d{1,2}:\d\d", value):
            raise ValueError("time")
        return value.rjust(5, "0") if isinstance(value, str) else value

    @field_validator("database_url")
    @classmethod
    def _database_driver(cls, value: SecretStr) -> SecretStr:
        """`sqlite://` and `postgres(ql)://` as others write them get the driver that this bot uses."""
        kind, _, rest = value.get_secret_value().partition("://")
        if kind not in DRIVERS or not rest:
            raise ValueError("database")
        return SecretStr(f"{DRIVERS[kind]}://{rest}")

    @field_validator("timezone")
    @classmethod
    def _known_zone(cls, value: str) -> str:
        try:
            ZoneInfo(value)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            raise ValueError("timezone") from None
        return value

    @field_validator("billing")
    @classmethod
    def _known_billing(cls, value: str) -> str:
        if value not in BILLING_SYSTEMS:
            raise ValueError("billing")
        return value

    @field_validator("webhook_secret")
    @classmethod
    def _secret_alphabet(cls, value: SecretStr | None) -> SecretStr | None:
        """1-256 of `A-Z a-z 0-9 _ -` (core.telegram.org/bots/api#setwebhook)."""
        if value is not None:
            text = value.get_secret_value()
            plain = text.replace("_", "").replace("-", "")
            if not (len(text) <= 256 and text.isascii() and plain.isalnum()):  # noqa: PLR2004 - documented above
                raise ValueError("secret")
        return value

    @property
    def zone(self) -> ZoneInfo:
        """The provider's time zone."""
        return ZoneInfo(self.timezone)

    @property
    def token(self) -> str:
        """The bot's token; call only after `load_settings` was asked to require it."""
        if self.bot_token is None:
            raise SettingsInvalid((SettingProblem("BOT_TOKEN", "missing", ""),))
        return self.bot_token.get_secret_value()


@dataclass(frozen=True, slots=True)
class SettingProblem:
    """One wrong setting: `code` is `missing`, an own check, or `value`; a secret's value is never kept."""

    name: str
    code: str
    value: str


class SettingsInvalid(Exception):  # noqa: N818 - named as the sentence it tells
    """Some settings can't be used; `problems` holds all of them."""

    def __init__(self, problems: tuple[SettingProblem, ...]) -> None:
        super().__init__(", ".join(f"{problem.name}: {problem.code}" for problem in problems))
        self.problems = problems


_SECRET = {"bot_token", "database_url", "webhook_secret"}
_OWN_CHECKS = {"token", "url", "timezone", "billing", "secret", "time", "database"}


DATABASE_ONLY = ("database_url", "timezone", "locale")
"""What a command that looks only into the database uses."""


def load_settings(*, require: tuple[str, ...] = (), uses: Collection[str] | None = None) -> Settings:
    """Reads the settings.

    `require` names those (in lower case) that the command can't do without, `uses` those that it looks at (None: all);
    a mistake in another one is no reason not to work, and the default stands in its place.
    Raises `SettingsInvalid` with every problem found.
    """
    wrong: tuple[SettingProblem, ...] = ()
    try:
        settings = Settings()
    except ValidationError as error:
        wrong = tuple(_problem(dict(line)) for line in error.errors())
        settings = _with_defaults({str(line["loc"][0]) for line in error.errors()})
    missing = [name for name in require if getattr(settings, name) is None]
    if settings.webhook_url and settings.webhook_secret is None:
        missing.append("webhook_secret")
    named = {problem.name for problem in wrong}
    problems = (*wrong, *(SettingProblem(name.upper(), "missing", "") for name in missing if name.upper() not in named))
    relevant = tuple(one for one in problems if uses is None or one.name.lower() in uses)
    if relevant:
        raise SettingsInvalid(relevant)
    return settings


def shell_language() -> Literal["ru", "en"]:
    """The language of the shell, also while other settings are wrong."""
    return load_settings(uses=()).locale


def _with_defaults(names: set[str]) -> Settings:
    """The settings with defaults in place of the wrong ones, to see what else is missing."""
    return Settings(**{name: Settings.model_fields[name].default for name in names})


def _problem(line: dict[str, Any]) -> SettingProblem:
    name = str(line["loc"][0])
    said = str(line.get("ctx", {}).get("error", ""))
    value = "***" if name in _SECRET else str(line.get("input", ""))
    return SettingProblem(name.upper(), said if said in _OWN_CHECKS else "value", value)
