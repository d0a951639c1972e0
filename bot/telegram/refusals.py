"""What a refusal means. Telegram has no codes for these, only words, which it changes rarely and without notice."""

from collections.abc import Iterable

THREAD_GONE = ("message thread not found", "TOPIC_DELETED", "TOPIC_ID_INVALID")
CARD_GONE = ("message to edit not found", "message can't be edited", "MESSAGE_ID_INVALID")
GROUP_CLOSED = (
    "chat not found",
    "not enough rights",
    "have no rights",
    "need administrator rights",
    "chat is not a forum",
    "CHAT_NOT_FORUM",
    "CHAT_ADMIN_REQUIRED",
    "CHAT_RESTRICTED",
    "CHAT_WRITE_FORBIDDEN",
)
PERSON_GONE = ("deactivated", "chat not found")


def says(refusal: str, signs: Iterable[str]) -> bool:
    """Whether a refusal has one of the signs."""
    return any(sign in refusal for sign in signs)
