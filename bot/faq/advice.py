"""What a right FAQ could do better, as the matcher sees it: questions that it confuses, synonyms that nothing uses."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from bot import yamlfiles
from bot.faq.catalogue import schema
from bot.faq.catalogue.entry import Catalogue, Entry
from bot.faq.catalogue.lexicon import synonyms
from bot.faq.matching.candidates import candidates
from bot.faq.matching.decide import probabilities
from bot.faq.matching.index import Index
from bot.faq.matching.query import read
from bot.faq.matching.terms import synonym_key
from bot.yamlfiles import Document, Key, Problem

_NEARLY = 0.2
"""Of its own probability another entry has for a question: so alike, a word more or less decides."""

_NAMED = 10
"""A large thesaurus has words for what no FAQ says: so many groups are named, the others only counted."""
_SPANS = 20


def advise(faq_path: Path, synonyms_path: Path, *, own: bool = True) -> list[Problem]:
    """Warnings on a FAQ that has no errors; on the synonyms only where they are its own.

    Raises `FileInvalid`.
    """
    return advise_document(yamlfiles.read(faq_path), synonyms_path, own=own)


def advise_document(document: Document, synonyms_path: Path, *, own: bool = True) -> list[Problem]:
    """The same for a FAQ that has been read. Raises `FileInvalid`."""
    found, problems = schema.entries(document)
    found = [(number, entry) for number, entry in found if not entry.hidden]
    if problems or not found:
        return []
    known = synonyms(synonyms_path)
    index = Index(Catalogue(entries=tuple(entry for _, entry in found)), known)
    advice = list(_confused(document, found, index))
    if own and synonyms_path.exists():
        advice.extend(_unused(yamlfiles.read(synonyms_path), index))
    return advice


def _confused(document: Document, found: schema.Numbered, index: Index) -> Iterator[Problem]:
    """An entry's own phrase that leads to another entry first, or a question that another answers nearly as well."""
    for number, entry in found:
        for key, phrase in _phrases(entry):
            asked = read(index, phrase)
            # that the entry lists the phrase word for word is put aside: people will say it a little otherwise
            rivals = [candidate._replace(verbatim=False) for candidate in candidates(index, asked)]
            ranked = probabilities(asked, rivals)
            other = next((match for match in ranked if match.id != entry.id), None)
            if other is None:
                continue
            own = next((match.score for match in ranked if match.id == entry.id), 0.0)
            facts = {"question": phrase, "other": other.id}
            place = ("entries", number, *key)
            if other.score > own:
                yield document.problem(place, "confused", facts, severity="warning")
            elif key == ("question",) and other.score > own * _NEARLY:
                yield document.problem(place, "nearly-confused", facts, severity="warning")


def _phrases(entry: Entry) -> Iterator[tuple[Key, str]]:
    """Everything that an entry is to be found by, and where it stands."""
    yield ("question",), entry.question
    for place, variant in enumerate(entry.variants):
        yield ("variants", place), variant
    for place, other in enumerate(entry.answers):
        if other.question:
            yield ("answers", place, "question"), other.question


def _unused(document: Document, index: Index) -> Iterator[Problem]:
    """Groups of synonyms none of which occurs in any entry: some by name, the others by their lines."""
    groups = (document.data.get("groups") if isinstance(document.data, dict) else None) or []
    numbers = [number for number in range(len(groups)) if synonym_key(number) not in index.postings]
    for number in numbers[:_NAMED]:
        facts = {"first": str(groups[number][0]) if groups[number] else ""}
        yield document.problem(("groups", number), "unused-synonyms", facts, severity="warning")
    if more := numbers[_NAMED:]:
        rows = [document.places.get(("groups", number), (1, 1))[0] for number in more]
        told: dict[str, str | int] = {"count": len(more), "lines": _in_short(rows)}
        yield document.problem(("groups", more[0]), "more-unused-synonyms", told, severity="warning")


def _in_short(rows: Sequence[int]) -> str:
    """Lines of a file, neighbours joined: `3, 7–9`; where they are too many, the first ones and the last."""
    joined: list[list[int]] = []
    for row in rows:
        if joined and row == joined[-1][-1] + 1:
            joined[-1][1:] = [row]
        else:
            joined.append([row])
    spans = ["–".join(map(str, span)) for span in joined]
    return ", ".join(spans if len(spans) <= _SPANS else [*spans[: _SPANS - 1], "…", spans[-1]])
