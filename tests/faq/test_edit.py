"""A FAQ's text is edited entry by entry; what isn't touched keeps every byte."""

import re
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.faq.catalogue.check import inspect_text
from bot.faq.catalogue.edit import (
    EntryExists,
    NoSuchEntry,
    NotEditable,
    add_entry,
    add_variant,
    change_entry,
    remove_entry,
)
from bot.faq.catalogue.entry import Entry
from bot.faq.catalogue.load import load_text

FAQ = """\
# Вопросы и ответы
version: 1   # формат
entries:

  # ── Оплата ──

  - id: pay      # не менять
    category: payment
    question: "Как оплатить?"  # на кнопке
    variants:
      # коротко
      - способы оплаты  # часто
      - 'где заплатить'
    keywords: [оплата,  "карта"]
    answer: |  # HTML
      Картой.

      Или <b>наличными</b>.

  # про карту
  -   id: card
      category: payment
      question: Какие карты берёте?
      answer: >-
        Любые
        карты.
      # actions: [pay]

  # ── Офис ──

  - {id: office, category: contacts, question: 'Где офис?', answer: "Ленина: 1"}  # скобки

# конец
"""


def entries(text: str) -> dict[str, dict[str, Any]]:
    """What the text holds, in order."""
    found, problems = inspect_text(text, "faq.yaml")
    errors = [problem for problem in problems if problem.severity == "error"]
    assert [problem for problem in errors if problem.code != "duplicate-question"] == []
    return {entry.id: entry.model_dump(by_alias=True, exclude_defaults=True) for entry in found}


def blocks(text: str) -> list[str]:
    """The parts of the text between blank lines before an entry or a comment."""
    return re.split(r"\n\n(?=  -|  #|#)", text)


def entry(**changes: Any) -> Entry:
    values = {"id": "new", "category": "payment", "question": "Новый?", "answer": "Да."}
    return Entry.model_validate(values | changes)


def test_an_entry_is_added_behind_the_last_of_its_category_as_a_person_would_write_it() -> None:
    added = entry(
        variants=("а так", "и: так"), keywords=("раз", "два, три"), answer="Да.\n\nИ ещё.", actions=("faq:pay",)
    )
    text = add_entry(FAQ, added)
    new = """\
  -   id: new
      category: payment
      question: "Новый?"
      variants:
        - а так
        - "и: так"
      keywords: [раз, "два, три"]
      answer: |
        Да.

        И ещё.
      actions: [faq:pay]

"""
    assert text == FAQ.replace("  # ── Офис", f"{new}  # ── Офис")


def test_an_entry_of_a_new_category_comes_last() -> None:
    assert list(entries(add_entry(FAQ, entry(category="tv")))) == ["pay", "card", "office", "new"]


def test_a_changed_value_keeps_its_quotes_its_block_and_its_comment() -> None:
    text = change_entry(FAQ, "pay", {"question": "Чем платить?", "answer": "Чем угодно."})
    wanted = FAQ.replace("Как оплатить?", "Чем платить?")
    wanted = wanted.replace("      Картой.\n\n      Или <b>наличными</b>.\n", "      Чем угодно.\n")
    assert text == wanted


def test_a_new_key_stands_in_its_usual_place() -> None:
    text = change_entry(FAQ, "card", {"variants": ["мир"], "actions": ["pay"]})
    assert text == FAQ.replace("берёте?\n", "берёте?\n      variants:\n        - мир\n").replace(
        "        карты.\n", "        карты.\n      actions: [pay]\n"
    )


def test_a_variant_is_one_more_line_in_the_list() -> None:
    text = add_variant(FAQ, "pay", "чем платить")
    assert text == FAQ.replace("      - 'где заплатить'\n", "      - 'где заплатить'\n      - чем платить\n")
    assert add_variant(text, "pay", " чем платить ") == text


def test_items_that_stay_in_a_list_keep_their_lines_and_comments() -> None:
    text = change_entry(FAQ, "pay", {"variants": ["новое", "способы оплаты"], "keywords": ["карта", "нал"]})
    assert "    variants:\n      - новое\n      # коротко\n      - способы оплаты  # часто\n    keywords:" in text
    assert '    keywords: ["карта", нал]\n' in text


def test_a_list_in_brackets_that_grows_keeps_its_spacing() -> None:
    text = change_entry(FAQ, "pay", {"keywords": ["оплата", "карта", "нал"]})
    assert text == FAQ.replace('[оплата,  "карта"]', '[оплата,  "карта", нал]')


def test_alternatives_are_written_in_blocks_and_those_that_stay_keep_their_lines() -> None:
    english = {"language": "en", "question": "How to pay?", "answer": "By card.\n\nOr in cash."}
    text = change_entry(FAQ, "pay", {"answers": [english], "hidden": True, "attachments": ["a.png"]})
    block = """\
    answers:
      - language: en
        question: "How to pay?"
        answer: |
          By card.

          Or in cash.
    attachments:
      - a.png
    hidden: true
"""
    assert text == FAQ.replace("наличными</b>.\n", f"наличными</b>.\n{block}")
    commented = text.replace("- language: en\n", "- language: en  # гостям\n")
    dacha = {"tariff": ["Дачный 50"], "from": date(2026, 12, 1), "answer": "На даче."}
    longer = change_entry(commented, "pay", {"answers": [dacha, english]})
    new = "      - tariff: [Дачный 50]\n        from: 2026-12-01\n        answer: На даче.\n"
    assert longer == commented.replace("    answers:\n", f"    answers:\n{new}")
    assert change_entry(longer, "pay", {"answers": (), "hidden": False, "attachments": None}) == FAQ


def test_an_entry_with_everything_is_written_and_read_back() -> None:
    answers = [{"language": "en", "tariff": ["A: 1"], "until": date(2026, 12, 31), "answer": "Yes."}]
    added = entry(answers=answers, attachments=("a.png",), opens="pay", hidden=True)
    text = add_entry(FAQ, added)
    assert inspect_text(text, "faq.yaml")[0][2] == added
    assert remove_entry(text, "new") == FAQ


def test_an_empty_value_takes_the_key_out() -> None:
    text = change_entry(FAQ, "pay", {"keywords": []})
    assert text == FAQ.replace('    keywords: [оплата,  "карта"]\n', "")
    assert change_entry(text, "pay", {"keywords": None}) == text


def test_an_entry_in_braces_stays_in_braces() -> None:
    text = change_entry(FAQ, "office", {"question": "Где вы?", "variants": ["адрес"]})
    assert (
        '  - {id: office, category: contacts, question: Где вы?, answer: "Ленина: 1", variants: [адрес]}  # скобки\n'
        in text
    )


def test_an_entry_is_removed_with_the_comment_right_above_it() -> None:
    gone = FAQ[FAQ.index("  # про карту") : FAQ.index("  # ── Офис")]
    assert remove_entry(FAQ, "card") == FAQ.replace(gone, "")


def test_the_first_entry_is_removed_and_the_heading_of_its_section_stays() -> None:
    text = remove_entry(FAQ, "pay")
    assert text.startswith(FAQ[: FAQ.index("  - id: pay")])
    assert list(entries(text)) == ["card", "office"]


def test_after_the_last_entry_is_gone_another_can_be_added() -> None:
    text = FAQ
    for name in ("pay", "card", "office"):
        text = remove_entry(text, name)
    assert list(entries(add_entry(text, entry()))) == ["new"]


def test_a_text_of_another_system_keeps_its_line_ends() -> None:
    windows = FAQ.replace("\n", "\r\n")
    text = add_variant(add_entry(remove_entry(windows, "card"), entry(answer="а\nб")), "pay", "чем")
    assert text.replace("\r\n", "") == text.replace("\r\n", "").replace("\n", "")
    assert text.replace("\r\n", "\n") == add_variant(
        add_entry(remove_entry(FAQ, "card"), entry(answer="а\nб")), "pay", "чем"
    )


def test_a_text_in_brackets_is_edited_in_brackets() -> None:
    text = '{"version": "1", "entries": [{"id": "a", "category": "c", "question": "А?", "answer": "Да"}]}'
    text = add_entry(text, entry(category="c"))
    text = change_entry(text, "a", {"answer": "Нет, {так}"})
    assert entries(text)["a"]["answer"] == "Нет, {так}"
    assert list(entries(remove_entry(text, "a"))) == ["new"]
    assert list(entries(remove_entry(text, "new"))) == ["a"]


def test_without_a_last_line_end_there_is_still_a_line_to_write() -> None:
    text = add_entry(FAQ[: FAQ.index("  # ── Офис")].rstrip("\n"), entry())
    assert list(entries(text)) == ["pay", "card", "new"]


def test_a_mark_of_byte_order_stays_at_the_top() -> None:
    assert add_variant("\ufeff" + FAQ, "pay", "чем") == "\ufeff" + add_variant(FAQ, "pay", "чем")


def test_an_id_is_taken_or_missing() -> None:
    with pytest.raises(EntryExists) as taken:
        add_entry(FAQ, entry(id="pay"))
    assert taken.value.entry_id == "pay"
    with pytest.raises(NoSuchEntry):
        remove_entry(FAQ, "x")
    with pytest.raises(NoSuchEntry):
        change_entry(FAQ, "x", {})
    with pytest.raises(NoSuchEntry):
        add_variant(FAQ, "x", "y")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "- a\n",
        "version: 1\nentries: [\n",
        "version: 1\nentries:\n- text\n",
        FAQ.replace('"Как оплатить?"', "&q Как").replace("Какие карты берёте?", "*q"),
    ],
)
def test_a_text_that_only_its_author_can_mend_is_left_alone(text: str) -> None:
    with pytest.raises(NotEditable):
        add_entry(text, entry())


# anything that can be typed, and what YAML takes for more than text
WILD = st.one_of(
    st.text(
        st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n\t\x85\u2028"), min_size=1, max_size=60
    ),
    st.sampled_from(
        ["~", "null", "yes", "1.10", "- a", "a: b", "# x", "x # y", "'", '"', "{a}", "|", "%a", "@b", "&c", "*d"]
    ),
).filter(lambda text: bool(text.strip()) and "<" not in text)
LISTS = st.lists(WILD.map(str.strip), max_size=4)
CHANGES = st.fixed_dictionaries(
    {},
    optional={
        "category": st.sampled_from(["payment", "contacts", "tv"]),
        "question": WILD,
        "variants": LISTS,
        "keywords": LISTS,
        "answer": WILD.map(lambda text: f"{text}."),
        "actions": st.lists(st.sampled_from(["pay", "ticket:wifi", "login"]), max_size=2),
    },
)
IDS = st.sampled_from(["pay", "card", "office", "n-1", "n-2"])
EDITS = st.lists(st.tuples(st.sampled_from(["add", "change", "variant", "remove"]), IDS, CHANGES, WILD), max_size=5)


@settings(max_examples=60, deadline=None)
@given(EDITS, st.sampled_from(["\n", "\r\n"]))
def test_any_edits_leave_exactly_what_was_asked_and_touch_nothing_else(
    edits: list[tuple[str, str, dict[str, Any], str]], line_end: str
) -> None:
    text = FAQ.replace("\n", line_end)
    wanted = entries(text)
    touched = set()
    for kind, name, changes, words in edits:
        if kind == "add" and name not in wanted:
            new = entry(id=name, **changes)
            text = add_entry(text, new)
            wanted[name] = new.model_dump(exclude_defaults=True)
        elif kind == "remove" and name in wanted and len(wanted) > 1:
            text = remove_entry(text, name)
            del wanted[name]
        elif kind == "variant" and name in wanted:
            text = add_variant(text, name, words)
            known = wanted[name].get("variants", ())
            added = () if words.strip() in known else (words.strip(),)
            wanted[name] = {**wanted[name], "variants": (*known, *added)}
        elif kind == "change" and name in wanted:
            text = change_entry(text, name, changes)
            wanted[name] = Entry.model_validate(wanted[name] | changes).model_dump(exclude_defaults=True)
        else:
            continue
        touched.add(name)
    assert entries(text) == wanted
    assert load_text(text, "faq.yaml")
    for block in blocks(FAQ):
        if not any(f"id: {name}" in block for name in touched):
            assert block.strip("\n").replace("\n", line_end) in text
