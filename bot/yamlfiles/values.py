"""Rewrites the value of one key, with as few lines as will do."""

import re
from collections.abc import Sequence
from typing import Any

from ruamel.yaml.nodes import CollectionNode, MappingNode, Node, ScalarNode, SequenceNode

from bot.yamlfiles import render
from bot.yamlfiles.places import BLOCK, Places
from bot.yamlfiles.render import Plain

_HEADER = re.compile(r"[|>][-+0-9]*")


def rewritten(at: Places, name: ScalarNode, old: Node, new: Plain) -> tuple[int, int, str]:
    """From where to where the text changes so that a key in a block has another value, and into what."""
    start = at.colon(name)
    end = at.line_end(max(start, at.end(old)))
    if isinstance(old, SequenceNode) and isinstance(new, list) and old.value:
        if not old.flow_style:
            head = at.line_end(start)
            return head, end, "\n" + "\n".join(_items(at, old, new, head))
        return old.start_mark.index, at.end(old), _in_brackets(at, old, new)
    style = old.style if isinstance(old, ScalarNode) else None
    first, line_end, rest = render.value(name.value, new, name.start_mark.column, style).partition("\n")
    return start, end, f"{first}{_comment(at, old, start, end)}{line_end}{rest}"


def _items(at: Places, old: SequenceNode, new: Sequence[Plain], head: int) -> list[str]:
    """Lines of a list; items that were there keep theirs, with the comments above them."""
    kept: list[tuple[Any, str]] = []
    start = at.next_line(head)
    for node in old.value:
        end = at.line_end(at.end(node))
        kept.append((_plain(node), at.text[start:end].replace("\r\n", "\n")))
        start = at.next_line(end)
    lines = []
    for value in new:
        place = next((at for at, (held, _) in enumerate(kept) if held == value), None)
        lines.append(render.item(value, old.start_mark.column) if place is None else kept.pop(place)[1])
    return lines


def _in_brackets(at: Places, old: SequenceNode, new: Sequence[Plain]) -> str:
    """The same for a list in brackets; one that only grows keeps its lines."""
    held = [_plain(node) for node in old.value]
    start, last = old.start_mark.index, at.end(old.value[-1])
    if held == list(new[: len(held)]):
        added = "".join(f", {render.flow(value)}" for value in new[len(held) :])
        return at.text[start:last] + added + at.text[last : at.end(old)]
    sources = [at.text[node.start_mark.index : at.end(node)] for node in old.value]
    written = [sources[held.index(value)] if value in held else render.flow(value) for value in new]
    return "[" + ", ".join(written) + "]"


def _comment(at: Places, old: Node, start: int, end: int) -> str:
    """The comment that stands behind a value, or behind the head of a block."""
    if isinstance(old, ScalarNode) and old.style in BLOCK:
        first = old.start_mark.index
        tail = _HEADER.sub("", at.text[first : at.line_end(first)], count=1)
    elif isinstance(old, CollectionNode) and not old.flow_style:
        tail = at.text[start : at.line_end(start)]
    else:
        tail = at.text[max(start, at.end(old)) : end]
    return tail.rstrip() if tail.lstrip().startswith("#") else ""


def _plain(node: Node) -> Any:
    """A node as a document holds it."""
    if isinstance(node, MappingNode):
        return {name.value: _plain(value) for name, value in node.value}
    if isinstance(node, SequenceNode):
        return [_plain(value) for value in node.value]
    return node.value.strip()
