"""What an entry could be made of."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.conversation.lessons import LONGEST, Source, in_short, masked_markup
from bot.faq.catalogue import lexicon
from bot.faq.learning.mask import HIDDEN
from bot.faq.talk import SmallTalk

TALK = SmallTalk(lexicon.talk(Path(__file__).parents[2] / "data" / "talk.yaml").talk)


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("как оплатить", "как оплатить"),
        ("Добрый день! Сколько стоит роутер? Спасибо.", "Сколько стоит роутер?"),
        ("Добрый день.\nУ меня не ловит сеть\nв спальне", "У меня не ловит сеть"),
        ("Здравствуйте! Не работает интернет. Совсем.", "Не работает интернет."),
        ("нужен роутер, мой номер •••", "нужен роутер, мой номер"),
        ("Добрый день!", "Добрый день!"),
        ("  как   оплатить \n", "как оплатить"),
        ("", ""),
        ("?", "?"),
    ],
)
def test_a_text_in_short_is_the_sentence_that_asks(text: str, short: str) -> None:
    assert in_short(text, TALK) == short


@given(st.text(max_size=2000))
def test_any_text_in_short_is_one_line_of_limited_length(text: str) -> None:
    short = in_short(text, TALK)
    assert len(short) <= LONGEST
    assert "\n" not in short
    assert bool(short) == bool(text.replace(HIDDEN, "").strip())


@pytest.mark.parametrize(
    ("markup", "masked"),
    [
        ("Звоните +7 999 000-01-01", "Звоните •••"),
        ("<b>+7 999 000-01-01</b> &amp; всё", "<b>•••</b> &amp; всё"),
        ('<a href="https://example.com/9990000101">тут</a>', '<a href="https://example.com/9990000101">тут</a>'),
        ("https://example.com/9990000101", "https://example.com/9990000101"),
        ("anna@example.com напишет", "••• напишет"),
        ("Роутер на 192.168.0.1, 300 рублей", "Роутер на 192.168.0.1, 300 рублей"),
    ],
)
def test_an_answer_is_masked_between_its_tags(markup: str, masked: str) -> None:
    assert masked_markup(markup) == masked


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("7-abc", Source(7, "abc")),
        ("30-abc", Source(30, "abc")),
        ("s-12", Source(number=12)),
        ("s-", Source(number=0)),
        ("s-99999999999999999999", Source(number=0)),
        ("8-abc", Source()),
        ("", Source()),
        ("-", Source()),
    ],
)
def test_a_button_names_a_source_or_nothing(name: str, source: Source) -> None:
    assert Source.parse(name) == source


@given(st.text(max_size=70))
def test_any_name_of_a_source_can_be_read(name: str) -> None:
    assert Source.parse(name).days in {7, 30}
