"""Telegram's MarkdownV2: https://core.telegram.org/bots/api#markdownv2-style (without quotes and dates)."""

from dataclasses import dataclass, field

from bot.playground.chats import Json
from bot.playground.errors import bad_request
from bot.playground.text.links import link_entity
from bot.playground.text.units import utf16_len

MARKS = {"*": "bold", "__": "underline", "_": "italic", "~": "strikethrough", "||": "spoiler"}
RESERVED = frozenset("_*[]()~`>#+-=|{}.!")


@dataclass
class _Reader:
    source: str
    position: int = 0
    output: list[str] = field(default_factory=list)
    length: int = 0
    open: list[tuple[str, int, int]] = field(default_factory=list)  # mark, offset, byte offset
    entities: list[Json] = field(default_factory=list)

    def at(self, mark: str) -> bool:
        return self.source.startswith(mark, self.position)

    def take(self, text: str, skip: int) -> None:
        self.output.append(text)
        self.length += utf16_len(text)
        self.position += skip

    def byte(self) -> int:
        return len(self.source[: self.position].encode())

    def close(self, offset: int, **entity: str) -> None:
        if self.length > offset:
            self.entities.append({"offset": offset, "length": self.length - offset, **entity})


def parse_markdown_v2(source: str) -> tuple[str, list[Json]]:
    """Split marked-up text into plain text and entities; a reserved character must be escaped."""
    reader = _Reader(source)
    while reader.position < len(source):
        _step(reader)
    if reader.open:
        mark, _, at = reader.open[-1]
        kind = MARKS.get(mark, "link")
        raise _refused(f"Can't find end of {kind.title()} entity at byte offset {at}")
    return "".join(reader.output), reader.entities


def _step(reader: _Reader) -> None:
    char = reader.source[reader.position]
    following = reader.source[reader.position + 1 : reader.position + 2]
    if char == "\\" and following and following.isascii():
        reader.take(following, 2)
    elif char == "`":
        _read_code(reader)
    elif char == "]" and reader.open and reader.open[-1][0] == "[":
        _close_link(reader)
    elif char == "[":
        reader.open.append(("[", reader.length, reader.byte()))
        reader.position += 1
    elif mark := next((mark for mark in ("||", "__", "*", "_", "~") if reader.at(mark)), None):
        _toggle(reader, mark)
    elif char in RESERVED:
        raise _refused(f"Character '{char}' is reserved and must be escaped with the preceding '\\'")
    else:
        reader.take(char, 1)


def _toggle(reader: _Reader, mark: str) -> None:
    if reader.open and reader.open[-1][0] == mark:
        _, offset, _ = reader.open.pop()
        reader.close(offset, type=MARKS[mark])
    elif any(opened == mark for opened, _, _ in reader.open):
        raise _refused(
            f"Can't find end of {MARKS[reader.open[-1][0]].title()} entity at byte offset {reader.open[-1][2]}"
        )
    else:
        reader.open.append((mark, reader.length, reader.byte()))
    reader.position += len(mark)


def _read_code(reader: _Reader) -> None:
    fence = "```" if reader.at("```") else "`"
    start = reader.position + len(fence)
    end = start
    while not reader.source.startswith(fence, end):
        end += 2 if reader.source[end : end + 1] == "\\" else 1
        if end >= len(reader.source):
            kind = "Pre" if fence == "```" else "Code"
            raise _refused(f"Can't find end of {kind} entity at byte offset {reader.byte()}")
    inner, extra = reader.source[start:end], {}
    if fence == "```" and "\n" in inner:
        first, rest = inner.split("\n", 1)
        language = first.strip()
        inner = rest if not language or language.isascii() else inner
        extra = {"language": language} if language and language.isascii() else {}
    offset = reader.length
    reader.take(_unescaped(inner), end + len(fence) - reader.position)
    reader.close(offset, type="pre" if fence == "```" else "code", **extra)


def _close_link(reader: _Reader) -> None:
    _, offset, _ = reader.open.pop()
    start = reader.position + 1
    url = "".join(reader.output)
    if reader.source.startswith("(", start):
        end = start + 1
        while end < len(reader.source) and reader.source[end] != ")":
            end += 2 if reader.source[end] == "\\" else 1
        if end >= len(reader.source):
            raise _refused(f"Can't find end of a URL at byte offset {reader.byte() + 1}")
        url = _unescaped(reader.source[start + 1 : end])
        start = end + 1
    reader.position = start
    if entity := link_entity(url):
        reader.close(offset, **entity)


def _unescaped(text: str) -> str:
    result, escaped = [], False
    for char in text:
        if char == "\\" and not escaped:
            escaped = True
            continue
        result.append(char)
        escaped = False
    return "".join(result)


def _refused(reason: str) -> Exception:
    return bad_request(f"can't parse entities: {reason}")
