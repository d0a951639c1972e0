"""`biletik faq check|ask|eval` as a person at a shell meets them."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.cli.faq import app

SETS = Path(__file__).parent / "sets"
SHOP = SETS / "shop.yaml"


@pytest.fixture
def shell(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> CliRunner:
    for name in ("SYNONYMS_PATH", "TALK_PATH", "DESK_PATH"):
        monkeypatch.setenv(name, str(tmp_path / name))
    monkeypatch.setenv("FAQ_PATH", str(SHOP))
    monkeypatch.setenv("LOCALE", "ru")
    return CliRunner()


def test_a_good_file_passes_the_check(shell: CliRunner) -> None:
    result = shell.invoke(app, ["check"])
    assert result.exit_code == 0
    assert "всё в порядке" in result.output


def test_mistakes_come_with_file_line_and_remedy_and_fail_the_check(shell: CliRunner, tmp_path: Path) -> None:
    file = tmp_path / "bad.yaml"
    file.write_text("version: 1\nentries:\n\t- id: x\n", encoding="utf-8")
    result = shell.invoke(app, ["check", str(file)])
    assert result.exit_code == 1
    assert f"{file}:3:1" in result.output
    assert "→" in result.output


def test_warnings_alone_do_not_fail_the_check(shell: CliRunner, tmp_path: Path) -> None:
    Path(tmp_path / "DESK_PATH").write_text("topics:\n- id: payment\n  title: {ru: x, en: y}\n", encoding="utf-8")
    file = tmp_path / "faq.yaml"
    file.write_text(
        "version: 1\nentries:\n- {id: a, category: b, question: c, answer: d, actions: ['ticket:moon']}\n",
        encoding="utf-8",
    )
    result = shell.invoke(app, ["check", str(file)])
    assert result.exit_code == 0
    assert "moon" in result.output


def test_a_question_as_json_has_the_promised_shape(shell: CliRunner) -> None:
    result = shell.invoke(app, ["ask", "--json", "как", "отменить", "заказ"])
    said = json.loads(result.output)
    assert said["query"] == "как отменить заказ"
    assert said["decision"] == "answer"
    assert said["matches"][0]["id"] == "order-cancel"
    assert 1 <= len(said["matches"]) <= 5
    assert set(said) == {"query", "decision", "matches"}


def test_lines_of_standard_input_get_an_answer_each_in_order_blank_ones_too(shell: CliRunner) -> None:
    asked = "как отменить заказ\n\nпромокод? а где самовывоз?\r\nпоследняя без перевода строки"
    result = shell.invoke(app, ["ask", "--json", "--file", str(SHOP)], input=asked)
    said = [json.loads(line) for line in result.output.splitlines()]
    assert [line["query"] for line in said] == [
        "как отменить заказ",
        "",
        "промокод? а где самовывоз?",
        "последняя без перевода строки",
    ]
    assert said[1] == {"query": "", "decision": "none", "matches": []}
    assert [further["matches"][0]["id"] for further in said[2]["also"]] == ["pickup"]


def test_small_talk_is_told_in_json(shell: CliRunner, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    Path(tmp_path / "TALK_PATH").write_text(
        "version: 1\ntalk:\n- {kind: human, phrases: [оператор], reply: {ru: Зову, en: Calling}}\n", encoding="utf-8"
    )
    result = shell.invoke(app, ["ask", "--json", "Оператор!"])
    assert json.loads(result.output)["talk"] == "human"
    assert "Зову" in shell.invoke(app, ["ask", "Оператор!"]).output


def test_in_plain_words_each_question_gets_one_line(shell: CliRunner) -> None:
    result = shell.invoke(app, ["ask"], input="как отменить заказ\nдоставка\nхолодильник поёт\n")
    answer, suggestion, nothing = result.output.splitlines()
    assert "Отменить" in answer
    assert ";" in suggestion
    assert "Не знаю" in nothing


def test_a_broken_catalogue_is_explained_instead_of_asked(shell: CliRunner, tmp_path: Path) -> None:
    file = tmp_path / "empty.yaml"
    file.write_text("", encoding="utf-8")
    result = shell.invoke(app, ["ask", "--file", str(file), "привет"])
    assert result.exit_code == 1
    assert "файл пустой" in result.output


def test_evaluation_prints_a_row_for_each_kind(shell: CliRunner) -> None:
    result = shell.invoke(app, ["eval", str(SETS / "shop.jsonl"), "--file", str(SHOP)])
    rows = result.output.splitlines()
    assert [row.split()[0] for row in rows[1:]] == [
        "paraphrase",
        "short",
        "long",
        "typo",
        "layout",
        "translit",
        "oos",
        "all",
    ]
    assert "верен" in rows[0]


def test_unreadable_questions_are_explained(shell: CliRunner, tmp_path: Path) -> None:
    file = tmp_path / "questions.jsonl"
    file.write_text("not json\n", encoding="utf-8")
    result = shell.invoke(app, ["eval", str(file)])
    assert result.exit_code == 1
    assert str(file) in result.output


def test_an_answer_is_told_as_to_somebody_who_is_not_known(shell: CliRunner, tmp_path: Path) -> None:
    file = tmp_path / "faq.yaml"
    file.write_text(
        """version: 1
entries:
- id: pay
  category: b
  question: Как оплатить?
  answer: "Картой.\\nНа счету {balance}.\\nВ кассе."
  answers: [{language: en, question: How to pay?, answer: By card.}]
""",
        encoding="utf-8",
    )
    assert shell.invoke(app, ["ask", "--file", str(file), "как оплатить"]).output == "Картой. / В кассе.\n"
    said = shell.invoke(app, ["ask", "--file", str(file), "how to pay"], env={"LOCALE": "en"}).output
    assert said == "By card.\n"
