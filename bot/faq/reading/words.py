"""The word lists of `words.txt`, by section."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path


@cache
def sections() -> Mapping[str, tuple[str, ...]]:
    """Every list by its name; `#` begins a comment."""
    found: dict[str, list[str]] = {}
    current: list[str] = []
    for line in Path(__file__).with_name("words.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            current = found.setdefault(line.strip("[] "), [])
        elif not line.startswith("#"):
            current.extend(line.split())
    return {name: tuple(listed) for name, listed in found.items()}
