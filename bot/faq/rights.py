"""Who may change the FAQ and look behind it: the people of `ADMIN_IDS`."""

from collections.abc import Collection

from bot.errors import Refusal


class NotAdmin(Refusal):
    """Only an admin may do this."""


def require_admin(person_id: int, admin_ids: Collection[int]) -> None:
    """Raises `NotAdmin`."""
    if person_id not in admin_ids:
        raise NotAdmin
