"""Mistakes in alternatives, values and attachments are named where they stand."""

from pathlib import Path

import pytest

from bot.faq.catalogue.check import inspect, inspect_text
from bot.faq.catalogue.load import load_text
from bot.texts import LANGUAGES, Texts
from bot.yamlfiles import Problem

FAQ = """version: 1
entries:
  - id: pay
    category: payment
    question: "Как оплатить?"
    answer: |
      Картой.
      На счету {balance}.
    answers:
      - language: en
        question: "How to pay?"
        answer: By card.
      - tariff: Дачный 50
        from: 2026-12-01
        until: 2026-12-31
        answer: На даче — наличными.
    attachments: [card.png]
    actions: ["faq:old"]
  - id: old
    category: payment
    question: "Старый вопрос?"
    answer: Старый ответ.
"""


def problems(text: str) -> list[Problem]:
    found = inspect_text(text, "faq.yaml")[1]
    for problem in found:
        for language in LANGUAGES:
            assert Texts(language).plain(f"faq-check-{problem.code}", **problem.facts)
            assert Texts(language).plain(f"faq-check-{problem.code}-remedy", **problem.facts)
    return found


def test_every_optional_key_has_a_right_form() -> None:
    assert problems(FAQ) == []
    entry = load_text(FAQ, "faq.yaml").by_id["pay"]
    assert entry.ways == ("Как оплатить?", "How to pay?")
    assert (entry.title("en"), entry.title("ru")) == ("How to pay?", "Как оплатить?")
    assert entry.answers[1].tariff == ("Дачный 50",)


@pytest.mark.parametrize(
    ("old", "new", "code", "line", "column"),
    [
        ("language: en", "language: de", "unknown-language", 10, 19),
        ("language: en", "langauge: en", "misspelt-key", 10, 19),
        ("from: 2026-12-01", "from: 2026-02-30", "not-day", 14, 15),
        ("from: 2026-12-01", "from: 20261201", "not-day", 14, 15),
        ("from: 2026-12-01", "from: 2027-01-01", "days-reversed", 15, 16),
        ("        until: 2026-12-31\n", "        until: [x]\n", "not-day", 15, 16),
        ("tariff: Дачный 50", "tariff: {a: b}", "not-list", 13, 17),
        ("answer: By card.", "answers: By card.", "misspelt-key", 12, 18),
        ("answer: By card.", "answer: <b>By card.", "html-open", 12, 17),
        ("answer: By card.", f"answer: {'a' * 4097}", "answer-too-long", 12, 17),
        (
            '      - language: en\n        question: "How to pay?"\n        answer: By card.',
            "      - By card.",
            "not-answer",
            10,
            9,
        ),
        ("answers:\n", "answers: none\n    actions:\n", "not-list", 9, 14),
        ("      - language: en\n        question", "      - question", "title-for-nobody", 10, 19),
        ('language: en\n        question: "How to pay?"', "from:", "answer-for-all", 10, 9),
        ("- tariff: Дачный 50\n        from", "- language: en\n        from", "answer-unreached", 13, 9),
        ("{balance}", "{balanse}", "misspelt-value", 8, 16),
        ("{balance}", "{zzz}", "unknown-value", 8, 16),
        ("Картой.\n      На счету {balance}.", "<b>Картой.\n      На счету {balance}.</b>", "value-in-markup", 8, 7),
        ("      Картой.\n", "", "only-values", 6, 13),
        ("card.png", "../card.png", "attachment-path", 17, 19),
        ("card.png", "/etc/passwd.png", "attachment-path", 17, 19),
        ("card.png", '"a\\\\0.png"', "attachment-path", 17, 19),
        ("card.png", "http://example.com/a.png", "attachment-address", 17, 19),
        ("card.png", "https://example.com/a.exe", "attachment-address", 17, 19),
        ("card.png", ", ".join(f"{n}.png" for n in range(11)), "attachments-too-many", 17, 18),
        ("answer: Старый", "hidden: perhaps\n    answer: Старый", "not-yes-no", 22, 13),
        ("answer: Старый", "hidden: true\n    answer: Старый", "hidden-link", 18, 15),
        ("answer: Старый", "hidden: true\n    answer: <x>Старый", "html-tag", 23, 13),
    ],
)
def test_a_mistake_is_named_where_it_stands(old: str, new: str, code: str, line: int, column: int) -> None:
    text = FAQ.replace(old, new, 1)
    assert text != FAQ
    found = [item for item in problems(text) if item.code == code]
    assert [(item.line, item.column) for item in found][:1] == [(line, column)]


def test_who_is_meant_is_guessed_for_a_misspelt_value() -> None:
    (problem,) = problems(FAQ.replace("{balance}", "{next_charg}"))
    assert problem.facts["meant"] == "next_charge"


def test_doubled_braces_are_text_and_so_are_other_braces() -> None:
    assert problems(FAQ.replace("{balance}", "{{balance}} { x } {1} {Ab} {}")) == []


def test_narrower_alternatives_before_wider_ones_are_all_reached() -> None:
    answers = """answers:
      - {tariff: [А, Б], from: 2026-01-01, until: 2026-02-01, answer: x}
      - {tariff: [Б], from: 2026-01-01, answer: x}
      - {language: en, until: 2026-02-01, answer: x}
      - {until: 2026-02-01, answer: x}
      - {tariff: [А, Б], answer: x}
      - {tariff: [В, А], answer: x}
"""
    text = FAQ[: FAQ.index("answers:")] + answers + FAQ[FAQ.index("    attachments") :]
    assert problems(text) == []
    (problem,) = problems(text.replace("[В, А]", '[" а ", б]'))
    assert (problem.code, problem.line, problem.facts["line"]) == ("answer-unreached", 15, 14)


def test_a_hidden_entry_is_checked_and_not_shown() -> None:
    text = FAQ.replace("answer: Старый", "hidden: yes\n    answer: Старый")
    assert list(load_text(text, "faq.yaml").by_id) == ["pay"]


def test_a_hidden_entry_may_ask_what_another_asks() -> None:
    text = FAQ.replace("Старый вопрос?", "Как оплатить?").replace("answer: Ст", "hidden: true\n    answer: Ст")
    assert {item.code for item in problems(text)} == {"hidden-link"}


def test_a_faq_of_hidden_entries_alone_has_no_questions() -> None:
    text = FAQ.replace("    category", "    hidden: true\n    category")
    assert "no-entries" in {item.code for item in problems(text)}


@pytest.mark.parametrize(
    ("size", "code"),
    [(None, "attachment-missing"), (0, "attachment-empty"), (1, None), (10 * 2**20 + 1, "attachment-too-large")],
)
def test_attachments_are_looked_for_beside_the_file(tmp_path: Path, size: int | None, code: str | None) -> None:
    faq = tmp_path / "faq.yaml"
    faq.write_text(FAQ, encoding="utf-8")
    if size is not None:
        with (tmp_path / "card.png").open("wb") as file:
            file.truncate(size)
    assert [item.code for item in inspect(faq)[1]] == ([code] if code else [])
    assert inspect_text(FAQ, "faq.yaml", folder=tmp_path)[1] == [
        problem.__class__(**{**{name: getattr(problem, name) for name in problem.__slots__}, "file": "faq.yaml"})
        for problem in inspect(faq)[1]
    ]


def test_a_link_out_of_the_folder_is_no_attachment(tmp_path: Path) -> None:
    (tmp_path / "secret.png").write_bytes(b"x")
    folder = tmp_path / "faq"
    folder.mkdir()
    (folder / "card.png").symlink_to(tmp_path / "secret.png")
    assert [item.code for item in inspect_text(FAQ, "faq.yaml", folder=folder)[1]] == ["attachment-path"]


def test_a_link_to_a_private_file_is_no_attachment(tmp_path: Path) -> None:
    (tmp_path / "people.csv").write_bytes(b"x")
    (tmp_path / "card.png").symlink_to(tmp_path / "people.csv")
    assert [item.code for item in inspect_text(FAQ, "faq.yaml", folder=tmp_path)[1]] == ["attachment-path"]


def test_what_costs_a_picture_or_an_alternative_costs_no_answer() -> None:
    for old, new in (("card.png", "../x"), ("{balance}", "{balanse}"), ("2026-12-31", "2025-12-31")):
        assert load_text(FAQ.replace(old, new), "faq.yaml")
