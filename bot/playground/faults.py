"""Troubles that can be switched on: refusals, slowness, lost connections."""

from dataclasses import dataclass
from http import HTTPStatus
from typing import Literal

from bot.playground.errors import ApiError, too_many

Drop = Literal["before", "after"]


@dataclass
class Fault:
    """A trouble for calls of `method` and/or to `chat_id` (None: any), `times` times (None: until removed).

    `status`: refuse with this HTTP status (429 with `retry_after` seconds, 500, 502, …). `delay`: seconds to wait
    first. `drop`: close the connection without an answer, "before" or "after" the call took effect.
    """

    method: str | None = None
    chat_id: int | None = None
    times: int | None = None
    status: int | None = None
    retry_after: int = 1
    description: str | None = None
    delay: float = 0.0
    drop: Drop | None = None

    def __str__(self) -> str:
        parts = (
            f"status {self.status}" if self.status else "",
            f"delay {self.delay}s" if self.delay else "",
            f"drop {self.drop}" if self.drop else "",
        )
        return ", ".join(part for part in parts if part) or "none"

    def fits(self, method: str, chat_id: object) -> bool:
        return (self.method is None or self.method.lower() == method.lower()) and (
            self.chat_id is None or str(self.chat_id) == str(chat_id)
        )

    def refusal(self) -> ApiError | None:
        if self.status is None:
            return None
        if self.status == HTTPStatus.TOO_MANY_REQUESTS:
            return too_many(self.retry_after)
        return ApiError(self.status, self.description or HTTPStatus(self.status).phrase)


class Faults:
    """The troubles now in force; the oldest that fits a call strikes it."""

    def __init__(self) -> None:
        self.active: list[Fault] = []

    def add(
        self,
        method: str | None = None,
        chat_id: int | None = None,
        *,
        times: int | None = None,
        status: int | None = None,
        retry_after: int = 1,
        description: str | None = None,
        delay: float = 0.0,
        drop: Drop | None = None,
    ) -> Fault:
        """Switch a trouble on; see `Fault` for what the arguments mean."""
        fault = Fault(method, chat_id, times, status, retry_after, description, delay, drop)
        self.active.append(fault)
        return fault

    def remove(self, fault: Fault) -> None:
        self.active = [active for active in self.active if active is not fault]

    def clear(self) -> None:
        self.active.clear()

    def strike(self, method: str, chat_id: object) -> Fault | None:
        """Find the trouble for this call, and count it."""
        for fault in self.active:
            if fault.fits(method, chat_id):
                self._count(fault)
                return fault
        return None

    def _count(self, fault: Fault) -> None:
        if fault.times is None:
            return
        fault.times -= 1
        if fault.times <= 0:
            self.remove(fault)
