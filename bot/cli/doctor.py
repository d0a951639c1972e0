"""`biletik doctor`: is everything fit to run? One line each; exit 1 if anything fails."""

import asyncio

import typer
from aiogram import Bot
from dishka import AsyncContainer
from sqlalchemy.exc import SQLAlchemyError

from bot.cli.mistakes import MISTAKES, explain
from bot.faq.book import Book
from bot.notices.notices_file import load_notices
from bot.settings import Settings, load_settings
from bot.storage.accounts import BillingAccounts
from bot.storage.database import Database
from bot.storage.faq_versions import FaqVersions
from bot.storage.migrate import is_current
from bot.telegram.examine import Finding, examine_clock, examine_group, examine_telegram
from bot.telegram.group import DeskGroup
from bot.texts import Texts
from bot.tickets.desk_file import load_desk
from bot.wiring import make_container

app = typer.Typer()


@app.command()
def doctor() -> None:
    """Checks token, group and rights, inline mode, database, migrations, FAQ, billing, clock."""
    settings = load_settings(require=("bot_token",))
    texts = Texts(settings.locale)
    findings = asyncio.run(_examine(settings))
    for finding in findings:
        found = texts.plain(f"doctor-{finding.what}-{finding.found}", **finding.facts)
        typer.echo(texts.plain(f"doctor-{finding.level}", what=texts.plain(f"doctor-what-{finding.what}"), found=found))
    if any(finding.level == "failed" for finding in findings):
        raise typer.Exit(1)


async def _examine(settings: Settings) -> list[Finding]:
    """Every line, whatever the others found."""
    database = await _database(settings)
    findings = [Finding("settings", "ok", "fine", {}), *database, _files(settings)]
    container = make_container(settings)
    try:
        bot = await container.get(Bot)
        findings += await examine_telegram(bot)
        findings.append(await examine_group(bot, await _group_id(container, settings, database)))
    finally:
        await container.close()
    findings.append(await examine_clock(settings.telegram_api_url))
    return findings


async def _group_id(container: AsyncContainer, settings: Settings, database: list[Finding]) -> int | None:
    """The group where it is now, which the database knows if it can be read."""
    if any(finding.level == "failed" for finding in database):
        return settings.support_chat_id
    return await (await container.get(DeskGroup)).chat_id()


async def _database(settings: Settings) -> list[Finding]:
    """The database, its migrations, the FAQ in force, and what the embedded billing holds."""
    url = settings.database_url.get_secret_value()
    try:
        current = await is_current(url)
    except (SQLAlchemyError, OSError) as error:
        return [Finding("database", "failed", "away", {"why": type(error).__name__})]
    if not current:
        return [Finding("database", "failed", "behind", {})]
    async with Database(url) as database:
        count = await database.read(lambda session: BillingAccounts(session).count())
        version = await database.read(lambda session: FaqVersions(session).newest_id())
    faq = Finding("faq", "ok", "fine" if version else "first", {"version": str(version)})
    billing = Finding("billing", "ok" if count else "warning", "fine" if count else "empty", {"count": count})
    return [Finding("database", "ok", "fine", {}), faq, billing]


def _files(settings: Settings) -> Finding:
    try:
        book = Book.load(settings.faq_path, settings.synonyms_path, settings.talk_path)
        load_desk(settings.desk_path)
        load_notices(settings.notices_path)
    except MISTAKES as mistake:
        return Finding("files", "failed", "wrong", {"mistakes": "\n".join(explain(mistake))})
    return Finding("files", "ok", "fine", {"count": len(book.catalogue.entries)})
