"""Telegram's HTML, as strictly as Telegram reads it: https://core.telegram.org/bots/api#html-style."""

import re
from dataclasses import dataclass, field

from bot.playground.chats import Json
from bot.playground.errors import bad_request
from bot.playground.text.links import link_entity
from bot.playground.text.units import utf16_len

SIMPLE = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
}
TAGS = frozenset({*SIMPLE, "a", "code", "pre", "blockquote", "tg-emoji"})
NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
REFERENCE = re.compile(r"&(?:#x([0-9a-fA-F]{1,6})|#([0-9]{1,7})|([a-zA-Z]+));?")
TAG = re.compile(r"<(/?)([^\s>]*)((?:\"[^\"]*\"|'[^']*'|[^>\"'])*)>")
ATTRIBUTE = re.compile(r"\s*([^\s=>/\"']+)\s*(?:=\s*(?:\"([^\"]*)\"|'([^']*)'|([A-Za-z0-9.\-]+)(?=\s|$)))?")
HIGHEST_CODE = 0x10FFFF


@dataclass
class _Open:
    tag: str
    attributes: dict[str, str]
    offset: int
    start: int  # where the inner text begins in the output, in characters


@dataclass
class _Reader:
    source: str
    output: list[str] = field(default_factory=list)
    length: int = 0
    open: list[_Open] = field(default_factory=list)
    entities: list[Json] = field(default_factory=list)

    def add(self, text: str) -> None:
        self.output.append(text)
        self.length += utf16_len(text)


def parse_html(source: str) -> tuple[str, list[Json]]:
    """Split marked-up text into plain text and entities; refuse what Telegram refuses."""
    reader = _Reader(source)
    position = 0
    while position < len(source):
        lt = source.find("<", position)
        end = len(source) if lt < 0 else lt
        reader.add(_unescape(source[position:end]))
        position = end if lt < 0 else _read_tag(reader, lt)
    if reader.open:
        raise _refused(f'Can\'t find end tag corresponding to start tag "{reader.open[-1].tag}"')
    return "".join(reader.output), reader.entities


def _read_tag(reader: _Reader, start: int) -> int:
    found = TAG.match(reader.source, start)
    at = len(reader.source[:start].encode())
    if not found:
        kind = "end" if reader.source.startswith("</", start) else "start"
        raise _refused(f"Unclosed {kind} tag at byte offset {at}")
    closing, tag, rest = found.groups()
    if closing:
        _close(reader, tag.lower(), at)
    else:
        _open(reader, tag.lower(), rest, at)
    return found.end()


def _open(reader: _Reader, tag: str, rest: str, at: int) -> None:
    if tag not in TAGS:
        raise _refused(f'Unsupported start tag "{tag}" at byte offset {at}')
    attributes = _attributes(rest, tag, at)
    if tag == "span" and attributes.get("class") != "tg-spoiler":
        raise _refused(f'Tag "span" must have class "tg-spoiler" at byte offset {at}')
    reader.open.append(_Open(tag, attributes, reader.length, len(reader.output)))


def _attributes(rest: str, tag: str, at: int) -> dict[str, str]:
    attributes: dict[str, str] = {}
    position = 0
    rest = rest.rstrip()
    while position < len(rest):
        found = ATTRIBUTE.match(rest, position)
        if not found or not found.group(0):
            raise _refused(f'Empty attribute name in the tag "{tag}" at byte offset {at}')
        value = next((group for group in found.groups()[1:] if group is not None), "")
        attributes[found.group(1).lower()] = _unescape(value)
        position = found.end()
    return attributes


def _close(reader: _Reader, tag: str, at: int) -> None:
    if not reader.open:
        raise _refused(f"Unexpected end tag at byte offset {at}")
    opened = reader.open.pop()
    if tag and tag != opened.tag:
        raise _refused(f'Unmatched end tag at byte offset {at}, expected "</{opened.tag}>", found "</{tag}>"')
    if reader.length > opened.offset:
        _add_entity(reader, opened)


def _add_entity(reader: _Reader, opened: _Open) -> None:
    place: Json = {"offset": opened.offset, "length": reader.length - opened.offset}
    given = opened.attributes
    if opened.tag in SIMPLE:
        reader.entities.append({**place, "type": SIMPLE[opened.tag]})
    elif opened.tag == "a":
        url = given.get("href") or "".join(reader.output[opened.start :])
        if entity := link_entity(url):
            reader.entities.append({**place, **entity})
    elif opened.tag == "blockquote":
        kind = "expandable_blockquote" if "expandable" in given else "blockquote"
        reader.entities.append({**place, "type": kind})
    elif opened.tag == "tg-emoji":
        if not given.get("emoji-id", "").isdigit():
            raise _refused("Invalid custom emoji identifier specified")
        reader.entities.append({**place, "type": "custom_emoji", "custom_emoji_id": given["emoji-id"]})
    else:
        _add_code(reader, opened, place)


def _add_code(reader: _Reader, opened: _Open, place: Json) -> None:
    """`<pre><code class="language-…">` is one entity with a language."""
    inner = reader.entities[-1] if reader.entities else {}
    language = opened.attributes.get("class", "").removeprefix("language-")
    if opened.tag == "pre" and inner.get("type") == "code" and place.items() <= inner.items():
        reader.entities[-1] = {**inner, "type": "pre"}
        return
    entity: Json = {**place, "type": opened.tag}
    if opened.tag == "code" and language and any(outer.tag == "pre" for outer in reader.open):
        entity["language"] = language
    reader.entities.append(entity)


def _unescape(text: str) -> str:
    return REFERENCE.sub(_referred, text)


def _referred(found: re.Match[str]) -> str:
    hexadecimal, decimal, name = found.groups()
    if name:
        return NAMED.get(name, found.group(0))
    code = int(hexadecimal, 16) if hexadecimal else int(decimal)
    return chr(code) if 0 < code < HIGHEST_CODE else found.group(0)


def _refused(reason: str) -> Exception:
    return bad_request(f"can't parse entities: {reason}")
