"""A method that remembers its results, without keeping its object alive."""

from collections.abc import Callable
from functools import lru_cache
from typing import TypeVar
from weakref import WeakMethod

A = TypeVar("A")
R = TypeVar("R")


def remembered(method: Callable[[A], R], size: int = 20_000) -> Callable[[A], R]:
    """The bound method behind a cache, for an attribute of its own object.

    `lru_cache` by itself would hold the object that holds it: a book that has gone would stay until the collector
    comes by, and for ever where it was frozen.
    """
    weak = WeakMethod(method)

    @lru_cache(maxsize=size)
    def call(argument: A) -> R:
        bound = weak()
        assert bound is not None  # noqa: S101 - whoever calls holds the object
        result: R = bound(argument)
        return result

    return call
