"""What time it is: always aware, always UTC; a zone appears only where people read the time."""

from datetime import UTC, datetime


def now() -> datetime:
    """The present moment in UTC."""
    return datetime.now(UTC)
