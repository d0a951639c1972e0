"""What Telegram finds in a text by itself: links, addresses, commands, mentions, tags, phone numbers."""

import re

from bot.playground.chats import Json
from bot.playground.text.units import utf16_len

DOMAINS = "com|net|org|ru|рф|su|io|me|info|biz|app|dev|tv|online|site|example|test"
FINDERS = {
    "email": re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII),
    "url": re.compile(
        rf"(?<![\w@.])(?:(?:https?|tg|ftp)://[^\s<>\"]+|(?:[\w-]+\.)+(?:{DOMAINS})(?![\w-])(?:[/?#][^\s<>\"]*)?)",
        re.IGNORECASE,
    ),
    "bot_command": re.compile(r"(?<![\w/@])/[a-zA-Z0-9_]{1,64}(?:@[a-zA-Z0-9_]{3,32})?(?![\w/])"),
    "mention": re.compile(r"(?<![\w@/])@[a-zA-Z0-9_]{3,32}\b"),
    "hashtag": re.compile(r"(?<![\w#])#(?=\w*[^\W\d])\w{1,256}"),
    "phone_number": re.compile(r"(?<![\w+])\+\d[\d\s()-]{8,16}\d(?!\w)"),
}
LINK_END = ".,:;!?)('\"»"
CODE = frozenset({"code", "pre"})
SCHEME = re.compile(r"^[a-z][a-z0-9+.-]*:", re.IGNORECASE)
USER_LINK = re.compile(r"^tg:(?://)?user/?\?id=(\d+)$", re.IGNORECASE)


def find_entities(text: str, taken: list[Json]) -> list[Json]:
    """Find what wasn't marked up by hand; nothing is found inside code or where a link already is."""
    busy = [(e["offset"], e["offset"] + e["length"]) for e in taken if e["type"] in {*CODE, "text_link"}]
    found: list[Json] = []
    for kind, pattern in FINDERS.items():
        for match in pattern.finditer(text):
            piece = match.group().rstrip(LINK_END) if kind == "url" else match.group()
            start, length = utf16_len(text[: match.start()]), utf16_len(piece)
            if length and all(start + length <= low or start >= high for low, high in busy):
                busy.append((start, start + length))
                found.append({"type": kind, "offset": start, "length": length})
    return found


def link_entity(url: str) -> Json | None:
    """Give the entity for a link; an address that is none makes no entity, as at Telegram."""
    if user := USER_LINK.match(url):
        return {"type": "text_mention", "user": {"id": int(user.group(1)), "is_bot": False, "first_name": ""}}
    if SCHEME.match(url):
        known = url.lower().startswith(("http://", "https://", "tg:", "ton:", "tonsite:"))
        return {"type": "text_link", "url": url} if known else None
    host = url.split("/", 1)[0]
    return {"type": "text_link", "url": f"http://{url}"} if "." in host.strip(".") and " " not in url else None
