"""Which HTML Telegram takes in a message: core.telegram.org/bots/api#html-style."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

MAX_TEXT = 4096  # after entities: core.telegram.org/bots/api#sendmessage

_ATTRIBUTES = {
    "a": {"href"},
    "code": {"class"},
    "blockquote": {"expandable"},
    "span": {"class"},
    "tg-emoji": {"emoji-id"},
}
_TAGS = _ATTRIBUTES.keys() | {"b", "strong", "i", "em", "u", "ins", "s", "strike", "del", "tg-spoiler", "pre"}
_TAG = re.compile(
    r"""<(?P<close>/?)(?P<name>[a-zA-Z][a-zA-Z0-9-]*)
        (?P<attributes>(?:\s+[a-zA-Z-]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[\w./:-]+))?)*)\s*>""",
    re.VERBOSE,
)
_ATTRIBUTE = re.compile(r"""([a-zA-Z-]+)(?:\s*=\s*(?:"[^"]*"|'[^']*'|[\w./:-]+))?""")
# html.unescape knows hundreds of names; Telegram knows these four and numbers, and shows others as they are
_ENTITY = re.compile(r"&(?:lt|gt|amp|quot|#\d+|#x[0-9a-fA-F]+);")


@dataclass(frozen=True, slots=True)
class Flaw:
    """What Telegram would refuse; `offset` is in characters of the markup."""

    offset: int
    code: str
    tag: str = ""
    detail: str = ""


def flaws(markup: str) -> Iterator[Flaw]:
    """Everything in `markup` that makes Telegram refuse the message."""
    opened: list[tuple[str, int]] = []
    end = 0
    for match in _TAG.finditer(markup):
        yield from _stray(markup, end, match.start())
        end = match.end()
        name = match["name"].lower()
        if name not in _TAGS:
            yield Flaw(match.start(), "html-tag", name)
        elif match["close"]:
            yield from _closed(name, match.start(), opened)
        else:
            opened.append((name, match.start()))
            yield from _attributes(name, match)
    yield from _stray(markup, end, len(markup))
    for name, offset in opened:
        yield Flaw(offset, "html-open", name)


def plain(markup: str) -> str:
    """The text as Telegram shows it."""
    return _ENTITY.sub(lambda entity: unescape(entity[0]), _TAG.sub("", markup)).strip()


def length(markup: str) -> int:
    """Characters after entities, in the UTF-16 units in which Telegram measures text."""
    return len(plain(markup).encode("utf-16-le", "surrogatepass")) // 2


def is_inside_tag(markup: str, offset: int) -> bool:
    """Whether a place is between `<` and `>` of a tag, as a link's address is."""
    return any(match.start() < offset < match.end() for match in _TAG.finditer(markup))


def _stray(markup: str, start: int, end: int) -> Iterator[Flaw]:
    for offset in range(start, end):
        if markup[offset] == "<":
            yield Flaw(offset, "html-stray")


def _closed(name: str, offset: int, opened: list[tuple[str, int]]) -> Iterator[Flaw]:
    if opened and opened[-1][0] == name:
        opened.pop()
    elif any(name == other for other, _ in opened):
        yield Flaw(offset, "html-crossed", name, opened[-1][0])
        while opened.pop()[0] != name:
            pass
    else:
        yield Flaw(offset, "html-closed", name)


def _attributes(name: str, match: re.Match[str]) -> Iterator[Flaw]:
    given = [attribute.lower() for attribute in _ATTRIBUTE.findall(match["attributes"])]
    allowed = _ATTRIBUTES.get(name, set())
    for attribute in given:
        if attribute not in allowed:
            yield Flaw(match.start(), "html-attribute", name, attribute)
    if name == "a" and "href" not in given:
        yield Flaw(match.start(), "html-no-href", name)
    if name == "span" and "tg-spoiler" not in match["attributes"]:
        yield Flaw(match.start(), "html-tag", name)
