"""Which language somebody reads."""

from bot.texts.lookup import LANGUAGES, Language


def language_of(chosen: str | None, telegram: str | None, default: Language) -> Language:
    """What the person chose, else Telegram's where we speak it, else the provider's.

    `telegram` is an IETF tag such as `ru` or `en-GB` (core.telegram.org/bots/api#user).
    """
    for code in (chosen, (telegram or "").partition("-")[0]):
        for language in LANGUAGES:
            if code == language:
                return language
    return default
