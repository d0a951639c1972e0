"""Where things end in a YAML text: values, lines, and the comments that belong to a row."""

from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

BLOCK = frozenset({"|", ">"})
"""Styles of texts that stand on lines of their own."""


class Places:
    """Offsets in one text."""

    def __init__(self, text: str) -> None:
        self.text = text

    def end(self, node: Node) -> int:
        """Where a value ends, blank lines and comments behind it aside."""
        if isinstance(node, MappingNode) and not node.flow_style and node.value:
            return self.end(node.value[-1][1])
        if isinstance(node, SequenceNode) and not node.flow_style and node.value:
            return self.end(node.value[-1])
        end: int = node.end_mark.index
        if isinstance(node, ScalarNode) and node.style in BLOCK:
            return len(self.text[:end].rstrip())
        return end

    def whole_end(self, row: Node) -> int:
        """Where a row's lines end, with comments at its keys' depth that follow at once."""
        end = self.line_end(self.end(row))
        while (line := self.line(self.next_line(end))).lstrip(" ").startswith("#"):
            if len(line) - len(line.lstrip(" ")) < row.start_mark.column:
                break
            end = self.line_end(self.next_line(end))
        return end

    def comment_above(self, start: int, column: int) -> int:
        """Where the comment lines begin that stand right above a line, not deeper than a column."""
        while start:
            line = self.line(self.line_start(start - 1))
            if not line.lstrip(" ").startswith("#") or len(line) - len(line.lstrip(" ")) > column:
                break
            start = self.line_start(start - 1)
        return start

    def line_start(self, place: int) -> int:
        return self.text.rfind("\n", 0, place) + 1

    def line_end(self, place: int) -> int:
        end = self.text.find("\n", place)
        if end < 0:
            return len(self.text)
        return end - 1 if end > place and self.text[end - 1] == "\r" else end

    def next_line(self, place: int) -> int:
        end = self.text.find("\n", place)
        return len(self.text) if end < 0 else end + 1

    def line(self, start: int) -> str:
        return self.text[start : self.line_end(start)]

    def colon(self, name: Node) -> int:
        """Behind the colon of a key."""
        return self.text.index(":", name.end_mark.index) + 1
