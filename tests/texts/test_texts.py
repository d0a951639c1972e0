"""The two languages say the same things, say all that is asked for, and say it in markup that Telegram takes."""

import ast
import itertools
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

from bot.playground.text.html import parse_html
from bot.texts import LANGUAGES, Fact, Html, Language, TextMissing, Texts, messages

BOT = Path(__file__).parents[2] / "bot"
PLURALS = {"zero", "one", "two", "few", "many", "other"}
CHAT_FILES = ("common", "ask", "account", "tickets", "refusals", "desk", "admin", "learning")
"""The others speak at the shell, without markup."""


class Asked(Visitor):
    """What a message wants to know: its variables, and the cases it tells apart."""

    def __init__(self) -> None:
        self.names: set[str] = set()
        self.cases: dict[str, set[str]] = {}

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:  # noqa: N802 - the visitor's own naming
        self.names.add(node.id.name)

    def visit_SelectExpression(self, node: ftl.SelectExpression) -> None:  # noqa: N802 - the visitor's own naming
        if isinstance(node.selector, ftl.VariableReference):
            self.cases[node.selector.id.name] = {_case(variant) for variant in node.variants}
        self.generic_visit(node)


def _case(variant: ftl.Variant) -> str:
    return str(variant.key.name if isinstance(variant.key, ftl.Identifier) else variant.key.value)


def asked_in(language: Language, *files: str) -> dict[str, Asked]:
    """All messages of a language, or of some of its files."""
    found = {}
    for path in sorted((BOT / "texts" / language).glob("*.ftl")):
        for entry in FluentParser().parse(path.read_text(encoding="utf-8")).body:
            assert not isinstance(entry, ftl.Junk), f"{path}: {entry.content}"
            if isinstance(entry, ftl.Message) and (not files or path.stem in files):
                assert entry.id.name not in found, f"{path}: {entry.id.name} stands there twice"
                found[entry.id.name] = asked = Asked()
                asked.visit(entry)
    return found


def calls() -> Iterator[tuple[str, ast.Call]]:
    """Every `….html(…)` and `….plain(…)` of the bot with the place where it stands."""
    for path in sorted(BOT.rglob("*.py")):
        if "playground" in path.parts:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            called = isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr
            if called in {"html", "plain"} and isinstance(node, ast.Call) and node.args:
                yield f"{path.relative_to(BOT)}:{node.lineno}", node


def mentioned() -> tuple[set[str], list[re.Pattern[str]]]:
    """Every string in the code, and every f-string as a pattern."""
    words: set[str] = set()
    patterns = []
    for path in BOT.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                words.add(node.value)
            elif isinstance(node, ast.JoinedStr):
                patterns.append(_pattern(node))
    return words, patterns


def _pattern(node: ast.JoinedStr) -> re.Pattern[str]:
    parts = [re.escape(str(part.value)) if isinstance(part, ast.Constant) else ".+" for part in node.values]
    # one that begins with something unknown could mean anything
    return re.compile("".join(parts) if parts and parts[0] != ".+" else "(?!)")


def test_both_languages_have_the_same_messages() -> None:
    assert messages("ru") == messages("en")


def test_both_languages_ask_for_the_same_facts_and_tell_the_same_cases_apart() -> None:
    russian, english = asked_in("ru"), asked_in("en")
    for name, asked in russian.items():
        other = english[name]
        assert asked.names == other.names, name
        assert {fact: cases - PLURALS for fact, cases in asked.cases.items() if cases - PLURALS} == {
            fact: cases - PLURALS for fact, cases in other.cases.items() if cases - PLURALS
        }, name


def test_every_message_that_the_code_names_exists_and_gets_its_facts() -> None:
    asked = asked_in("ru")
    for place, call in calls():
        name = call.args[0]
        if isinstance(name, ast.Constant):
            assert name.value in asked, f"{place}: no message {name.value!r}"
            given = {keyword.arg for keyword in call.keywords}
            assert None in given or given == asked[name.value].names, f"{place}: {name.value} gets {given}"
        elif isinstance(name, ast.JoinedStr):
            assert any(_pattern(name).fullmatch(message) for message in asked), f"{place}: no such message"


def test_no_wording_is_left_over() -> None:
    words, patterns = mentioned()
    left = {
        name
        for name in messages("ru")
        if name not in words and not any(pattern.fullmatch(name) for pattern in patterns)
    }
    # chosen by a kind of outbox row, underscores for hyphens
    assert {name for name in left if name.replace("-", "_") not in words} == set()


def test_every_refusal_and_remark_that_the_code_chooses_exists() -> None:
    words, _ = mentioned()
    chosen = {word for word in words if re.fullmatch(r"(refused|dialog|withdrawn|ticket|login)-[a-z-]+", word)}
    assert len(chosen) > 20
    assert chosen <= messages("ru")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_is_markup_that_telegram_takes_whatever_it_is_told(language: Language) -> None:
    texts = Texts(language)
    for name, asked in asked_in(language, *CHAT_FILES).items():
        for facts in _all_facts(asked):
            text, _ = parse_html(texts.html(name, **facts))
            assert text.strip(), name
            assert len(text) < 1500, name
            assert "{" not in text, name


def _all_facts(asked: Asked) -> Iterator[dict[str, Fact]]:
    names = sorted(asked.names)
    for values in itertools.product(*(_values(asked.cases.get(name)) for name in names)):
        yield dict(zip(names, values, strict=True))


def _values(cases: set[str] | None) -> list[Any]:
    if cases is None:
        return ["<b>&", 3]
    return [0, 1, 2, 5, 11, 21] if cases <= PLURALS | {"0"} else [*sorted(cases), "something else"]


@pytest.mark.parametrize(
    ("count", "said"),
    [(1, "1 договор."), (2, "2 договора."), (5, "5 договоров."), (11, "11 договоров."), (21, "21 договор.")],
)
def test_russian_plurals_agree(count: int, said: str) -> None:
    assert Texts("ru").html("login-done", count=count) == f"Готово! Вижу {said}"


def test_english_plurals_agree() -> None:
    assert Texts("en").html("login-done", count=1) == "Done! I see 1 contract."
    assert Texts("en").html("login-done", count=2) == "Done! I see 2 contracts."


def test_facts_are_escaped_in_markup_and_left_alone_elsewhere() -> None:
    texts = Texts("ru")
    assert "&lt;b&gt; &amp;" in texts.html("home", name="<b> &")
    assert "<b> &" in texts.plain("home", name="<b> &")
    assert "<b>Анна</b>" in texts.html("home", name=Html("<b>Анна</b>"))


def test_a_missing_message_or_fact_is_an_error() -> None:
    with pytest.raises(TextMissing, match="no-such"):
        Texts("ru").html("no-such")
    with pytest.raises(TextMissing, match="name"):
        Texts("en").html("home")


def test_a_providers_own_wording_is_filled_and_escaped() -> None:
    texts = Texts("ru")
    assert texts.filled("<b>{sum}</b> до {date}", sum="<1>", date="завтра") == "<b>&lt;1&gt;</b> до завтра"
    with pytest.raises(KeyError):
        texts.filled("{nobody}")
