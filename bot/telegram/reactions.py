"""Which of the reactions that people set a bot can set in their stead (core.telegram.org/bots/api#reactiontype)."""

from collections.abc import Sequence

from aiogram.types import ReactionTypeCustomEmoji, ReactionTypeEmoji, ReactionTypePaid

AnyReaction = ReactionTypeEmoji | ReactionTypeCustomEmoji | ReactionTypePaid

SEEN = "👀"
"""In place of a custom emoji, of which a bot is told only a number: it was looked at, and nothing is claimed beyond."""
LIKED = "👍"
"""In place of a paid star, which nobody gives in anger."""


def settable(old: Sequence[AnyReaction], new: Sequence[AnyReaction]) -> str | None:
    """The emoji that stands for what somebody has set: the latest of it, rather one that a bot can set as it is.

    None if nothing is left. People with Telegram Premium set up to three.
    """
    latest = [reaction for reaction in new if reaction not in old]
    ordered = [*reversed(latest), *reversed([reaction for reaction in new if reaction in old])]
    plain = [reaction.emoji for reaction in ordered if isinstance(reaction, ReactionTypeEmoji)]
    if plain:
        return plain[0]
    return _in_place_of(ordered[0]) if ordered else None


def _in_place_of(reaction: AnyReaction) -> str:
    return LIKED if isinstance(reaction, ReactionTypePaid) else SEEN
