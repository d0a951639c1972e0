"""One strict lookup over the Fluent files: a missing message or variable is an error, never a blank."""

from collections.abc import Mapping
from functools import cache
from html import escape
from pathlib import Path
from typing import Literal

from fluent.runtime import FluentBundle, FluentResource

Language = Literal["ru", "en"]
LANGUAGES: tuple[Language, ...] = ("ru", "en")


class Html(str):
    """Text that is markup already and must not be escaped again."""

    __slots__ = ()


Fact = str | int | Html


class TextMissing(LookupError):  # noqa: N818 - named as the sentence it tells
    """A message isn't in the files of a language, or lacks a variable; a mistake of ours."""


class Texts:
    """All wording in one language; `html` for messages, `plain` for buttons, titles and the shell."""

    def __init__(self, language: Language) -> None:
        self.language: Language = language
        self._bundle = _bundle(language)

    def html(self, message: str, /, **facts: Fact) -> Html:
        """Markup for Telegram; facts are escaped unless they are `Html`.

        Raises `TextMissing`.
        """
        safe = {name: _escaped(fact) for name, fact in facts.items()}
        return Html(self._format(message, safe))

    def plain(self, message: str, /, **facts: Fact) -> str:
        """Text as it is, without markup. Raises `TextMissing`."""
        return self._format(message, facts)

    def filled(self, template: str, /, **facts: Fact) -> Html:
        """A provider's own markup with `{name}` filled in, escaped. Raises `KeyError` for an unknown name."""
        return Html(template.format_map({name: _escaped(fact) for name, fact in facts.items()}))

    def has(self, message: str, /) -> bool:
        """Whether the language has such a message."""
        return bool(self._bundle.has_message(message))

    def _format(self, message: str, facts: Mapping[str, Fact]) -> str:
        if not self.has(message):
            raise TextMissing(f"{self.language}: no message {message!r}")
        pattern = self._bundle.get_message(message).value
        if pattern is None:
            raise TextMissing(f"{self.language}: {message!r} has no text")
        # fluent.runtime returns what it could not resolve instead of raising it
        text, errors = self._bundle.format_pattern(pattern, dict(facts))
        if errors:
            raise TextMissing(f"{self.language}: {message!r}: {errors[0]}")
        return str(text)


def escaped(words: str) -> Html:
    """Words as markup that shows them as they are."""
    return Html(escape(words, quote=False))


def messages(language: Language) -> frozenset[str]:
    """The names of all messages of a language."""
    return frozenset(_bundle(language)._messages)  # noqa: SLF001 - the bundle has no public listing


def _escaped(fact: Fact) -> Fact:
    return escaped(fact) if isinstance(fact, str) and not isinstance(fact, Html) else fact


@cache
def _bundle(language: Language) -> FluentBundle:
    bundle = FluentBundle([language], use_isolating=False)
    for file in sorted((Path(__file__).parent / language).glob("*.ftl")):
        bundle.add_resource(FluentResource(file.read_text(encoding="utf-8")))
    return bundle
