"""Marked-up text becomes plain text and entities, counted in UTF-16 units."""

from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.playground.errors import ApiError
from bot.playground.text.formatting import formatted
from bot.playground.text.html import parse_html
from bot.playground.text.markdown import parse_markdown_v2
from bot.playground.text.render import to_html
from bot.playground.text.units import utf16_len, utf16_slice


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("<b>раз</b>", "раз", [("bold", 0, 3)]),
        ("😀<i>два</i>", "😀два", [("italic", 2, 3)]),
        ("<b>а<i>б</i></b>", "аб", [("italic", 1, 1), ("bold", 0, 2)]),
        ("1 &lt; 2 &amp; &quot;&#1078;&quot; &nbsp;", '1 < 2 & "ж" &nbsp;', []),
        ("<code>x</code><pre>y</pre>", "xy", [("code", 0, 1), ("pre", 1, 1)]),
        ("<tg-spoiler>с</tg-spoiler>", "с", [("spoiler", 0, 1)]),
        ('<span class="tg-spoiler">с</span>', "с", [("spoiler", 0, 1)]),
        ("<blockquote expandable>ц</blockquote>", "ц", [("expandable_blockquote", 0, 1)]),
        ("<B>x</B>", "x", [("bold", 0, 1)]),
    ],
)
def test_html(source: str, text: str, entities: list[tuple[str, int, int]]) -> None:
    plain, found = parse_html(source)
    assert plain == text
    assert [(e["type"], e["offset"], e["length"]) for e in found] == entities


def test_a_link_keeps_its_address_and_code_its_language() -> None:
    _, (link,) = parse_html('<a href="https://example.com/?a=1&amp;b=2">тут</a>')
    assert link["url"] == "https://example.com/?a=1&b=2"
    _, (code,) = parse_html('<pre><code class="language-python">x</code></pre>')
    assert (code["type"], code["language"]) == ("pre", "python")
    _, (mention,) = parse_html('<a href="tg://user?id=42">он</a>')
    assert (mention["type"], mention["user"]["id"]) == ("text_mention", 42)


def test_an_address_that_is_none_makes_no_link() -> None:
    assert parse_html('<a href="привет">тут</a>') == ("тут", [])


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_escaped_text_comes_back_as_it_was(text: str) -> None:
    assert parse_html(escape(text, quote=False)) == (text, [])


@given(st.text(st.sampled_from("<>/&;abi =\"'😀ж")))
def test_any_html_is_read_or_refused_but_never_breaks(source: str) -> None:
    try:
        text, entities = parse_html(source)
    except ApiError:
        text, entities = "", []
    assert all(0 <= e["offset"] < e["offset"] + e["length"] <= utf16_len(text) for e in entities)


@given(st.lists(st.tuples(st.sampled_from(["b", "i", "u", "s", "code", ""]), st.text("абв 😀<&", min_size=1))))
def test_html_survives_the_way_there_and_back(pieces: list[tuple[str, str]]) -> None:
    source = "".join(f"<{tag}>{escape(text)}</{tag}>" if tag else escape(text) for tag, text in pieces)
    text, entities = parse_html(source)
    assert parse_html(to_html(text, entities)) == (text, entities)


@pytest.mark.parametrize(
    ("source", "text", "kinds"),
    [
        (r"*раз* _два_ __три__ ~нет~ ||тайна||", "раз два три нет тайна", 5),
        (r"1\.5 \* 2", "1.5 * 2", 0),
        ("`a*b` ```py\nx```", "a*b x", 2),
        ("[тут](https://example.com)", "тут", 1),
    ],
)
def test_markdown(source: str, text: str, kinds: int) -> None:
    plain, entities = parse_markdown_v2(source)
    assert (plain, len(entities)) == (text, kinds)


@pytest.mark.parametrize("source", ["1.5", "*раз", "*a _b* c_", "`x", "[x](y", "(a)"])
def test_markdown_that_telegram_refuses(source: str) -> None:
    with pytest.raises(ApiError, match="can't parse entities"):
        parse_markdown_v2(source)


def test_spaces_at_the_ends_go_and_entities_move_along() -> None:
    text, (bold,) = formatted("  \n<b> раз </b>два  ", "HTML", None)
    assert (text, utf16_slice(text, bold["offset"], bold["length"])) == ("раз два", "раз ")


@pytest.mark.parametrize(
    ("text", "kind", "found"),
    [
        ("см. example.com/a?b=1.", "url", "example.com/a?b=1"),
        ("https://пример.рф/x", "url", "https://пример.рф/x"),
        ("пишите на a@b.ru", "email", "a@b.ru"),
        ("/start@biletik_bot да", "bot_command", "/start@biletik_bot"),
        ("это @anna_k", "mention", "@anna_k"),
        ("тема #интернет", "hashtag", "#интернет"),
        ("звоните +7 900 123-45-67", "phone_number", "+7 900 123-45-67"),
    ],
)
def test_what_telegram_finds_by_itself(text: str, kind: str, found: str) -> None:
    _, (entity,) = formatted(text, None, None)
    assert (entity["type"], utf16_slice(text, entity["offset"], entity["length"])) == (kind, found)


def test_a_path_is_no_command() -> None:
    assert formatted("путь a/b и 1/2", None, None)[1] == []
