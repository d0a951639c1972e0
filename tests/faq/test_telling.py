"""What an entry answers to whom, as pure rules."""

import json
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.faq.catalogue import markup, values
from bot.faq.catalogue.check import inspect_text
from bot.faq.catalogue.entry import Entry
from bot.faq.catalogue.telling import MOST, Reader, is_personal, tell
from bot.faq.catalogue.values import NAMES, filled

TODAY = date(2026, 12, 1)
ANYONE = Reader("ru", TODAY)


def entry(answer: str, **keys: object) -> Entry:
    return Entry.model_validate({"id": "a", "category": "b", "question": "c?", "answer": answer, **keys})


def linked(*contracts: dict[str, str], tariffs: tuple[str, ...] = ()) -> Reader:
    return Reader("ru", TODAY, linked=True, tariffs=frozenset(tariffs), contracts=contracts)


def test_the_first_alternative_that_fits_wins() -> None:
    one = entry(
        "всем",
        answers=[
            {"language": "en", "tariff": ["дача"], "answer": "dacha"},
            {"language": "en", "answer": "everybody"},
            {"tariff": ["Дача"], "from": "2026-12-01", "answer": "с первого"},
            {"until": "2026-11-30", "answer": "до первого"},
        ],
    )
    assert tell(one, ANYONE).text == "всем"
    assert tell(one, Reader("ru", date(2026, 11, 30))).text == "до первого"
    assert tell(one, linked(tariffs=("дача",))).text == "с первого"
    assert tell(one, Reader("en", TODAY)).text == "everybody"
    assert tell(one, Reader("en", TODAY, linked=True, tariffs=frozenset({"дача"}))).text == "dacha"


def test_billing_is_asked_only_where_the_answer_depends_on_it() -> None:
    assert not is_personal(entry("Просто {так} и {{balance}}"))
    assert not is_personal(entry("Просто", answers=[{"language": "en", "answer": "Plain"}]))
    assert is_personal(entry("Счёт: {balance}"))
    assert is_personal(entry("Просто", answers=[{"language": "en", "answer": "You have {balance}"}]))
    assert is_personal(entry("Просто", answers=[{"tariff": "Дача", "answer": "Иначе"}]))


def test_a_sign_in_is_offered_only_for_lines_that_it_would_bring() -> None:
    one = entry("Да.\nСчёт: {balance}")
    assert tell(one, ANYONE) == tell(one, Reader("en", TODAY))
    assert (tell(one, ANYONE).text, tell(one, ANYONE).sign_in) == ("Да.", True)
    assert not tell(one, linked({"contract": "1"})).sign_in
    assert not tell(entry("Да."), ANYONE).sign_in


def test_lines_that_read_alike_stand_once_and_others_name_their_contract() -> None:
    first, second = {"contract": "1", "name": "Анна", "fee": "5"}, {"contract": "2", "name": "Анна", "fee": "7"}
    text = "{name}!\nПлата {fee}\nДоговор {contract}: {fee}"
    assert filled(text, (first, second)).text.split("\n") == [
        "Анна!",
        "Плата 5 (1)",
        "Плата 7 (2)",
        "Договор 1: 5",
        "Договор 2: 7",
    ]


def test_of_very_many_contracts_the_first_are_told() -> None:
    many = tuple({"contract": str(number), "fee": str(number)} for number in range(40))
    assert tell(entry("Плата {fee}"), linked(*many)).text.count("\n") == MOST - 1


def test_a_line_that_would_not_fit_a_message_is_told_of_fewer_contracts() -> None:
    wide = tuple({"contract": str(number), "address": f"{number}" * 1000} for number in range(5))
    told = tell(entry(f"{'я' * 1500}\nАдрес {{address}}"), linked(*wide))
    assert told.text.count("Адрес") == 2


def test_a_value_in_a_link_is_made_fit_for_an_address() -> None:
    text = '<a href="https://pay.example/?n={contract}">Оплатить {contract}</a>'
    assert filled(text, ({"contract": 'Д 1&"<'},)).text == (
        '<a href="https://pay.example/?n=%D0%94%201%26%22%3C">Оплатить Д 1&amp;"&lt;</a>'
    )


PIECES = st.sampled_from(
    ["{balance}", "{fee}", "{{fee}}", "{zzz}", "{balanse}", "<b>", "</b>", "\n", " ", "&lt;", "слово"]
)
VALUES = st.fixed_dictionaries(
    {"contract": st.text(min_size=1, max_size=9)},
    optional={name: st.text() for name in NAMES if name != "contract"},
)


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, min_size=1, max_size=12), st.lists(VALUES, max_size=7))
def test_whatever_billing_says_an_answer_that_passed_the_check_can_be_sent(
    pieces: list[str], contracts: list[dict[str, str]]
) -> None:
    answer = "".join(pieces)
    file = f"version: 1\nentries:\n- {{id: a, category: b, question: c, answer: {json.dumps(answer)}}}"
    found, problems = inspect_text(file, "faq.yaml")
    if any(problem.severity == "error" for problem in problems):
        return
    for reader in (ANYONE, linked(*contracts)):
        told = tell(found[0], reader)
        assert list(markup.flaws(told.text)) == []
        assert markup.plain(told.text)
        assert markup.length(told.text) <= markup.MAX_TEXT
        assert "{balance}" not in told.text or any("{balance}" in value for one in contracts for value in one.values())


def test_every_value_is_its_own_meaning() -> None:
    assert [values.meant_by(name) for name in NAMES] == list(NAMES)
    assert [values.meant_by(name) for name in ("balanse", "topay", "next_charg", "tarif", "zzz", "date")] == [
        "balance",
        "to_pay",
        "next_charge",
        "tariff",
        None,
        None,
    ]
