"""A file as a model: what pydantic says of it, each where it stands."""

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from bot.yamlfiles.document import Document, Problem, read

M = TypeVar("M", bound=BaseModel)


class FileInvalid(Exception):  # noqa: N818 - named as the sentence it tells
    """A file can't be used; `problems` holds everything that is wrong with it."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("; ".join(f"{item.file}:{item.line}:{item.column}: {item.code}" for item in problems))
        self.problems = problems


def load_model(path: Path, model: type[M]) -> M:
    """The file as a model. Raises `FileInvalid`, also where there is no such file."""
    document = read(path)
    if document.problems:
        raise FileInvalid(document.problems)
    try:
        return model.model_validate(document.data)
    except ValidationError as error:
        raise FileInvalid(tuple(_mistakes(document, error))) from None


def _mistakes(document: Document, error: ValidationError) -> Iterator[Problem]:
    for line in error.errors():
        where = ".".join(str(part) for part in line["loc"]) or "."
        yield document.problem(line["loc"], "lexicon", {"where": where, "reason": line["msg"]})
