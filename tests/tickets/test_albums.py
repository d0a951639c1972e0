"""What is attached to a new ticket goes to the desk in as few albums as Telegram allows."""

from hypothesis import given
from hypothesis import strategies as st

from bot.storage.content import Content, ContentKind
from bot.tickets.albums import LARGEST, albums

MIXES = {
    frozenset({ContentKind.PHOTO, ContentKind.VIDEO}),
    frozenset({ContentKind.PHOTO}),
    frozenset({ContentKind.VIDEO}),
}


def _contents(*kinds: ContentKind) -> list[Content]:
    return [Content(kind=kind, file_id="f") for kind in kinds]


def test_photos_and_videos_go_together_documents_apart() -> None:
    kinds = (ContentKind.PHOTO, ContentKind.DOCUMENT, ContentKind.VIDEO, ContentKind.DOCUMENT, ContentKind.VOICE)
    assert albums(_contents(*kinds)) == [[0, 2], [1, 3], [4]]


def test_an_eleventh_photo_begins_another_album() -> None:
    assert [len(group) for group in albums(_contents(*[ContentKind.PHOTO] * 11))] == [10, 1]


@given(st.lists(st.sampled_from(ContentKind), max_size=30))
def test_everything_is_in_exactly_one_album_that_telegram_takes(kinds: list[ContentKind]) -> None:
    groups = albums(_contents(*kinds))
    assert sorted(position for group in groups for position in group) == list(range(len(kinds)))
    for group in groups:
        together = frozenset(kinds[position] for position in group)
        assert group == sorted(group)
        assert len(group) <= LARGEST
        assert len(group) == 1 or len(together) == 1 or together in MIXES
