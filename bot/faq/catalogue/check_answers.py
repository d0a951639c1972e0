"""Mistakes in what an entry answers: markup, length, values, and alternatives that nobody would ever see."""

from collections.abc import Iterator, Sequence
from datetime import date

from bot.faq.catalogue import markup, values
from bot.faq.catalogue.entry import Alternative
from bot.faq.catalogue.schema import Numbered
from bot.faq.catalogue.telling import tariff_key
from bot.yamlfiles import Document, Key, Problem


def answers(document: Document, found: Numbered) -> Iterator[Problem]:
    """Every text of every entry."""
    for number, entry in found:
        row = document.data["entries"][number]
        if entry.answer:
            # with the blank lines that the model strips
            yield from _text(document, ("entries", number, "answer"), str(row["answer"]))
        for place, other in enumerate(entry.answers):
            if other.answer:
                key = ("entries", number, "answers", place, "answer")
                yield from _text(document, key, str(row["answers"][place]["answer"]))


def alternatives(document: Document, found: Numbered) -> Iterator[Problem]:
    """Conditions that fit nobody, or that an earlier alternative meets already."""
    for number, entry in found:
        for place, other in enumerate(entry.answers):
            key: Key = ("entries", number, "answers", place)
            if other.question and other.language is None:
                yield document.problem((*key, "question"), "title-for-nobody")
            if other.since and other.until and other.since > other.until:
                facts = {"since": other.since.isoformat(), "until": other.until.isoformat()}
                yield document.problem((*key, "until"), "days-reversed", facts)
            elif other.answer and not (other.language or other.tariff or other.since or other.until):
                yield document.problem(key, "answer-for-all")
            else:
                yield from _unreached(document, key, entry.answers[:place], other)


def _unreached(document: Document, key: Key, before: Sequence[Alternative], other: Alternative) -> Iterator[Problem]:
    for place, earlier in enumerate(before):
        if _covers(earlier, other):
            line = document.places.get((*key[:-1], place), (1, 1))[0]
            yield document.problem(key, "answer-unreached", {"line": line})
            return


def _covers(before: Alternative, other: Alternative) -> bool:
    """Whether everybody whom `other` fits has got `before`."""
    tariffs = set(map(tariff_key, before.tariff))
    return (
        before.language in {None, other.language}
        and (not tariffs or (bool(other.tariff) and tariffs.issuperset(map(tariff_key, other.tariff))))
        and (before.since or date.min) <= (other.since or date.min)
        and (before.until or date.max) >= (other.until or date.max)
    )


def _text(document: Document, key: Key, raw: str) -> Iterator[Problem]:
    flaws = list(markup.flaws(raw))
    for flaw in flaws:
        facts = {"tag": flaw.tag, "detail": flaw.detail}
        yield document.problem(key, flaw.code, facts, before=raw[: flaw.offset])
    size = markup.length(raw)
    if size > markup.MAX_TEXT:
        yield document.problem(key, "answer-too-long", {"length": size, "limit": markup.MAX_TEXT})
    if not markup.plain(raw):
        yield document.problem(key, "blank", {"key": "answer"})
    elif not flaws:
        yield from _values(document, key, raw)


def _values(document: Document, key: Key, raw: str) -> Iterator[Problem]:
    for offset, name in values.found_in(raw):
        meant = values.meant_by(name)
        facts = {"name": name, "meant": meant or "", "known": ", ".join(values.NAMES)}
        if meant is None:
            yield document.problem(key, "unknown-value", facts, severity="warning", before=raw[:offset])
        elif meant != name:
            yield document.problem(key, "misspelt-value", facts, before=raw[:offset])
    for start, line in values.lines_with_values(raw):
        if any(markup.flaws(line)):
            yield document.problem(key, "value-in-markup", before=raw[:start])
    if not markup.plain(values.filled(raw, ()).text):
        yield document.problem(key, "only-values")
