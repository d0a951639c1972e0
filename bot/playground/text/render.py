"""Text and entities written back as HTML, for people's eyes: a test's print, the tour's talk."""

from html import escape

from bot.playground.chats import Json
from bot.playground.text.units import utf16_len, utf16_slice

TAG_OF = {"bold": "b", "italic": "i", "underline": "u", "strikethrough": "s", "spoiler": "tg-spoiler"}
TAG_OF |= {"code": "code", "pre": "pre", "blockquote": "blockquote", "expandable_blockquote": "blockquote"}


def to_html(text: str, entities: list[Json]) -> str:
    """Write text and entities back as HTML, for people's eyes (the page, a test's print)."""
    marks: list[tuple[int, int, int, str]] = []
    for order, entity in enumerate(entities):
        if pair := _pair(entity, text):
            start, end = entity["offset"], entity["offset"] + entity["length"]
            marks += [(start, 1, order, pair[0]), (end, 0, -order, pair[1])]
    result, position = [], 0
    for at, _, _, mark in sorted(marks):
        result += [escape(utf16_slice(text, position, at - position), quote=False), mark]
        position = at
    return "".join([*result, escape(utf16_slice(text, position, utf16_len(text)), quote=False)])


def _pair(entity: Json, text: str) -> tuple[str, str] | None:
    kind = entity["type"]
    if kind in TAG_OF:
        return f"<{TAG_OF[kind]}>", f"</{TAG_OF[kind]}>"
    if kind == "text_link":
        return f'<a href="{escape(entity["url"])}">', "</a>"
    if kind == "url":
        return f'<a href="{escape(utf16_slice(text, entity["offset"], entity["length"]))}">', "</a>"
    return None
