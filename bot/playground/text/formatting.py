"""From what a bot sends to what stands in the chat: markup read, spaces trimmed, lengths checked."""

from bot.playground.chats import Json
from bot.playground.errors import bad_request
from bot.playground.text.html import parse_html
from bot.playground.text.links import find_entities
from bot.playground.text.markdown import parse_markdown_v2
from bot.playground.text.units import utf16_len

LONGEST_TEXT = 4096  # UTF-16 units after parsing, https://core.telegram.org/bots/api#sendmessage
LONGEST_CAPTION = 1024  # https://core.telegram.org/bots/api#sendphoto
LONGEST_SOURCE = 1 << 15  # bytes before parsing
PARSERS = {"html": parse_html, "markdownv2": parse_markdown_v2}


def formatted_text(text: str, parse_mode: str | None, entities: list[Json] | None) -> Json:
    """Give `{"text", "entities"}` of a message to be sent; refuse an empty or too long one."""
    plain, found = formatted(text, parse_mode, entities)
    if not plain:
        raise bad_request("message text is empty")
    if utf16_len(plain) > LONGEST_TEXT:
        raise bad_request("message is too long")
    return {"text": plain, "entities": found} if found else {"text": plain}


def formatted_caption(text: str | None, parse_mode: str | None, entities: list[Json] | None) -> Json:
    """Give `{"caption", "caption_entities"}`, or nothing for no caption; refuse a too long one."""
    plain, found = formatted(text or "", parse_mode, entities)
    if utf16_len(plain) > LONGEST_CAPTION:
        raise bad_request("message caption is too long")
    if not plain:
        return {}
    return {"caption": plain, "caption_entities": found} if found else {"caption": plain}


def formatted(text: str, parse_mode: str | None, entities: list[Json] | None) -> tuple[str, list[Json]]:
    if len(text.encode()) > LONGEST_SOURCE:
        raise bad_request("text is too long")
    marked = list(entities or [])
    if parse_mode and text:
        parser = PARSERS.get(parse_mode.lower())
        if parser is None:
            raise bad_request("unsupported parse_mode")
        text, marked = parser(text)
    text, marked = _trimmed(text, marked)
    marked += find_entities(text, marked)
    return text, sorted(marked, key=lambda e: (e["offset"], -e["length"]))


def _trimmed(text: str, entities: list[Json]) -> tuple[str, list[Json]]:
    """Telegram cuts spaces at both ends, and the entities with them."""
    text = text.rstrip()
    shift = utf16_len(text) - utf16_len(text.lstrip())
    text = text.lstrip()
    size = utf16_len(text)
    kept = []
    for entity in entities:
        start = max(entity["offset"] - shift, 0)
        end = min(entity["offset"] - shift + entity["length"], size)
        if end > start:
            kept.append({**entity, "offset": start, "length": end - start})
    return text, kept
