"""Who may do what in a group, as the Bot API's ChatMember objects."""

from collections.abc import Mapping

from aiogram.types import ChatMemberAdministrator

from bot.playground.chats import Json

GROUP_RIGHTS = frozenset({"can_pin_messages", "can_manage_topics"})  # optional in the API: not for channels
# whatever rights the Bot API has grown: all but those of channels are told of every administrator of a group
ADMIN_RIGHTS = tuple(
    name
    for name, field in ChatMemberAdministrator.model_fields.items()
    if name.startswith("can_") and name != "can_be_edited" and (field.is_required() or name in GROUP_RIGHTS)
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
