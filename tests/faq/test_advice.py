"""Warnings of the matcher: questions that lead elsewhere, synonyms that lead nowhere."""

from pathlib import Path

import pytest

from bot.faq.advice import advise
from bot.texts import LANGUAGES, Texts

FAQ = """version: 1
entries:
- {id: z-late, category: a, question: Оплатить, answer: Картой.}
- {id: a-early, category: a, question: Оплата, variants: [оплатить, как оплатить], answer: Картой.}
- {id: office, category: b, question: Где офис?, answer: Ленина 1.}
"""
SYNONYMS = """version: 1
groups:
- [оплата, проплата]
- [телескоп, подзорная труба]
"""


@pytest.fixture
def faq(tmp_path: Path) -> Path:
    file = tmp_path / "faq.yaml"
    file.write_text(FAQ, encoding="utf-8")
    return file


@pytest.fixture
def synonyms(tmp_path: Path) -> Path:
    file = tmp_path / "synonyms.yaml"
    file.write_text(SYNONYMS, encoding="utf-8")
    return file


def test_a_question_that_finds_another_entry_first_is_named_with_it(faq: Path, synonyms: Path) -> None:
    (warning,) = [item for item in advise(faq, synonyms) if item.code == "confused"]
    assert (warning.line, warning.severity, warning.facts["other"]) == (3, "warning", "a-early")


def test_a_group_of_synonyms_without_a_word_in_the_faq_is_named(faq: Path, synonyms: Path) -> None:
    (warning,) = [item for item in advise(faq, synonyms) if item.code == "unused-synonyms"]
    assert (warning.file, warning.line, warning.facts["first"]) == (str(synonyms), 4, "телескоп")


def test_of_a_large_thesaurus_ten_groups_are_named_and_the_others_counted_with_their_lines(
    faq: Path, synonyms: Path
) -> None:
    rows = [f"- [телескоп{number}, подзорная труба{number}]" for number in range(14)]
    rows.insert(12, "- [офис, контора]")
    synonyms.write_text("version: 1\ngroups:\n" + "\n".join(rows), encoding="utf-8")
    *named, rest = [item for item in advise(faq, synonyms) if item.file == str(synonyms)]
    assert [(item.code, item.line) for item in named] == [("unused-synonyms", line) for line in range(3, 13)]
    assert (rest.code, rest.line, rest.severity) == ("more-unused-synonyms", 13, "warning")
    assert rest.facts == {"count": 4, "lines": "13–14, 16–17"}
    told = Texts("ru").plain("faq-check-more-unused-synonyms", **rest.facts)
    assert told == "ещё 4 группы ничему в FAQ не служат: строки 13–14, 16–17"


def test_lines_all_over_a_thesaurus_are_told_by_the_first_and_the_last(faq: Path, synonyms: Path) -> None:
    rows = [f"- [{word}{number}, труба{number}]" for number in range(50) for word in ("телескоп", "офис, прицел")]
    synonyms.write_text("version: 1\ngroups:\n" + "\n".join(rows), encoding="utf-8")
    rest = advise(faq, synonyms)[-1]
    assert rest.facts["count"] == 40
    lines = str(rest.facts["lines"])
    assert lines.startswith("23, 25, 27")
    assert lines.endswith("59, …, 101")
    for language in LANGUAGES:
        assert Texts(language).plain("faq-check-more-unused-synonyms", **rest.facts)
        assert Texts(language).plain("faq-check-more-unused-synonyms-remedy")


def test_synonyms_of_another_faq_are_not_looked_at(faq: Path, synonyms: Path) -> None:
    assert {item.code for item in advise(faq, synonyms, own=False)} == {"confused"}


def test_a_faq_with_errors_gets_no_advice(faq: Path, synonyms: Path) -> None:
    faq.write_text(FAQ.replace("id: office", "id: Office!"), encoding="utf-8")
    assert advise(faq, synonyms) == []


def test_advice_is_worded_in_both_languages(faq: Path, synonyms: Path) -> None:
    for item in advise(faq, synonyms):
        for language in LANGUAGES:
            assert Texts(language).plain(f"faq-check-{item.code}", **item.facts)
            assert Texts(language).plain(f"faq-check-{item.code}-remedy", **item.facts)


def test_a_variant_that_finds_another_entry_first_is_named_where_it_stands(faq: Path, synonyms: Path) -> None:
    lost = "- {id: office, category: b, question: Где офис?, variants: [адрес, как оплатить], answer: Ленина 1.}"
    faq.write_text(FAQ.replace(FAQ.splitlines()[-1], lost).replace("Оплатить,", "Чек,"), encoding="utf-8")
    (warning,) = [item for item in advise(faq, synonyms) if item.code == "confused"]
    assert (warning.line, warning.column) == (5, lost.index("как опл") + 1)
    assert (warning.facts["question"], warning.facts["other"]) == ("как оплатить", "a-early")


def test_questions_that_differ_by_a_trifle_are_named(faq: Path, synonyms: Path) -> None:
    alike = """- {id: wifi, category: c, question: "Как сменить пароль вайфая?", answer: Так.}
- {id: router, category: c, question: "Как мне сменить пароль вайфая?", answer: Так.}
"""
    faq.write_text(FAQ + alike, encoding="utf-8")
    warnings = [item for item in advise(faq, synonyms) if item.code == "nearly-confused"]
    assert (6, "router") in {(item.line, item.facts["other"]) for item in warnings}
    assert {item.line for item in warnings} <= {6, 7}


def test_a_hidden_entry_confuses_nobody(faq: Path, synonyms: Path) -> None:
    faq.write_text(FAQ.replace("{id: a-early,", "{id: a-early, hidden: true,"), encoding="utf-8")
    assert {item.code for item in advise(faq, synonyms)} == {"unused-synonyms"}
