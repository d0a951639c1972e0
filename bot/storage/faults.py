"""Which errors of the database pass by themselves."""

from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.exc import TimeoutError as NoConnectionFree

PASSING_STATES = ("08", "40", "53", "57")
"""Classes of SQLSTATE: connection lost, deadlock, out of resources, shut down or starting
(postgresql.org/docs/current/errcodes-appendix.html)."""


def is_passing(error: BaseException) -> bool:
    """Whether the same step may work in a moment; a refused connection comes as plain `OSError`."""
    if isinstance(error, OperationalError | NoConnectionFree | OSError):  # locked, full, busy or gone
        return True
    if not isinstance(error, DBAPIError):
        return False
    state = str(getattr(error.orig, "sqlstate", None) or "")
    return error.connection_invalidated or state.startswith(PASSING_STATES)
