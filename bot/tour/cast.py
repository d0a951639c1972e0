"""Who plays, and the printed talk."""

import sys
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Protocol

from bot.playground import Group, Person, Playground, Seen


class Switch(Protocol):
    """Billing that can be switched away."""

    away: bool


@dataclass
class Cast:
    """The people; `restart` kills the bot and starts it again on the same database."""

    telegram: Playground
    subscriber: Person
    debtor: Person
    stranger: Person
    agent: Person
    colleague: Person
    admin: Person
    group: Group
    restart: Callable[[], Awaitable[None]]
    billing: Switch
    _printed: dict[tuple[int, int], str] = field(default_factory=dict)

    def print_talk(self) -> None:
        """Prints what was said or changed since the last time, chat by chat."""
        people = (self.subscriber, self.debtor, self.stranger, self.admin)
        rooms = [*((person.chat.seen(), "") for person in people), (self.group.seen(), "группа ")]
        for messages, where in rooms:
            for message in messages:
                self._print(message, where)

    def _print(self, message: Seen, where: str) -> None:
        key, shown = (message.chat.id, message.id), str(message)
        if message.kind != "service" and self._printed.get(key) != shown:
            self._printed[key] = shown
            body = shown.partition(" ")[2].replace("\n", "\n      ")
            sys.stdout.write(f"    {where}{body}\n")


def check(truth: object, what: str) -> None:
    """A step of the tour. Raises `AssertionError` with what should have been."""
    if not truth:
        raise AssertionError(what)
