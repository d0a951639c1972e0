"""`biletik faq check|ask|eval`: the FAQ at the shell."""

import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any

import typer
from pydantic import ValidationError

from bot import clock, yamlfiles
from bot.faq.advice import advise
from bot.faq.book import Book
from bot.faq.catalogue.check import check as find_problems
from bot.faq.catalogue.json_schema import faq_schema
from bot.faq.catalogue.load import CatalogueInvalid
from bot.faq.catalogue.telling import Reader, tell
from bot.faq.evaluate import Figures, by_kind, read_questions
from bot.faq.matching.decide import Decision
from bot.screens.problems import lines
from bot.settings import Settings, load_settings
from bot.texts import Texts
from bot.yamlfiles import FileInvalid, Problem

app = typer.Typer(help="The FAQ: check it, ask it, measure it.", no_args_is_help=True)

File = Annotated[Path | None, typer.Option("--file", help="FAQ to use instead of FAQ_PATH.")]


@app.command()
def check(file: Annotated[Path | None, typer.Argument(help="FAQ to check; FAQ_PATH by default.")] = None) -> None:
    """Every mistake at once, each with file, line and remedy; exit 1 if there is any."""
    settings = load_settings()
    texts = Texts(settings.locale)
    path = file or settings.faq_path
    problems = find_problems(path, _topics(settings.desk_path))
    failed = any(problem.severity == "error" for problem in problems)
    if not failed:
        problems += _advice(path, settings)
    for line in report(problems, texts):
        typer.echo(line)
    if failed:
        raise typer.Exit(1)
    if not problems:
        typer.echo(texts.plain("faq-check-clean", file=str(path)))


def _advice(faq: Path, settings: Settings) -> list[Problem]:
    try:
        return advise(faq, settings.synonyms_path, own=faq == settings.faq_path)
    except FileInvalid as error:
        return list(error.problems)


@app.command()
def ask(
    text: Annotated[list[str] | None, typer.Argument(help="The question; without it, one a line from stdin.")] = None,
    file: File = None,
    *,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line.")] = False,
) -> None:
    """What the bot would say; without TEXT an answer for each line of standard input, in order."""
    settings = load_settings()
    book = _open(settings, file)
    reader = Reader(settings.locale, clock.now().astimezone(settings.zone).date())
    for query in [" ".join(text)] if text else _lines():
        decision = book.ask(query)
        said = json.dumps(as_dict(query, decision), ensure_ascii=False) if as_json else _said(book, reader, decision)
        typer.echo(said)
        sys.stdout.flush()


@app.command("eval")
def evaluate(
    questions: Annotated[
        Path, typer.Argument(help="Labelled questions, one JSON object a line.", metavar="FILE.jsonl")
    ],
    file: File = None,
) -> None:
    """Accuracy by kind of question: each line a kind, each column a share of its questions in per cent."""
    settings = load_settings()
    texts = Texts(settings.locale)
    try:
        asked = read_questions(questions)
    except (OSError, ValidationError) as error:
        typer.echo(texts.plain("faq-eval-unreadable", file=str(questions), reason=str(error)), err=True)
        raise typer.Exit(1) from None
    for line in table(by_kind(_open(settings, file).ask, asked), texts):
        typer.echo(line)


def table(found: Mapping[str, Figures], texts: Texts) -> Iterator[str]:
    """A line of headings, then one for each kind."""
    names = [texts.plain(f"faq-eval-{column.replace('_', '-')}") for column in Figures._fields]
    width = max(map(len, (*found, texts.plain("faq-eval-kind"))))
    yield "  ".join([texts.plain("faq-eval-kind").ljust(width), *names])
    for kind, figures in found.items():
        cells = [str(figures.asked), *(_percent(share) for share in figures[1:])]
        aligned = (cell.rjust(len(name)) for cell, name in zip(cells, names, strict=True))
        yield "  ".join([kind.ljust(width), *aligned])


@app.command()
def schema() -> None:
    """The shape of the file for editors, as JSON Schema; data/faq.schema.json is made by it."""
    texts = Texts(load_settings().locale)
    made = faq_schema(lambda key: texts.plain(f"faq-key-{key}"))
    typer.echo(json.dumps(made, ensure_ascii=False, indent=2))


def _percent(share: float | None) -> str:
    return "" if share is None else f"{100 * share:.1f}"


def report(problems: Iterable[Problem], texts: Texts) -> Iterator[str]:
    """All problems, two lines each."""
    for problem in problems:
        yield from lines(problem, texts)


def as_dict(query: str, decision: Decision) -> dict[str, Any]:
    """The shape that DESIGN promises for `--json`."""
    shown: dict[str, Any] = {"query": query, **_outcome(decision)}
    if decision.talk:
        shown["talk"] = decision.talk
    if decision.also:
        shown["also"] = [_outcome(further) for further in decision.also]
    return shown


def _outcome(decision: Decision) -> dict[str, Any]:
    matches = [{"id": match.id, "score": round(match.score, 4)} for match in decision.matches]
    return {"decision": decision.kind, "matches": matches}


def _said(book: Book, reader: Reader, decision: Decision) -> str:
    """One line: an answer's line breaks are written as ` / `, since each question has one line."""
    texts = Texts(reader.language)
    if decision.talk:
        reply = book.talk.replies.get(decision.talk, {}).get(texts.language)
        return reply or texts.plain("faq-ask-talk", kind=decision.talk)
    if decision.kind == "none":
        return texts.plain("faq-ask-none")
    entries = [book.catalogue.by_id[match.id] for match in decision.matches]
    if decision.kind == "answer":
        return " / ".join(tell(entries[0], reader).text.split("\n")) or texts.plain("answer-needs-sign-in")
    return texts.plain("faq-ask-suggest", questions="; ".join(entry.title(reader.language) for entry in entries[:3]))


def _lines() -> Iterator[str]:
    for line in sys.stdin:
        yield line.rstrip("\r\n")


def _topics(desk: Path) -> list[str] | None:
    if not desk.exists():
        return None
    data = yamlfiles.read(desk).data
    topics = data.get("topics") if isinstance(data, dict) else None
    return [str(topic.get("id")) for topic in topics or () if isinstance(topic, dict)]


def _open(settings: Settings, file: Path | None) -> Book:
    try:
        return Book.load(file or settings.faq_path, settings.synonyms_path, settings.talk_path)
    except (CatalogueInvalid, FileInvalid) as error:
        for line in report(error.problems, Texts(settings.locale)):
            typer.echo(line, err=True)
        raise typer.Exit(1) from None
