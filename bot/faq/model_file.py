"""Reads one of the provider's YAML files into a model; every mistake of it has its line."""

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from bot.faq import yamlfile
from bot.faq.lexicon import LexiconInvalid
from bot.faq.yamlfile import Document, Problem

M = TypeVar("M", bound=BaseModel)


def load_model(path: Path, model: type[M]) -> M:
    """The file as a model. Raises `LexiconInvalid`."""
    document = yamlfile.read(path)
    if document.problems:
        raise LexiconInvalid(document.problems)
    try:
        return model.model_validate(document.data)
    except ValidationError as error:
        raise LexiconInvalid(tuple(_mistakes(document, error))) from None


def _mistakes(document: Document, error: ValidationError) -> Iterator[Problem]:
    for line in error.errors():
        where = ".".join(str(part) for part in line["loc"]) or "."
        yield document.problem(line["loc"], "lexicon", {"where": where, "reason": line["msg"]})
