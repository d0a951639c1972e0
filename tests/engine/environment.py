"""Settings as a process gets them."""

from datetime import time

from pydantic import SecretStr

from bot.settings import Settings


def environment(settings: Settings) -> dict[str, str]:
    """The variables that make these settings."""
    return {name.upper(): _written(value) for name, value in settings if value is not None}


def _written(value: object) -> str:
    match value:
        case SecretStr():
            return value.get_secret_value()
        case time():
            return value.strftime("%H:%M")
        case frozenset() | tuple():
            return ",".join(map(str, value))
        case _:
            return str(value)
