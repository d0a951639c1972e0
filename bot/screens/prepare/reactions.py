"""Reactions on their way to the other side of a ticket."""

from aiogram.methods import SetMessageReaction
from aiogram.types import ReactionTypeEmoji, ReactionTypeUnion
from sqlmodel import Session

from bot.storage.database import Database
from bot.storage.desk import Placements
from bot.storage.reactions import Reactions
from bot.storage.tables import Outbox
from bot.telegram.parcel import Parcel, Skip
from bot.telegram.rebuild import Place


class ReactionRows:
    """Looks at what is set by now, and where the message stands."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def shown(self, row: Outbox, place: Place) -> Parcel | Skip:
        """The latest of the other side's reactions on this side's message, or none any more."""
        reacted: int = row.facts["reacted"]

        def read(session: Session) -> tuple[int | None, str | None]:
            shown = Placements(session).where_shown(reacted, place.chat_id)
            return shown, Reactions(session).latest(reacted, outside=place.chat_id)

        message_id, emoji = await self._database.read(read)
        if message_id is None:
            return Skip("the message doesn't stand there")
        reaction: list[ReactionTypeUnion] = [ReactionTypeEmoji(emoji=emoji)] if emoji else []
        return Parcel(SetMessageReaction(chat_id=place.chat_id, message_id=message_id, reaction=reaction))
