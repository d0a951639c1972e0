"""Pictures and files that go with an answer: how they are named, and where they are found.

A path counts from the FAQ's folder, never leads out of it, and never to one of the bot's own files. Sizes:
core.telegram.org/bots/api#sending-files.
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
FILES = PICTURES | frozenset(
    ".pdf .zip .doc .docx .xls .xlsx .ppt .pptx .odt .ods .rtf .txt .gif .mp4 .mov .mp3 .apk".split()  # noqa: SIM905
)
"""What is sent from the server: tables of people, databases and settings lie there, too, and who edits answers must not
be able to publish them. Other kinds go in an archive."""
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
    def is_public(self) -> bool:
        """Whether it is of a kind that people may have, and not a hidden file."""
        parts = PurePosixPath(self.name).parts
        hidden = any(part.startswith(".") and part != ".." for part in parts)
        return self.is_address or (self.suffix in FILES and not hidden)

    @property
    def is_sound(self) -> bool:
        """Whether the path stays inside and is public, or the address is one that Telegram fetches."""
        if not self.name.isprintable() or len(self.name) > LONGEST:
            return False
        if self.is_address:
            return bool(_ADDRESS.fullmatch(self.name)) and self.suffix in BY_ADDRESS
        path = PurePosixPath(self.name)
        leads_out = path.is_absolute() or ".." in path.parts or any(sign in self.name for sign in "\\:?")
        return self.is_public and not leads_out

    def within(self, folder: Path) -> Path | None:
        """The file, unless a link leads out of the folder, or to a file of another kind."""
        if not self.is_sound:
            return None
        file = (folder / self.name).resolve()
        inside = file.is_relative_to(folder.resolve()) and file.suffix.lower() in FILES
        return file if inside else None


def grouped(names: Sequence[str]) -> list[list[Attachment]]:
    """Pictures, then files, each kind an album of its own: Telegram mixes them in none."""
    sound = [one for one in map(Attachment, dict.fromkeys(names)) if one.is_sound]
    kinds = ([one for one in sound if one.kind == kind][:MOST] for kind in ("photo", "document"))
    return [kind for kind in kinds if kind]
