"""Plays the scenes in order."""

import sys
import time

from bot.tour.admin import ADMIN
from bot.tour.agents import DESK, PLAIN
from bot.tour.cast import Cast
from bot.tour.subscriber import SUBSCRIBER

FORUM_SCENES = (*SUBSCRIBER, *DESK, *ADMIN)
PLAIN_SCENES = PLAIN


async def play(cast: Cast) -> bool:
    """Plays what fits the group, and prints the talk; False at the first scene that fails."""
    for scene in FORUM_SCENES if cast.group.chat.is_forum else PLAIN_SCENES:
        sys.stdout.write(f"\n▶ {scene.__doc__}\n")
        began = time.monotonic()
        try:
            await scene(cast)
        except AssertionError as failed:
            cast.print_talk()
            sys.stdout.write(f"✗ {failed}\n")
            return False
        cast.print_talk()
        sys.stdout.write(f"✓ {time.monotonic() - began:.1f} s\n")
        sys.stdout.flush()
    return True
