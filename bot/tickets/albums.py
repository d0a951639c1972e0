"""Which contents Telegram shows as one album (core.telegram.org/bots/api#sendmediagroup)."""

from collections.abc import Iterable

from bot.storage.content import Content, ContentKind

LARGEST = 10
_FAMILY = {
    ContentKind.PHOTO: "pictures",
    ContentKind.VIDEO: "pictures",
    ContentKind.DOCUMENT: "documents",
    ContentKind.AUDIO: "audio",
}


def albums(contents: Iterable[Content]) -> list[list[int]]:
    """Positions of the contents, grouped: photos with videos, documents, audio by 2 to 10; the rest alone."""
    groups: list[list[int]] = []
    open_group: dict[str, list[int]] = {}
    for position, content in enumerate(contents):
        family = _FAMILY.get(content.kind)
        group = open_group.get(family) if family else None
        if group is None or len(group) == LARGEST:
            group = []
            groups.append(group)
            if family:
                open_group[family] = group
        group.append(position)
    return groups
