"""What we need to know of chats and members, and no more.

aiogram's own types demand every field that Telegram sends today; a Bot API server of another version may lack some that
nobody here looks at.
"""

from aiogram.methods import TelegramMethod
from pydantic import BaseModel

ADMINISTRATORS = ("creator", "administrator")


class ChatFacts(BaseModel):
    """A chat (core.telegram.org/bots/api#chatfullinfo)."""

    id: int
    title: str | None = None
    username: str | None = None
    is_forum: bool = False


class MemberFacts(BaseModel):
    """A member of a chat and, for an administrator, the rights (core.telegram.org/bots/api#chatmember)."""

    status: str
    is_member: bool = False
    can_manage_topics: bool = False
    can_pin_messages: bool = False
    can_delete_messages: bool = False

    @property
    def is_administrator(self) -> bool:
        """Whether the member runs the chat."""
        return self.status in ADMINISTRATORS

    @property
    def is_in(self) -> bool:
        """Whether the person is in the chat now."""
        return self.is_administrator or self.status == "member" or (self.status == "restricted" and self.is_member)


class TopicFacts(BaseModel):
    """A new topic (core.telegram.org/bots/api#forumtopic)."""

    message_thread_id: int


class GetChatFacts(TelegramMethod[ChatFacts]):
    """`getChat`."""

    __returning__ = ChatFacts
    __api_method__ = "getChat"

    chat_id: int


class GetMemberFacts(TelegramMethod[MemberFacts]):
    """`getChatMember`."""

    __returning__ = MemberFacts
    __api_method__ = "getChatMember"

    chat_id: int
    user_id: int


class OpenTopic(TelegramMethod[TopicFacts]):
    """`createForumTopic`."""

    __returning__ = TopicFacts
    __api_method__ = "createForumTopic"

    chat_id: int
    name: str
