"""Mistakes in settings and files, said at the shell with place and remedy."""

from collections.abc import Iterator

from bot.errors import DatabaseAway
from bot.faq.catalogue.load import CatalogueInvalid
from bot.screens.problems import lines
from bot.settings import SettingProblem, SettingsInvalid, shell_language
from bot.texts import Texts
from bot.yamlfiles import FileInvalid

MISTAKES = (SettingsInvalid, CatalogueInvalid, FileInvalid, DatabaseAway)


def explain(mistake: BaseException) -> Iterator[str]:
    """Lines for the shell."""
    texts = Texts(shell_language())
    if isinstance(mistake, SettingsInvalid):
        yield texts.plain("shell-settings")
        yield from (_setting(texts, problem) for problem in mistake.problems)
    elif isinstance(mistake, DatabaseAway):
        yield texts.plain("shell-database-away", why=str(mistake))
    elif isinstance(mistake, CatalogueInvalid | FileInvalid):
        for problem in mistake.problems:
            yield from lines(problem, texts)


def _setting(texts: Texts, problem: SettingProblem) -> str:
    specific = f"shell-setting-{problem.name.lower().replace('_', '-')}"
    remedy = texts.plain(specific) if texts.has(specific) else texts.plain(f"shell-setting-{problem.code}")
    code = "missing" if problem.code == "missing" else "wrong"
    return texts.plain(f"shell-{code}", name=problem.name, value=problem.value, remedy=remedy)
