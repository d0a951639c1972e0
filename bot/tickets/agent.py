"""Who acts for the provider."""

from dataclasses import dataclass

from bot.tickets.errors import AgentUnnamed


@dataclass(frozen=True, slots=True)
class Agent:
    """A member of the agents' group; without an id, an anonymous administrator, who may only write."""

    id: int | None
    name: str

    def named(self) -> int:
        """The id of one who can be held to a promise. Raises `AgentUnnamed`."""
        if self.id is None:
            raise AgentUnnamed
        return self.id
