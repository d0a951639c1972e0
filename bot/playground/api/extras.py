"""Methods that a front desk may call in passing: they are checked, and change nothing that people see."""

from typing import Any

from aiogram.methods import (
    BanChatMember,
    CloseGeneralForumTopic,
    CreateChatInviteLink,
    EditGeneralForumTopic,
    ExportChatInviteLink,
    GetUserProfilePhotos,
    HideGeneralForumTopic,
    ReopenGeneralForumTopic,
    RestrictChatMember,
    SendMessageDraft,
    SetChatPermissions,
    SetMyProfilePhoto,
    TelegramMethod,
    UnbanChatMember,
    UnhideGeneralForumTopic,
)

from bot.playground.api.registry import Call, handles, plain
from bot.playground.chats import Json
from bot.playground.errors import bad_request
from bot.playground.membership import change_member

NEEDED_RIGHT: dict[type[TelegramMethod[Any]], tuple[str, str]] = {
    BanChatMember: ("can_restrict_members", "not enough rights to restrict/unrestrict chat member"),
    UnbanChatMember: ("can_restrict_members", "not enough rights to restrict/unrestrict chat member"),
    RestrictChatMember: ("can_restrict_members", "not enough rights to restrict/unrestrict chat member"),
    SetChatPermissions: ("can_restrict_members", "not enough rights to change chat permissions"),
    CreateChatInviteLink: ("can_invite_users", "not enough rights to manage chat invite link"),
    ExportChatInviteLink: ("can_invite_users", "not enough rights to manage chat invite link"),
    EditGeneralForumTopic: ("can_manage_topics", "not enough rights to edit the topic"),
    CloseGeneralForumTopic: ("can_manage_topics", "not enough rights to close the topic"),
    ReopenGeneralForumTopic: ("can_manage_topics", "not enough rights to reopen the topic"),
    HideGeneralForumTopic: ("can_manage_topics", "not enough rights to close the topic"),
    UnhideGeneralForumTopic: ("can_manage_topics", "not enough rights to reopen the topic"),
}


@handles(
    RestrictChatMember,
    SetChatPermissions,
    EditGeneralForumTopic,
    CloseGeneralForumTopic,
    ReopenGeneralForumTopic,
    HideGeneralForumTopic,
    UnhideGeneralForumTopic,
)
def with_right(call: Call[Any]) -> bool:
    """Make sure that the bot has the right for this in the chat."""
    chat = call.world.writable(call.method.chat_id)
    right, reason = NEEDED_RIGHT[type(call.method)]
    if chat.is_private or not call.world.may(chat, right):
        raise bad_request(reason)
    return True


@handles(BanChatMember, UnbanChatMember)
def ban_or_unban(call: Call[Any]) -> bool:
    with_right(call)
    world = call.world
    user = world.users.get(call.method.user_id)
    if user is None:
        raise bad_request("PARTICIPANT_ID_INVALID")
    status = "kicked" if isinstance(call.method, BanChatMember) else "left"
    change_member(world, world.find_chat(call.method.chat_id), user, status, by=world.me_as_sender())
    return True


@handles(ExportChatInviteLink)
def export_chat_invite_link(call: Call[ExportChatInviteLink]) -> str:
    with_right(call)
    return f"https://t.me/+play{abs(call.world.find_chat(call.method.chat_id).id)}"


@handles(CreateChatInviteLink)
def create_chat_invite_link(call: Call[CreateChatInviteLink]) -> Json:
    with_right(call)
    return {
        "invite_link": f"https://t.me/+play{abs(call.world.find_chat(call.method.chat_id).id)}",
        "creator": call.world.me_as_sender(),
        "creates_join_request": bool(call.method.creates_join_request),
        "is_primary": False,
        "is_revoked": False,
    }


@handles(GetUserProfilePhotos)
def get_user_profile_photos(call: Call[GetUserProfilePhotos]) -> Json:
    if call.method.user_id not in call.world.users:
        raise bad_request("user not found")
    return {"total_count": 0, "photos": []}


@handles(SendMessageDraft)
def send_message_draft(call: Call[SendMessageDraft]) -> bool:
    """Drafts are shown while they grow; the playground only checks that they may go there."""
    chat = call.world.writable(call.method.chat_id)
    if not chat.is_private:
        raise bad_request("message drafts can be sent to private chats only")
    return True


@handles(SetMyProfilePhoto)
def set_my_profile_photo(call: Call[SetMyProfilePhoto]) -> bool:
    call.world.profile["photo"] = plain(call.method.photo)
    return True
