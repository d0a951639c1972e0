"""The FAQ's file on disk: read as it is, and written only by replacing it whole."""

import os
import shutil
import tempfile
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path

from bot.storage.faq_versions import digest_of
from bot.yamlfiles.document import MAX_BYTES

Signature = tuple[int, int, int] | None


def signature_of(path: Path) -> Signature:
    """What changes when a file does; None where there is none."""
    try:
        stat = path.stat()
    except OSError:
        return None
    return stat.st_mtime_ns, stat.st_size, stat.st_ino


class FaqSource:
    """One file; `may_write` is False where what is done in the chat must not reach the disk."""

    def __init__(self, path: Path, *, may_write: bool = True) -> None:
        self.path = path.absolute()  # where it is a link, what stands behind it may be another file tomorrow
        self._may_write = may_write

    @property
    def key(self) -> str:
        """The name under which the file is known."""
        return str(self.path)

    def read(self) -> bytes:
        """The content, or the beginning of one that is too large anyway. Raises `OSError`."""
        with self.path.open("rb") as file:
            return file.read(MAX_BYTES + 1)

    def write(self, text: str, known: Collection[str]) -> bool:
        """Replaces the content if it is one of the `known` ones, by digest; False if it isn't, or can't be written."""
        try:
            if not self._may_write or not os.access(self.path, os.W_OK) or digest_of(self.read()) not in known:
                return False
            self._replace(text.encode())
        except OSError:
            return False
        return True

    def _replace(self, content: bytes) -> None:
        """No reader ever sees half of it; a link stays a link."""
        place = self.path.resolve()
        handle, name = tempfile.mkstemp(prefix=f".{place.name}.", dir=place.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            shutil.copymode(place, name)
            Path(name).replace(place)
        except OSError:
            with suppress(OSError):
                Path(name).unlink()
            raise
