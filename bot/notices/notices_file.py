"""`data/notices.yaml`: what a payment reminder says on each lead day."""

from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from bot.texts import Language
from bot.yamlfiles import load_model

Button = Literal["pay", "promise", "stop"]


VARIABLES = ("sum", "date", "contract", "name")


def _known_variables(text: str) -> str:
    try:
        text.format_map(dict.fromkeys(VARIABLES, ""))
    except (KeyError, IndexError, ValueError) as error:
        raise ValueError(f"unknown variable {error}; known are {', '.join(VARIABLES)}") from None
    return text


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Step(_Part):
    """A reminder `days` before the charge; `text` is HTML with `{sum} {date} {contract} {name}`."""

    days: int
    text: Annotated[dict[Language, Annotated[str, AfterValidator(_known_variables)]], Field(min_length=1)]
    buttons: tuple[Button, ...] = ("pay", "stop")


class NoticesFile(_Part):
    """The whole file."""

    version: Annotated[int, Field(ge=1, le=1)]
    payment: tuple[Step, ...] = Field(min_length=1)

    def step(self, days: int) -> Step:
        """The step of a lead day, or the nearest one: `REMIND_DAYS` may name days that the file doesn't."""
        return min(self.payment, key=lambda step: (abs(step.days - days), -step.days))


def load_notices(path: Path) -> NoticesFile:
    """Reads `notices.yaml`. Raises `FileInvalid`."""
    return load_model(path, NoticesFile)
