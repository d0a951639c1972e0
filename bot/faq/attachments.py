"""Pictures and files that go with an answer: how they are named, and where they are found.

A path counts from the FAQ's folder and never leads out of it. Sizes: core.telegram.org/bots/api#sending-files.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Literal

PICTURES = frozenset({".jpg", ".jpeg", ".png", ".webp"})
BY_ADDRESS = PICTURES | {".pdf", ".zip"}
"""What Telegram fetches by itself."""
MEGABYTES = {"photo": 10, "document": 50}
"""What a bot may send, by kind."""
MOST = 10
"""Parts of an album (core.telegram.org/bots/api#sendmediagroup)."""

LONGEST = 250
"""Characters of a path: file systems take little more."""
_ADDRESS = re.compile(r"https://[\w.-]+(?::\d+)?/\S+")

Kind = Literal["photo", "document"]


@dataclass(frozen=True, slots=True)
class Attachment:
    """A picture or a file by its path or address; `is_address` if Telegram fetches it."""

    name: str

    @property
    def is_address(self) -> bool:
        return "://" in self.name

    @property
    def suffix(self) -> str:
        return PurePosixPath(self.name.partition("?")[0]).suffix.lower()

    @property
    def kind(self) -> Kind:
        return "photo" if self.suffix in PICTURES else "document"

    @property
    def is_sound(self) -> bool:
        """Whether the path stays inside, or the address is one that Telegram fetches."""
        if not self.name.isprintable() or len(self.name) > LONGEST:
            return False
        if self.is_address:
            return bool(_ADDRESS.fullmatch(self.name)) and self.suffix in BY_ADDRESS
        path = PurePosixPath(self.name)
        return not (path.is_absolute() or ".." in path.parts or "\\" in self.name or ":" in self.name)

    def within(self, folder: Path) -> Path | None:
        """The file, unless a link leads out of the folder."""
        file = (folder / self.name).resolve()
        return file if self.is_sound and file.is_relative_to(folder.resolve()) else None


def grouped(names: Sequence[str]) -> list[list[Attachment]]:
    """Pictures, then files, each kind an album of its own: Telegram mixes them in none."""
    sound = [one for one in map(Attachment, dict.fromkeys(names)) if one.is_sound]
    kinds = ([one for one in sound if one.kind == kind][:MOST] for kind in ("photo", "document"))
    return [kind for kind in kinds if kind]
