"""Files that Telegram has from us already, by the id under which it sends them again.

An id is good for one bot and one kind of message (core.telegram.org/bots/api#sending-files).
"""

from sqlmodel import Session

from bot.storage.memos import recall, remember


def uploaded(session: Session, bot_id: int, kind: str, name: str, digest: str | None) -> str | None:
    """The id of a file with this content; without a digest that of the latest content under this name."""
    known = recall(session, _key(bot_id, kind, name))
    return known["file_id"] if known and digest in {None, known["digest"]} else None


def keep_uploaded(session: Session, bot_id: int, kind: str, name: str, digest: str, file_id: str) -> None:
    """Remembers the id of a file that was just sent."""
    remember(session, _key(bot_id, kind, name), {"digest": digest, "file_id": file_id})


def _key(bot_id: int, kind: str, name: str) -> str:
    return f"upload:{bot_id}:{kind}:{name}"
