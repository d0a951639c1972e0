"""Runs a use case once per update: the second run returns what the first one did."""

from collections.abc import Callable
from functools import cache
from typing import Any, Concatenate, ParamSpec, TypeVar, get_type_hints

from pydantic import TypeAdapter
from sqlmodel import Session

from bot import clock
from bot.storage.database import Database
from bot.storage.outcomes import Outcomes

R = TypeVar("R")
P = ParamSpec("P")


class Once:
    """The door through which the handling of one update changes the database."""

    def __init__(self, database: Database, update_id: int) -> None:
        self._database = database
        self._update_id = update_id

    async def __call__(self, use_case: Callable[Concatenate[Session, P], R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Runs `use_case(session, …)` in one write transaction and keeps its result beside its changes.

        The use case's return annotation must be something pydantic can write as JSON. Raises what it raises, and then
        nothing is kept.
        """
        name = f"{use_case.__module__}.{use_case.__qualname__}"
        adapter = _result_of(use_case)

        def step(session: Session) -> R:
            outcomes = Outcomes(session)
            known = outcomes.of(self._update_id, name)
            if known is not None:
                before: R = adapter.validate_python(known.result)
                return before
            result = use_case(session, *args, **kwargs)
            outcomes.keep(self._update_id, name, adapter.dump_python(result, mode="json"), clock.now())
            return result

        return await self._database.write(step)


@cache
def _result_of(use_case: Callable[..., Any]) -> TypeAdapter[Any]:
    return TypeAdapter(get_type_hints(use_case)["return"])
