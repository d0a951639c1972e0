"""YAML with a line and a column for every value, and with limits that no file can get past.

Only the node graph is composed: scalars stay the text that was typed (`2024`, `yes` and `0612` mean themselves in a
FAQ), aliases are followed within a budget, and nothing is ever constructed from a tag.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

import yaml
from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError

MAX_BYTES = 8 * 2**20  # ten thousand long entries; above it only a mistake or an attack is left
MAX_LINES = 250_000
MAX_VALUES = 1_000_000  # what aliases may unfold to
MAX_DEPTH = 16
_QUICK = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DISPUTED = frozenset("\t\x85\u2028\u2029\ufeff")  # signs that YAML 1.1, which libyaml reads, and 1.2 see otherwise
NULLS = frozenset({"", "~", "null", "Null", "NULL"})

Key = tuple[str | int, ...]
Node = Any  # of either library: `id`, `value`, `style` and marks are the same


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake in a file. `line` and `column` count from 1; `code` and `facts` choose the wording."""

    file: str
    line: int
    column: int
    code: str
    facts: Mapping[str, str | int] = field(default_factory=dict)
    severity: Literal["error", "warning"] = "error"


@dataclass(frozen=True, slots=True)
class Document:
    """Plain data of a file and where each value of it stands."""

    file: str
    data: Any
    places: Mapping[Key, tuple[int, int]]
    indents: Mapping[Key, int] = field(default_factory=dict)  # of the text in `|` blocks, in columns
    problems: tuple[Problem, ...] = ()

    def problem(
        self,
        key: Key,
        code: str,
        facts: Mapping[str, str | int] | None = None,
        *,
        severity: Literal["error", "warning"] = "error",
        before: str | None = None,
    ) -> Problem:
        """A mistake in the value at `key`, or in the nearest value around it that exists.

        `before` is the part of a text that precedes the mistake; it counts where lines are kept (`|`).
        """
        while key not in self.places and key:
            key = key[:-1]
        line, column = self.places.get(key, (1, 1))
        if key in self.indents and before is not None:
            line += before.count("\n") + 1
            column = self.indents[key] + len(before) - before.rfind("\n")
        return Problem(self.file, line, column, code, facts or {}, severity)


class _Unreadable(Exception):  # noqa: N818 - named as the sentence it tells
    def __init__(self, line: int, column: int, code: str, facts: Mapping[str, str | int]) -> None:
        super().__init__(code)
        self.line, self.column, self.code, self.facts = line, column, code, facts


def read(path: Path) -> Document:
    """Reads a file; what can't be read is in `problems`, and `data` is then None. Never raises for a bad file."""
    try:
        if path.stat().st_size > MAX_BYTES:
            return _refused(str(path), _too_large())
        raw = path.read_bytes()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        return _refused(str(path), _Unreadable(1, 1, "unreadable", {"reason": reason}))
    return read_text(raw, str(path))


def read_text(raw: str | bytes, file: str) -> Document:
    """The same for what isn't on disk; `file` names it in problems."""
    try:
        return _Reader(file).document(_decoded(raw.encode("utf-8", "surrogatepass") if isinstance(raw, str) else raw))
    except _Unreadable as error:
        return _refused(file, error)


def _refused(file: str, error: _Unreadable) -> Document:
    problem = Problem(file, error.line, error.column, error.code, error.facts)
    return Document(file, None, {}, problems=(problem,))


def _too_large() -> _Unreadable:
    return _Unreadable(1, 1, "too-large", {"megabytes": MAX_BYTES // 2**20})


def _decoded(raw: bytes) -> str:
    if len(raw) > MAX_BYTES:
        raise _too_large()
    if raw.count(b"\n") > MAX_LINES:
        raise _Unreadable(1, 1, "too-many-lines", {"lines": MAX_LINES})
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8", "replace")
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        raise _Unreadable(line, column, "encoding", {}) from None


def _compose(text: str) -> Node:
    """The node graph. What libyaml can't read is read, or told of in words, by ruamel.yaml."""
    root = _compose_quickly(text) or _compose_carefully(text)
    if root is None or (root.id == "scalar" and str(root.value).strip() in NULLS):
        raise _Unreadable(1, 1, "empty", {})
    return root


def _compose_quickly(text: str) -> Node:
    """By libyaml, which takes a tenth of the time; nothing for what it doesn't take, or is nested too deeply for it."""
    if not _DISPUTED.isdisjoint(text):
        return None
    depth = 0
    try:
        for event in yaml.parse(text, Loader=_QUICK):
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > MAX_DEPTH:
                return None
        return yaml.compose(text, Loader=_QUICK)
    except yaml.YAMLError:
        return None


def _compose_carefully(text: str) -> Node:
    try:
        return YAML(typ="safe", pure=True).compose(text)
    except RecursionError:
        raise _Unreadable(1, 1, "too-deep", {"depth": MAX_DEPTH}) from None
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line, mark.column) if mark else (0, 0)
        lines = text.splitlines()
        indent = lines[line][: column + 1] if line < len(lines) else ""
        code = "tab" if "\t" in indent and not indent.strip() else "syntax"
        raise _Unreadable(line + 1, column + 1, code, {"reason": str(error.problem or error.context)}) from None
    except YAMLError as error:
        at = text[: getattr(error, "position", 0) or 0]
        reason = getattr(error, "reason", "") or type(error).__name__
        line, column = at.count("\n") + 1, len(at) - at.rfind("\n")
        raise _Unreadable(line, column, "syntax", {"reason": str(reason)}) from None


class _Reader:
    def __init__(self, file: str) -> None:
        self.file = file
        self.places: dict[Key, tuple[int, int]] = {}
        self.indents: dict[Key, int] = {}
        self.lines: list[str] = []
        self.problems: list[Problem] = []

    def document(self, text: str) -> Document:
        self.lines = text.splitlines()
        data = self._value(_compose(text), ())
        return Document(self.file, data, self.places, self.indents, tuple(self.problems))

    def _value(self, node: Node, key: Key) -> Any:
        line, column = node.start_mark.line + 1, node.start_mark.column + 1
        if len(self.places) >= MAX_VALUES:
            raise _Unreadable(line, column, "too-many", {"values": MAX_VALUES})
        if len(key) > MAX_DEPTH:
            raise _Unreadable(line, column, "too-deep", {"depth": MAX_DEPTH})
        self.places[key] = (line, column)
        if node.id == "mapping":
            return self._mapping(node, key)
        if node.id == "sequence":
            return [self._value(item, (*key, number)) for number, item in enumerate(node.value)]
        if node.id != "scalar":
            raise _Unreadable(line, column, "syntax", {"reason": type(node).__name__})
        if node.style == "|":
            first = next((row for row in self.lines[line:] if row.strip()), "")
            self.indents[key] = len(first) - len(first.lstrip())
        return None if not node.style and node.value in NULLS else str(node.value)

    def _mapping(self, node: Node, key: Key) -> dict[str, Any]:
        data: dict[str, Any] = {}
        for name_node, value_node in node.value:
            name = str(name_node.value)
            if name in data:
                line, column = name_node.start_mark.line + 1, name_node.start_mark.column + 1
                self.problems.append(Problem(self.file, line, column, "duplicate-key", {"key": name}))
            else:
                data[name] = self._value(value_node, (*key, name))
        return data
