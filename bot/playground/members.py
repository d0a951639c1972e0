"""Who may do what in a group, as the Bot API's ChatMember objects."""

from collections.abc import Mapping

from bot.playground.chats import Json

ADMIN_RIGHTS = (
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
    "can_pin_messages",
    "can_manage_topics",
)
PRESENT = frozenset({"creator", "administrator", "member", "restricted"})


def member(user: Json, status: str, rights: Mapping[str, bool] | None = None) -> Json:
    """Make a ChatMember; an administrator without `rights` has all but promoting others."""
    if status == "creator":
        return {"status": status, "user": user, "is_anonymous": False}
    if status == "administrator":
        return _administrator(user, rights)
    if status == "kicked":
        return {"status": status, "user": user, "until_date": 0}
    return {"status": status, "user": user}


def _administrator(user: Json, rights: Mapping[str, bool] | None) -> Json:
    granted = {right: right != "can_promote_members" for right in ADMIN_RIGHTS} if rights is None else rights
    return {
        "status": "administrator",
        "user": user,
        "can_be_edited": False,
        "is_anonymous": False,
        **{right: bool(granted.get(right, False)) for right in ADMIN_RIGHTS},
        "can_manage_chat": True,
    }
