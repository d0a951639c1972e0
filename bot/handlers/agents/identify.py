"""Who writes in the agents' group."""

from aiogram.types import CallbackQuery, Message, User

from bot.handlers.caller import GROUP_ANONYMOUS_BOT
from bot.telegram.members import Members
from bot.tickets.agent import Agent
from bot.tickets.errors import NotAnAgent


async def agent_of(event: Message | CallbackQuery, members: Members) -> Agent:
    """The member who acts; an anonymous administrator comes without an id.

    Raises `NotAnAgent` for bots, channels, and whoever isn't a member of the group.
    """
    user = event.from_user
    if isinstance(event, Message) and _hides_behind_group(event, user):
        return Agent(None, "")
    stranger = user is None or user.is_bot or (isinstance(event, Message) and event.sender_chat is not None)
    if stranger or user is None or not await members.is_agent(user.id):
        raise NotAnAgent
    return Agent(user.id, user.full_name)


def is_bot(message: Message) -> bool:
    """Bots aren't talked to: two that answer each other never end. Groups and channels only look like bots."""
    return message.from_user is not None and message.from_user.is_bot and message.sender_chat is None


def _hides_behind_group(message: Message, user: User | None) -> bool:
    """Telegram shows an anonymous administrator as the group itself."""
    as_group = message.sender_chat is not None and message.sender_chat.id == message.chat.id
    return as_group or (user is not None and user.id == GROUP_ANONYMOUS_BOT)
