"""All wording: Fluent files in `ru/` and `en/`, one strict lookup, and the formats of sums and dates."""

from bot.texts.lookup import LANGUAGES, Fact, Html, Language, TextMissing, Texts, escaped, messages

__all__ = ["LANGUAGES", "Fact", "Html", "Language", "TextMissing", "Texts", "escaped", "messages"]
