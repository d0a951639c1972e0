"""Editors know the FAQ's shape from a file that is made from the models."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator
from ruamel.yaml import YAML
from typer.testing import CliRunner

from bot.cli.faq import app
from bot.faq.catalogue import values
from bot.texts import LANGUAGES, Texts

ROOT = Path(__file__).parents[2]
SHIPPED = ROOT / "data/faq.schema.json"
WHOLE = """
version: 1
entries:
  - id: pay
    category: payment
    question: Как?
    variants: [0612, yes]
    keywords:
    answer: |
      Так.
    answers:
      - {language: en, question: How?, answer: So.}
      - {tariff: Дачный 50, from: 2026-12-01, answer: 1.10}
      - {tariff: [А, Б], until: 2026-12-31, answer: Иначе.}
    attachments: [a.png, https://example.com/b.pdf]
    actions: [pay, "ticket:wifi", "faq:pay"]
    opens: balance
    hidden: true
"""


def as_an_editor_reads(text: str) -> Any:
    """YAML's own types, but days as text: JSON has no others."""

    def plain(value: Any) -> Any:
        if isinstance(value, dict):
            return {name: plain(held) for name, held in value.items()}
        if isinstance(value, list):
            return [plain(held) for held in value]
        return value.isoformat() if isinstance(value, date) else value

    return plain(YAML(typ="safe", pure=True).load(text))


def complaints(text: str) -> list[str]:
    schema = json.loads(SHIPPED.read_text(encoding="utf-8"))
    Draft7Validator.check_schema(schema)
    return [error.message for error in Draft7Validator(schema).iter_errors(as_an_editor_reads(text))]


def test_the_shipped_file_is_what_the_models_make(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOCALE", "ru")
    made = CliRunner().invoke(app, ["schema"])
    assert made.output == SHIPPED.read_text(encoding="utf-8"), "run `make schema`"


def test_the_first_line_of_the_faq_points_to_it() -> None:
    first = (ROOT / "data/faq.yaml").read_text(encoding="utf-8").partition("\n")[0]
    assert first == f"# yaml-language-server: $schema={SHIPPED.name}"


@pytest.mark.parametrize("file", [ROOT / "data/faq.yaml", ROOT / "tests/data/faq.yaml"], ids=["data", "tests"])
def test_a_real_faq_fits(file: Path) -> None:
    assert complaints(file.read_text(encoding="utf-8")) == []


def test_every_key_in_every_form_fits() -> None:
    assert complaints(WHOLE) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("variants", "varaints"),
        ("id: pay", "id: Pay!"),
        ("    category: payment\n", ""),
        ("[pay,", "[fly,"),
        ("opens: balance", "opens: login"),
        ("language: en", "language: de"),
        ("answer: So.", "text: So."),
        ("hidden: true", "hidden: perhaps"),
        ("[a.png,", "{a.png,"),
        ("version: 1", "version: 2"),
    ],
)
def test_a_mistake_gets_a_red_line(old: str, new: str) -> None:
    text = WHOLE.replace(old, new, 1).replace("b.pdf]", "b.pdf}") if "{" in new else WHOLE.replace(old, new, 1)
    assert text != WHOLE
    assert complaints(text)


def test_the_hint_of_an_answer_names_every_value() -> None:
    for language in LANGUAGES:
        assert ", ".join(values.NAMES) in Texts(language).plain("faq-key-answer")


def test_the_head_of_the_faq_names_every_value() -> None:
    head = (ROOT / "data/faq.yaml").read_text(encoding="utf-8").partition("version:")[0]
    assert " ".join(values.NAMES) in head.replace("\n# ", " ")
