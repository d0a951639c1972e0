"""Which messages of a group are meant for the bot: those that name it, and replies to what it said."""

from dataclasses import dataclass

from aiogram import Bot
from aiogram.enums import MessageEntityType
from aiogram.filters import Filter
from aiogram.types import Message, MessageEntity, User

from bot.handlers.agents.identify import is_bot


@dataclass(frozen=True, slots=True)
class Address:
    """What is asked; `named` if the bot was called by its name."""

    question: str
    named: bool


async def address(message: Message, bot: Bot) -> Address | None:
    """What a message asks the bot, if it is meant for it.

    Bots, posts of a channel, forwarded messages and answers found by inline search call nobody. The bare name in reply
    to someone's words asks those.
    """
    if is_bot(message) or message.is_automatic_forward or message.forward_origin or message.via_bot:
        return None
    me = await bot.me()
    text = message.text or message.caption or ""
    names = [one for one in message.entities or message.caption_entities or [] if _is_name(one, text, me)]
    answered = message.reply_to_message
    if not names and not _is_ours(answered, me, message.message_thread_id):
        return None
    question = _without(text, names).strip()
    if not question and answered is not None and not _is_ours(answered, me, None):
        question = answered.text or answered.caption or ""
    return Address(question, named=bool(names))


class Addressed(Filter):
    """Hands the address on."""

    async def __call__(self, message: Message, bot: Bot) -> bool | dict[str, Address]:
        """Looks for it."""
        found = await address(message, bot)
        return False if found is None else {"addressed": found}


def _is_name(entity: MessageEntity, text: str, me: User) -> bool:
    if entity.type == MessageEntityType.TEXT_MENTION:
        return entity.user is not None and entity.user.id == me.id
    return (
        entity.type == MessageEntityType.MENTION and entity.extract_from(text)[1:].lower() == str(me.username).lower()
    )


def _is_ours(answered: Message | None, me: User, thread_id: int | None) -> bool:
    """Whether the bot said it; the message that opened a topic is answered by everything in it."""
    if answered is None or answered.from_user is None or answered.message_id == thread_id:
        return False
    return answered.from_user.id == me.id


def _without(text: str, entities: list[MessageEntity]) -> str:
    """The text without some of its parts; Telegram counts in UTF-16 (core.telegram.org/bots/api#messageentity)."""
    units = text.encode("utf-16-le")
    for entity in reversed(entities):
        units = units[: entity.offset * 2] + units[(entity.offset + entity.length) * 2 :]
    return units.decode("utf-16-le", "replace")
