"""Rewrites single rows of a YAML list of mappings; every byte outside the touched lines stays as it is.

Places come from the node graph, so comments, order, quotes and line ends need no care: they are simply not written.
"""

from collections.abc import Sequence

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import CollectionNode, MappingNode, Node, ScalarNode, SequenceNode

from bot.yamlfiles import render
from bot.yamlfiles.places import Places
from bot.yamlfiles.render import Plain
from bot.yamlfiles.values import rewritten


class NotRewritable(Exception):  # noqa: N818 - named as the sentence it tells
    """The text isn't a list of mappings under the key, or anchors knit its parts together."""


class Rows:
    """The rows under a key of a text's top mapping. Each method returns the new text, or raises `NotRewritable`."""

    def __init__(self, text: str, key: str) -> None:
        self._text = text
        self._at = Places(text)
        self._end_of_line = "\r\n" if "\r\n" in text else "\n"
        try:
            root: Node | None = YAML(typ="safe", pure=True).compose(text)
        except (YAMLError, RecursionError):
            raise NotRewritable from None
        _refuse_aliases(root, set())
        self._key, self._rows = _pair(root, key)
        self._in_brackets = isinstance(self._rows, SequenceNode) and bool(self._rows.flow_style)

    def with_row(self, place: int, row: dict[str, Plain]) -> str:
        """A row put in at a place."""
        rows = self._rows.value if isinstance(self._rows, SequenceNode) else []
        if not rows:
            start = self._at.colon(self._key)
            return self._replaced(start, max(start, self._at.end(self._rows)), "\n" + render.item(row, 2))
        before = rows[max(place, 1) - 1]
        if self._in_brackets:
            end = self._at.end(before)
            return self._replaced(end, end, ", " + render.flow(row))
        column = self._rows.start_mark.column
        written = render.item(row, column, self._inner(before, column))
        end = self._at.whole_end(before)
        return self._replaced(end, end, ("\n\n" if self._apart(rows) else "\n") + written)

    def without_row(self, number: int) -> str:
        """A row taken out, with the comment right above it."""
        rows = self._rows.value
        if self._in_brackets:
            return self._without_in_brackets(rows, number)
        dash = len(self._text[: rows[number].start_mark.index].rstrip()) - 1
        if self._text[dash] != "-":
            raise NotRewritable
        if len(rows) == 1:
            return self._replaced(dash, self._at.end(rows[number]), "[]")
        start = self._at.comment_above(self._at.line_start(dash), self._rows.start_mark.column)
        end = self._at.next_line(self._at.whole_end(rows[number]))
        if number == 0:
            while end < len(self._text) and not self._at.line(end).strip():
                end = self._at.next_line(end)
        else:
            while start and not self._at.line(self._at.line_start(start - 1)).strip():
                start = self._at.line_start(start - 1)
        return self._text[:start] + self._text[end:]

    def with_value(self, number: int, key: str, row: dict[str, Plain], after: Sequence[str]) -> str:
        """The value of `row` under a key written into a row; a new key goes behind the last of those in `after`."""
        node = self._rows.value[number]
        if node.flow_style:
            return self._replaced(node.start_mark.index, self._at.end(node), render.flow(row))
        column = node.start_mark.column
        for name_node, old in node.value:
            if name_node.value == key:
                return self._replaced(*rewritten(self._at, name_node, old, row[key]))
        held = [old for name, old in node.value if name.value in after] or [node.value[-1][1]]
        end = self._at.line_end(max(map(self._at.end, held)))
        return self._replaced(end, end, f"\n{' ' * column}{key}:{render.value(key, row[key], column)}")

    def without_key(self, number: int, key: str, row: dict[str, Plain]) -> str:
        """A key taken out of a row, of which `row` is what is left."""
        node = self._rows.value[number]
        if node.flow_style:
            return self._replaced(node.start_mark.index, self._at.end(node), render.flow(row))
        place = [name.value for name, _ in node.value].index(key)
        if place:
            name, old = node.value[place]
            start = self._at.line_start(name.start_mark.index)
            return self._text[:start] + self._text[self._at.next_line(self._at.line_end(self._at.end(old))) :]
        if len(node.value) == 1:
            raise NotRewritable
        return self._replaced(node.start_mark.index, node.value[1][0].start_mark.index, "")

    def _without_in_brackets(self, rows: Sequence[Node], number: int) -> str:
        start, end = rows[number].start_mark.index, self._at.end(rows[number])
        if number:
            start = self._at.end(rows[number - 1])
        elif len(rows) > 1:
            end = rows[1].start_mark.index
        return self._replaced(start, end, "")

    def _replaced(self, start: int, end: int, new: str) -> str:
        return self._text[:start] + new.replace("\n", self._end_of_line) + self._text[end:]

    def _apart(self, rows: Sequence[Node]) -> bool:
        """Whether rows have blank lines between them."""
        if len(rows) == 1:
            return True
        between = self._text[self._at.whole_end(rows[0]) : rows[1].start_mark.index]
        return any(not line.strip() for line in between.split("\n")[1:-1])

    def _inner(self, row: Node, column: int) -> int:
        same_line = self._at.line_start(row.start_mark.index) == row.start_mark.index - row.start_mark.column
        return row.start_mark.column if same_line and row.start_mark.column > column else column + 2


def _pair(root: Node | None, key: str) -> tuple[ScalarNode, SequenceNode | ScalarNode]:
    for name, value in root.value if isinstance(root, MappingNode) else ():
        if name.value == key and isinstance(value, SequenceNode | ScalarNode):
            if isinstance(value, SequenceNode) and not all(isinstance(row, MappingNode) for row in value.value):
                break
            return name, value
    raise NotRewritable


def _refuse_aliases(node: Node | None, seen: set[int]) -> None:
    """A value that is used twice has its place only once."""
    if node is None or id(node) in seen:
        raise NotRewritable
    seen.add(id(node))
    for held in node.value if isinstance(node, CollectionNode) else ():
        for part in held if isinstance(held, tuple) else (held,):
            _refuse_aliases(part, seen)
