"""Files that no FAQ should be: one clear message with place and remedy, in both languages, and in little time."""

import re
import time
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.cli.faq import app
from bot.yamlfiles import read_text

ENTRY = "- {id: a, category: b, question: c, answer: d}\n"
HEAD = "version: 1\nentries:\n"
BOMB = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"a{level}: &a{level} [{', '.join([f'*a{level - 1}'] * 10)}]\n" for level in range(1, 12)
)
NESTED = (
    HEAD
    + "- &e0 {id: e0, category: b, question: c, answer: d}\n"
    + "".join(
        f"- &e{level} {{id: e{level}, variants: [{', '.join([f'*e{level - 1}'] * 9)}]}}\n" for level in range(1, 12)
    )
)
FILES = {
    "a million rows": (HEAD + ENTRY * 1_000_000, 1, 1, ("больше 8 МБ", "larger than 8 MB")),
    "a million short rows": ("#\n" * 1_000_000, 1, 1, ("больше 250 000 строк", "more than 250,000 lines")),
    "aliases that unfold": (BOMB, None, None, ("разворачиваются", "unfold")),
    "aliases within entries": (NESTED, None, None, ("разворачиваются", "unfold")),
    "an alias of itself": (HEAD + "- &a [*a]\n", 3, 3, ("вложенность", "nested")),
    "tabs": (HEAD + "\t" + ENTRY, 3, 1, ("табуляцией", "tab")),
    "a tab within": (HEAD + "- id: a\n  category: b\n\tquestion: c\n", 5, 1, ("табуляцией", "tab")),
    "another encoding": (f"{HEAD}- id: a\n  category: Оплата\n".encode("cp1251"), 4, 13, ("не в UTF-8", "isn't UTF-8")),
    "UTF-16": ((HEAD + ENTRY).encode("utf-16"), 1, 1, ("не в UTF-8", "isn't UTF-8")),
    "two entries with one id": (HEAD + ENTRY * 2, 4, 8, ("«a» уже занят (строка 3)", '"a" is taken (line 3)')),
    "no text at all": ("", 1, 1, ("файл пустой", "file is empty")),
    "a picture": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), 1, 1, ("не в UTF-8", "isn't UTF-8")),
    "brackets without end": ("[" * 100_000, 1, 1, ("вложенность", "nested")),
    "braces without end": ("{a: " * 100_000, 1, 1, ("вложенность", "nested")),
    "a zero byte": (HEAD + "- a\0\n", 3, 4, ("не читается", "can't be read")),
    "a tag that makes objects": (HEAD + "- !!python/object:os.system {id: a}\n", 3, 3, ("нет ключа", "is missing")),
}


@pytest.mark.parametrize(("content", "line", "column", "said"), FILES.values(), ids=FILES)
@pytest.mark.parametrize("language", ["ru", "en"])
def test_it_is_refused_with_place_and_remedy(
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    language: str,
    content: str | bytes,
    line: int | None,
    column: int | None,
    said: tuple[str, str],
) -> None:
    monkeypatch.setenv("LOCALE", language)
    monkeypatch.chdir(tmp_path)
    Path("faq.yaml").write_bytes(content if isinstance(content, bytes) else content.encode())
    began = time.process_time()
    result = CliRunner().invoke(app, ["check", "faq.yaml"])
    assert time.process_time() - began < 10
    assert result.exit_code == 1
    first, remedy = result.output.splitlines()[:2]
    place = re.match(r"faq\.yaml:(\d+):(\d+): ", first)
    assert place
    assert line is None or (int(place[1]), int(place[2])) == (line, column)
    assert said[language == "en"] in first.replace("\xa0", " ")
    assert remedy.startswith("    → ")


def test_everything_wrong_is_told_in_the_order_of_the_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("LOCALE", "en")
    file = tmp_path / "faq.yaml"
    file.write_text(
        f"{HEAD}{ENTRY}- {{id: A, category: b, question: c}}\n- x\n- {{id: a, hidden: 5}}\n", encoding="utf-8"
    )
    lines = CliRunner().invoke(app, ["check", str(file)]).output.splitlines()[::2]
    places = [tuple(map(int, re.findall(r"yaml:(\d+):(\d+)", line)[0])) for line in lines]
    assert places == sorted(places)
    assert len(places) >= 6


@pytest.mark.parametrize("sign", ["\t", "\u2028", "\u0085"])
def test_a_sign_that_yaml_libraries_see_otherwise_is_read_in_one_way(sign: str) -> None:
    quoted = read_text(f'a: "one{sign}two"\n', "faq.yaml")
    assert not quoted.problems
    plain = read_text("a: one\ttwo\n", "faq.yaml")
    assert [(problem.line, problem.code) for problem in plain.problems] == [(1, "syntax")]
