"""The catalogue's helpers on disk: synonyms and small talk. A file that isn't there is an empty one."""

from pathlib import Path
from typing import Annotated, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field

from bot.faq.catalogue.entry import Text
from bot.yamlfiles import load_model

Model = TypeVar("Model", bound=BaseModel)
TalkKind = Literal["greeting", "thanks", "goodbye", "abuse", "human", "bot_identity", "how_are_you", "ok", "yes", "no"]


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Synonyms(_Model):
    """Groups of words and phrases that mean the same, each group's canonical one first."""

    version: Annotated[int, Field(ge=1, le=1)] = 1
    groups: tuple[tuple[Text, ...], ...] = ()


class Reply(_Model):
    ru: Text
    en: Text


class Talk(_Model):
    """One kind of small talk: how people say it, and what is said back."""

    kind: TalkKind
    phrases: tuple[Text, ...]
    reply: Reply


class TalkFile(_Model):
    version: Annotated[int, Field(ge=1, le=1)] = 1
    talk: tuple[Talk, ...] = ()


def synonyms(path: Path) -> Synonyms:
    """Reads `synonyms.yaml`. Raises `FileInvalid`."""
    return _load(path, Synonyms)


def talk(path: Path) -> TalkFile:
    """Reads `talk.yaml`. Raises `FileInvalid`."""
    return _load(path, TalkFile)


def _load(path: Path, model: type[Model]) -> Model:
    """A file that isn't there is an empty one."""
    return load_model(path, model) if path.exists() else model()
