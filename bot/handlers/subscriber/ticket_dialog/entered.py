"""Adds what was typed or sent to what the dialog has gathered."""

from bot.handlers.subscriber.ticket_dialog.states import Gathered
from bot.tickets.open import Attachment

MOST_FILES = 10
LONGEST = 12_000
"""Characters of a description: three full messages."""


def add_words(data: Gathered, words: str) -> bool:
    """Adds a paragraph to the description; False if there is no room for it."""
    words = words.strip()
    before = data.get("description", "")
    if not words:
        return True
    if len(before) + len(words) > LONGEST:
        return False
    data["description"] = f"{before}\n{words}".strip()
    return True


def add_attachment(data: Gathered, attachment: Attachment) -> bool:
    """Adds a file, once; False if there are enough."""
    files = data.setdefault("attachments", [])
    if any(file["message_id"] == attachment.message_id for file in files):
        return True
    if len(files) >= MOST_FILES:
        return False
    files.append({"content": attachment.content.model_dump(mode="json"), "message_id": attachment.message_id})
    return True
