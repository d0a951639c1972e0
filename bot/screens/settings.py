"""What a person can choose."""

from bot.screens.buttons import button, go, home
from bot.screens.callbacks import SetLanguage, SetReminders
from bot.screens.screen import Rows, Screen
from bot.texts import LANGUAGES, Texts


def settings(texts: Texts, *, reminders: bool, linked: bool) -> Screen:
    """Language, reminders, and signing in or out."""
    languages = [
        button(
            texts.plain("settings-language", language=language, on="yes" if language == texts.language else "no"),
            SetLanguage(language=language),
        )
        for language in LANGUAGES
    ]
    switch = button(texts.plain("settings-reminders", on="yes" if reminders else "no"), SetReminders(on=not reminders))
    rows: Rows = [languages, [switch], [go(texts, "logout" if linked else "login")], home(texts)]
    return Screen(texts.html("settings"), rows)


def reminders_off(texts: Texts) -> Screen:
    """No reminder comes any more, and how to have them back."""
    back = button(texts.plain("reminders-back"), SetReminders(on=True))
    return Screen(texts.html("reminders-off"), [[back], home(texts)])
