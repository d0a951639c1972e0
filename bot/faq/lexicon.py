"""The catalogue's helpers on disk: synonyms and small talk. A file that isn't there is an empty one."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from bot.faq import yamlfile
from bot.faq.entry import Text
from bot.faq.yamlfile import Problem

Model = TypeVar("Model", bound=BaseModel)
TalkKind = Literal["greeting", "thanks", "goodbye", "abuse", "human", "bot_identity", "how_are_you", "ok"]


class LexiconInvalid(Exception):  # noqa: N818 - named as the sentence it tells
    """A file of synonyms or of small talk can't be used; `problems` holds everything that is wrong with it."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("; ".join(f"{item.file}:{item.line}:{item.column}: {item.code}" for item in problems))
        self.problems = problems


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
    """Reads `synonyms.yaml`. Raises `LexiconInvalid`."""
    return _load(path, Synonyms)


def talk(path: Path) -> TalkFile:
    """Reads `talk.yaml`. Raises `LexiconInvalid`."""
    return _load(path, TalkFile)


def _load(path: Path, model: type[Model]) -> Model:
    if not path.exists():
        return model()
    document = yamlfile.read(path)
    if document.problems:
        raise LexiconInvalid(document.problems)
    try:
        return model.model_validate(document.data)
    except ValidationError as error:
        raise LexiconInvalid(tuple(_mistakes(document, error))) from None


def _mistakes(document: yamlfile.Document, error: ValidationError) -> Iterator[Problem]:
    for line in error.errors():
        yield document.problem(line["loc"], "lexicon", {"where": _path(line["loc"]), "reason": line["msg"]})


def _path(loc: tuple[Any, ...]) -> str:
    return ".".join(str(part) for part in loc) or "."
