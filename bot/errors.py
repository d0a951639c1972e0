"""What every room's own errors have in common: they carry facts, and one place turns them into words."""


class Refusal(Exception):  # noqa: N818 - a rule said no; nothing is broken
    """A rule of the house says no. The step is undone and the person gets a clear sentence."""


class Unavailable(Exception):  # noqa: N818 - named as the state it tells
    """Something outside can't be reached now; the same step may work in a moment."""


class DatabaseAway(Exception):  # noqa: N818 - named as what happened
    """The database can't be reached or used, and why."""
