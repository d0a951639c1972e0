"""Words that mean the same have a key in common, and so have phrases in either order."""

import pytest

from bot.faq.catalogue.lexicon import Synonyms
from bot.faq.matching.terms import Terms, strength

TERMS = Terms(
    Synonyms(groups=(("пропала карточка", "потерял карту"), ("не работает", "барахлит"), ("вернуть деньги", "рефанд")))
)


def in_common(one: str, other: str) -> set[str]:
    """Keys of the catalogue's groups that two wordings share."""
    mine, its = ({key for term in TERMS.of(text.split()) for key in term.keys} for text in (one, other))
    return {key for key in mine & its if key.startswith("#")}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("потерял карту", "карту потерял"),
        ("карты потеряны", "пропала карточка"),
        ("деньги верните", "рефанд"),
        ("верните мне мои деньги", "рефанд"),
        ("не работает", "барахлит"),
    ],
)
def test_a_phrase_is_met_in_any_form_and_order(one: str, other: str) -> None:
    assert in_common(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("карта", "потерял"), ("работает", "барахлит"), ("работает не", "барахлит"), ("деньги принес вернуть", "рефанд")],
)
def test_half_a_phrase_or_one_torn_apart_is_none(one: str, other: str) -> None:
    assert not in_common(one, other)


def test_the_same_word_proves_most_and_a_distant_root_least() -> None:
    (paid,) = TERMS.of(["оплатил"])
    proven = [strength(key) for key in paid.keys]
    assert proven[0] == min(proven)
    assert strength("оплатить") == max(proven) == 1.0
