"""What is kept of a question tells nobody whose it is."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.faq.learning.mask import HIDDEN, masked


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("мой телефон +7 (999) 000-01-01, перезвоните", f"мой телефон {HIDDEN}, перезвоните"),
        ("8.999.000.01.01 это я", f"{HIDDEN} это я"),
        ("8999\u200b000\u200b0101", HIDDEN),
        ("договор 100200 не платится", f"договор {HIDDEN} не платится"),
        ("договор АБ-123456", f"договор АБ-{HIDDEN}"),
        ("карта 4276 1234 5678 9012", f"карта {HIDDEN}"),
        ("паспорт 4510 123456", f"паспорт {HIDDEN}"),
        ("пишите на ivan.petrov@mail.ru или @ivan_petrov", f"пишите на {HIDDEN} или {HIDDEN}"),
        ("ссылка https://lk.example/?token=abc не открылась", f"ссылка {HIDDEN} не открылась"),
        ("роутер AA:BB:CC:DD:EE:0F", f"роутер {HIDDEN}"),
        ("мой адрес 95.173.136.70", f"мой адрес {HIDDEN}"),
        ("٠١٢٣٤٥٦٧", HIDDEN),
    ],
)
def test_personal_data_is_hidden(said: str, kept: str) -> None:
    assert masked(said) == kept


@pytest.mark.parametrize(
    "said",
    [
        "ошибка 691 на 192.168.0.1, списали 1500 руб 22.11.2026",
        "тариф 100 мбит за 500",
        "с 1 по 15 число",
        "дом 5, квартира 12",
        "",
    ],
)
def test_what_people_ask_about_stays(said: str) -> None:
    assert masked(said) == said


@given(st.text(max_size=200), st.from_regex(r"\+?[78][ -]?\(?9\d\d\)?[ -]?\d{3}[ -]?\d\d[ -]?\d\d", fullmatch=True))
def test_no_phone_survives_whatever_stands_around_it(around: str, phone: str) -> None:
    kept = masked(f"{around} {phone} {around}")
    assert re.sub(r"\D", "", phone)[1:] not in re.sub(r"[^\d]", "", kept) or phone in around
