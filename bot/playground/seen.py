"""A message as a person sees it now, for tests and the tour."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from bot.playground.chats import Chat, Json
from bot.playground.posting import SERVICE
from bot.playground.text.render import to_html

FILES = ("photo", "video", "animation", "document", "audio", "voice", "video_note", "sticker")
KINDS = (
    "text",
    "animation",  # before document, which Telegram adds to it
    *(kind for kind in FILES if kind != "animation"),
    "venue",  # before location, likewise
    "location",
    "contact",
    "poll",
    "dice",
    "invoice",
)
Wanted = str | Callable[["Seen"], object] | None


@dataclass(frozen=True)
class Button:
    text: str
    data: str | None
    url: str | None
    raw: Json


@dataclass(frozen=True, repr=False)
class Seen:
    """One message in a chat; `raw` is its JSON in the Bot API's form, as it is now (or was when it vanished)."""

    chat: Chat
    raw: Json

    @property
    def id(self) -> int:
        return int(self.raw["message_id"])

    @property
    def text(self) -> str:
        """Its text or caption, or nothing."""
        return str(self.raw.get("text") or self.raw.get("caption") or "")

    @property
    def entities(self) -> list[Json]:
        return list(self.raw.get("entities") or self.raw.get("caption_entities") or [])

    @property
    def html(self) -> str:
        return to_html(self.text, self.entities)

    @property
    def kind(self) -> str:
        """One of text, photo, document, …; for service messages their field, such as forum_topic_closed."""
        return next((kind for kind in (*KINDS, *SERVICE) if kind in self.raw), "unknown")

    @property
    def keyboard(self) -> list[list[Button]]:
        """The inline buttons under the message, row by row."""
        rows = self.raw.get("reply_markup", {}).get("inline_keyboard", [])
        return [
            [Button(button["text"], button.get("callback_data"), button.get("url"), button) for button in row]
            for row in rows
        ]

    @property
    def buttons(self) -> list[Button]:
        return [button for row in self.keyboard for button in row]

    def button(self, wanted: str) -> Button:
        """Find a button by its text, by a part of it, or by its data."""
        tests: tuple[Callable[[Button], bool], ...] = (
            lambda button: button.text == wanted,
            lambda button: button.data == wanted,
            lambda button: wanted in button.text,
        )
        for test in tests:
            if found := next(filter(test, self.buttons), None):
                return found
        raise AssertionError(f"no button {wanted!r} in:\n{self}")

    @property
    def deleted(self) -> bool:
        return self.id not in self.chat.messages

    @property
    def edited(self) -> bool:
        return "edit_date" in self.raw

    @property
    def reactions(self) -> list[str]:
        """All that is set on it now: the emoji, or the kind of those that aren't emoji; the longest there first."""
        there = [found for (message_id, _), found in self.chat.reactions.items() if message_id == self.id]
        return [str(reaction.get("emoji", reaction["type"])) for found in there for reaction in found]

    @property
    def thread(self) -> int | None:
        return self.chat.topic_of(self.raw)

    @property
    def sender_id(self) -> int:
        return int(self.raw["from"]["id"])

    @property
    def album(self) -> str | None:
        return self.raw.get("media_group_id")

    @property
    def file_id(self) -> str | None:
        """The file's id; of a photo, that of its largest size."""
        content: Any = self.raw.get(self.kind)
        if isinstance(content, list):
            return str(content[-1]["file_id"])
        return content.get("file_id") if isinstance(content, dict) else None

    @property
    def reply_to(self) -> int | None:
        """Id of the message it answers; the opening message of its topic doesn't count."""
        replied: Json | None = self.raw.get("reply_to_message")
        return int(replied["message_id"]) if replied and replied["message_id"] != self.thread else None

    def fits(self, wanted: Wanted) -> bool:
        if wanted is None:
            return True
        return wanted in self.text if isinstance(wanted, str) else bool(wanted(self))

    def __str__(self) -> str:
        sender: Json = self.raw.get("sender_chat") or self.raw["from"]
        name = sender.get("title") or sender.get("first_name")
        mark = f" [{self.kind}]" if self.kind != "text" else ""
        topic = f" #{self.thread}" if self.thread else ""
        rows = "".join("\n      " + " ".join(f"[{button.text}]" for button in row) for row in self.keyboard)
        return f"{self.id}{topic} {name}:{mark} {self.text}{rows}"

    def __repr__(self) -> str:
        return f"<Seen {self}>"


def tail(chat: Chat, most: int = 12) -> str:
    """Print the end of a chat, for the reader of a failed test."""
    lines = [str(Seen(chat, message)) for message in list(chat.messages.values())[-most:]]
    return "\n".join(["", "the chat's end:", *lines]) if lines else " (the chat is empty)"
