"""Why a ticket may refuse; each carries the facts for its sentence."""

from bot.errors import Refusal


class TicketNotFound(Refusal):
    """There is no such ticket, or it isn't this person's: the answer is the same."""


class TicketAlreadyClaimed(Refusal):
    """Another agent has it."""

    def __init__(self, ticket_id: int, by: str) -> None:
        super().__init__(f"ticket {ticket_id} is with another agent")
        self.ticket_id = ticket_id
        self.by = by


class TicketAlreadySolved(Refusal):
    """It is solved already."""

    def __init__(self, ticket_id: int) -> None:
        super().__init__(f"ticket {ticket_id} is solved")
        self.ticket_id = ticket_id


class TicketNotSolved(Refusal):
    """It isn't solved, so there is nothing to reopen."""

    def __init__(self, ticket_id: int) -> None:
        super().__init__(f"ticket {ticket_id} is open")
        self.ticket_id = ticket_id


class AgentUnnamed(Refusal):
    """An anonymous administrator has no identity to hold a ticket."""


class NotAnAgent(Refusal):
    """Only members of the agents' group work on tickets."""
