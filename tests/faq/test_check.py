"""Every mistake of an FAQ file is named at once, with its place and a remedy in both languages."""

import re
from pathlib import Path

import pytest

from bot.faq.catalogue import entry
from bot.faq.catalogue.check import check, inspect, inspect_text
from bot.faq.catalogue.load import CatalogueInvalid, load, load_text
from bot.texts import LANGUAGES, Texts, messages
from bot.yamlfiles import Problem

GOOD = """version: 1
entries:
  - id: pay
    category: payment
    question: "Как оплатить?"
    variants: [способы оплаты]
    answer: |
      Картой или <b>наличными</b>.
    actions: [balance, "ticket:payment", "faq:office"]
  - id: office
    category: contacts
    question: "Где офис?"
    answer: Ленина 1
"""


@pytest.fixture
def faq(tmp_path: Path) -> Path:
    return tmp_path / "faq.yaml"


def problems(faq: Path, text: str) -> list[Problem]:
    faq.write_text(text, encoding="utf-8")
    return check(faq, ["payment"])


def only(faq: Path, text: str) -> Problem:
    (problem,) = problems(faq, text)
    for language in LANGUAGES:
        texts = Texts(language)
        assert texts.plain(f"faq-check-{problem.code}", **problem.facts)
        assert texts.plain(f"faq-check-{problem.code}-remedy", **problem.facts)
    return problem


def test_a_good_file_has_no_problems_and_loads(faq: Path) -> None:
    assert problems(faq, GOOD) == []
    catalogue = load(faq)
    assert list(catalogue.by_id) == ["pay", "office"]
    assert list(catalogue.categories) == ["payment", "contacts"]
    assert catalogue.by_id["pay"].variants == ("способы оплаты",)


@pytest.mark.parametrize(
    ("old", "new", "code", "line", "column"),
    [
        ("version: 1", "version: 2", "bad-version", 1, 10),
        ("version: 1\n", "", "missing-key", 1, 1),
        ("id: pay", "id: Pay!", "bad-id", 3, 9),
        ("id: pay", f"id: {'a' * 60}", "id-too-long", 3, 9),
        ("id: office", "id: office\n    varaints: [x]", "misspelt-key", 11, 15),
        ("id: office", "id: office\n    zzz: x", "unknown-key", 11, 10),
        ("id: office", "id: office\n    id: other", "duplicate-key", 11, 5),
        ("    category: contacts\n", "", "missing-key", 10, 5),
        ("variants: [способы оплаты]", "variants: способы оплаты", "not-list", 6, 15),
        ("variants: [способы оплаты]", "variants: [{a: b}]", "not-text", 6, 16),
        ('"Где офис?"', '"  "', "blank", 12, 15),
        ('"Где офис?"', '"как ОПЛАТИТЬ"', "duplicate-question", 12, 15),
        ("faq:office", "faq:nowhere", "dead-link", 9, 42),
        ("balance", "blance", "unknown-action", 9, 15),
        ("id: office", "id: office\n    opens: login", "no-screen", 11, 12),
        ("ticket:payment", "ticket:moon", "unknown-topic", 9, 24),
        ("<b>наличными</b>", "<b>наличными", "html-open", 8, 18),
        ("<b>наличными</b>", "наличными</b>", "html-closed", 8, 27),
        ("<b>наличными</b>", "<b><i>наличными</b></i>", "html-crossed", 8, 33),
        ("<b>наличными</b>", "<div>наличными", "html-tag", 8, 18),
        ("<b>наличными</b>", "3 < 4", "html-stray", 8, 20),
        ("Картой или", "<x>Картой или", "html-tag", 8, 7),
        ("<b>наличными</b>", "<a>тут</a>", "html-no-href", 8, 18),
        ("<b>наличными</b>", "<b style='x'>тут</b>", "html-attribute", 8, 18),
        ("Ленина 1", "я" * 4097, "answer-too-long", 13, 13),
        ("Ленина 1", "'<b></b>'", "blank", 13, 13),
    ],
)
def test_a_mistake_is_named_where_it_stands(faq: Path, old: str, new: str, code: str, line: int, column: int) -> None:
    text = GOOD.replace(old, new, 1)
    assert text != GOOD
    found = [item for item in problems(faq, text) if item.code == code]
    assert [(item.line, item.column) for item in found][:1] == [(line, column)]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "empty"),
        ("# nothing\n", "empty"),
        ("- a\n- b\n", "not-faq"),
        ("version: 1\nentries: []\n", "no-entries"),
        ("version: 1\nentries: x\n", "not-list"),
        ("version: 1\nentries:\n\t- id: a\n", "tab"),
        ("version: 1\nentries: [\n", "syntax"),
        ("version: 1\nentries: a\0b\n", "syntax"),
        ("[" * 50_000, "too-deep"),
        ("a: &a [*a]\n", "too-deep"),
        ("version: 1\n" + "#\n" * 300_000, "too-many-lines"),
        ("version: 1 #" + "#" * 2**23, "too-large"),
    ],
)
def test_a_file_that_is_no_faq_gets_one_clear_message(faq: Path, text: str, code: str) -> None:
    assert only(faq, text).code == code


@pytest.mark.parametrize("text", [GOOD, GOOD.replace("<b>", "<x>"), "", "a: &a [*a]\n", "#" * 2**24, "\udc00"])
def test_a_text_that_is_not_on_disk_is_checked_like_a_file(faq: Path, text: str) -> None:
    faq.write_bytes(text.encode("utf-8", "surrogatepass"))
    assert inspect_text(text, str(faq)) == inspect_text(faq.read_bytes(), str(faq)) == inspect(faq)


def test_a_text_that_is_not_on_disk_loads_like_a_file(faq: Path) -> None:
    faq.write_text(GOOD, encoding="utf-8")
    assert load_text(GOOD, "faq.yaml") == load(faq)
    with pytest.raises(CatalogueInvalid):
        load_text(GOOD.replace("<b>", "<x>"), "faq.yaml")


def test_a_bomb_of_aliases_is_refused_in_time(faq: Path) -> None:
    rows = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    rows += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 12)]
    assert only(faq, "\n".join(rows)).code == "too-many"


def test_another_encoding_is_named_with_the_place_of_the_first_bad_byte(faq: Path) -> None:
    faq.write_bytes("version: 1\n# кириллица".encode("cp1251"))
    (problem,) = check(faq, None)
    assert (problem.code, problem.line, problem.column) == ("encoding", 2, 3)


def test_a_missing_file_is_a_problem_not_a_crash(faq: Path) -> None:
    (problem,) = check(faq, None)
    assert problem.code == "unreadable"


def test_all_mistakes_come_at_once_even_those_of_one_entry(faq: Path) -> None:
    text = GOOD.replace("id: pay", "id: Pay").replace("balance", "blance").replace("<b>", "<x>")
    assert {item.code for item in problems(faq, text)} == {"bad-id", "unknown-action", "html-tag", "html-closed"}


def test_topics_are_not_looked_at_where_the_desk_is_unknown_and_only_warned_about_otherwise(faq: Path) -> None:
    text = GOOD.replace("ticket:payment", "ticket:moon")
    assert [item.severity for item in problems(faq, text)] == ["warning"]
    assert check(faq, None) == []


def test_loading_refuses_what_costs_an_answer_and_bears_what_costs_a_button(faq: Path) -> None:
    faq.write_text(GOOD.replace("balance", "blance"), encoding="utf-8")
    assert len(load(faq).entries) == 2
    faq.write_text(GOOD.replace("<b>", "<x>"), encoding="utf-8")
    with pytest.raises(CatalogueInvalid) as refused:
        load(faq)
    assert {item.code for item in refused.value.problems} == {"html-tag", "html-closed"}


def test_scalars_mean_what_was_typed(faq: Path) -> None:
    faq.write_text(GOOD.replace("[способы оплаты]", "[0612, yes, 2024-01-01, 1.10]"), encoding="utf-8")
    assert load(faq).by_id["pay"].variants == ("0612", "yes", "2024-01-01", "1.10")


def test_every_code_in_the_source_has_its_wording_and_remedy() -> None:
    source = "".join(path.read_text(encoding="utf-8") for path in Path(entry.__file__).parent.glob("*.py"))
    codes = set(
        re.findall(r"\"((?:html|duplicate|missing|not|bad|too|unknown|misspelt|dead|answer)-[a-z-]+)\"", source)
    )
    assert len(codes) > 20
    for language in LANGUAGES:
        known = messages(language)
        assert {f"faq-check-{code}" for code in codes} <= known
        assert {f"faq-check-{code}-remedy" for code in codes} <= known
