"""The tour: every audience's part, played unattended; each step must show what it should."""

import sys
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from bot.playground import Group, Person, Playground


@dataclass(frozen=True)
class Cast:
    """Who plays."""

    telegram: Playground
    subscriber: Person
    debtor: Person
    stranger: Person
    agent: Person
    colleague: Person
    admin: Person
    group: Group


Scene = Callable[[Cast], Awaitable[None]]


async def play(cast: Cast) -> bool:
    """Plays the scenes in order and prints the talk; False at the first that fails."""
    for scene in SCENES:
        sys.stdout.write(f"\n— {scene.__doc__}\n")
        try:
            await scene(cast)
        except AssertionError as failed:
            sys.stdout.write(f"✗ {failed}\n")
            return False
    return True


SCENES: tuple[Scene, ...] = ()
