"""The composition root: the one place that names implementations."""

import secrets
from collections.abc import AsyncIterator
from typing import NewType
from zoneinfo import ZoneInfo

from aiogram import Bot
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.enums import ParseMode
from dishka import AsyncContainer, Provider, Scope, from_context, make_async_container, provide

from bot.account.look import Accounts
from bot.billing.embedded import EmbeddedBilling
from bot.billing.port import Billing
from bot.conversation.lessons import Lessons
from bot.conversation.popular import Popular
from bot.faq.learning.board import GapBoard
from bot.faq.library import Library
from bot.faq.versions.lookout import Lookout
from bot.faq.versions.press import Files, Press
from bot.faq.versions.renewal import Renewal
from bot.faq.versions.source import FaqSource
from bot.handlers.admin.faq.comparing import Comparing
from bot.handlers.admin.faq.lookup import Lookup
from bot.handlers.admin.faq.propose import Proposals
from bot.handlers.admin.faq.room import Archive
from bot.handlers.admin.faq.upload import Uploads
from bot.handlers.admin.learning.blackboard import Blackboard
from bot.handlers.caller import Caller
from bot.handlers.entry import Entry
from bot.handlers.public.guide import Guide
from bot.handlers.public.inline import Results
from bot.handlers.subscriber.ask import Reception
from bot.handlers.subscriber.menu import Menu
from bot.handlers.subscriber.messages import Post
from bot.handlers.subscriber.objection import Objections
from bot.handlers.subscriber.telling import Telling
from bot.notices.dispatch import Reminders, Schedule
from bot.notices.notices_file import NoticesFile, load_notices
from bot.screens.illustrated import Illustrated
from bot.screens.prepare import Preparing
from bot.screens.prepare.changes import ChangeRows
from bot.screens.prepare.faq import FaqRows
from bot.screens.prepare.house import House
from bot.screens.prepare.reactions import ReactionRows
from bot.screens.prepare.readers import Readers
from bot.screens.prepare.reminders import ReminderRows
from bot.screens.prepare.suggestions import SuggestionRows
from bot.screens.prepare.tickets import TicketRows
from bot.screens.prepare.undelivered import UndeliveredRemarks
from bot.settings import Settings
from bot.storage.database import Database
from bot.storage.once import Once
from bot.subscribers.sign_in import SignIn
from bot.telegram.alarms import Alarms
from bot.telegram.delivery import Delivery
from bot.telegram.group import DeskGroup
from bot.telegram.handling import Handling
from bot.telegram.markup import as_html
from bot.telegram.members import Members
from bot.telegram.pacing import CountCalls, Pacer
from bot.telegram.remedies import Remedies
from bot.telegram.topics import Topics
from bot.telegram.worker import Worker
from bot.texts import Texts
from bot.tickets.desk_file import DeskFile, load_desk

Owner = NewType("Owner", str)
"""Names this process in leases."""


class Ground(Provider):
    """What everything stands on."""

    scope = Scope.APP
    settings = from_context(Settings, scope=Scope.APP)

    @provide
    def zone(self, settings: Settings) -> ZoneInfo:
        return settings.zone

    @provide
    def owner(self) -> Owner:
        return Owner(secrets.token_hex(8))

    @provide
    async def database(self, settings: Settings) -> AsyncIterator[Database]:
        async with Database(settings.database_url.get_secret_value()) as database:
            yield database

    @provide
    def faq_files(self, settings: Settings) -> Files:
        return Files(FaqSource(settings.faq_path), settings.synonyms_path, settings.talk_path)

    press = provide(Press)
    renewal = provide(Renewal)

    @provide
    def lookout(self, database: Database, files: Files, press: Press, alarms: Alarms, settings: Settings) -> Lookout:
        return Lookout(database, files, press, alarms, settings.admin_ids)

    @provide
    async def library(self, renewal: Renewal) -> Library:
        return await renewal.open()

    @provide
    def desk_file(self, settings: Settings) -> DeskFile:
        return load_desk(settings.desk_path)

    @provide
    def notices_file(self, settings: Settings) -> NoticesFile:
        return load_notices(settings.notices_path)


class Rooms(Provider):
    """Features over the ground."""

    scope = Scope.APP

    @provide
    def billing(self, database: Database) -> Billing:
        return EmbeddedBilling(database)

    accounts = provide(Accounts)
    sign_in = provide(SignIn)

    @provide
    def popular(self, database: Database) -> Popular:
        return Popular(database)

    gap_board = provide(GapBoard)

    @provide
    def lessons(self, database: Database, library: Library, board: GapBoard) -> Lessons:
        return Lessons(database, library, board, as_html)

    @provide
    def reminders(self, database: Database, billing: Billing, settings: Settings) -> Reminders:
        schedule = Schedule(settings.remind_days, settings.remind_at, settings.zone)
        return Reminders(database, billing, schedule)


class Telegram(Provider):
    """The way in and out."""

    scope = Scope.APP

    @provide
    def pacer(self, settings: Settings) -> Pacer:
        return Pacer(settings.bulk_rate)

    @provide
    async def bot(self, settings: Settings, pacer: Pacer) -> AsyncIterator[Bot]:
        session = AiohttpSession(api=TelegramAPIServer.from_base(settings.telegram_api_url))
        session.middleware(CountCalls(pacer))
        defaults = DefaultBotProperties(parse_mode=ParseMode.HTML, link_preview_is_disabled=True)
        async with Bot(settings.token, session=session, default=defaults) as bot:
            yield bot

    @provide
    def alarms(self, settings: Settings) -> Alarms:
        return Alarms(settings.admin_ids)

    @provide
    def group(self, bot: Bot, database: Database, settings: Settings) -> DeskGroup:
        return DeskGroup(bot, database, settings.support_chat_id)

    @provide
    def members(self, bot: Bot, group: DeskGroup) -> Members:
        return Members(bot, group)

    @provide
    def readers(self, database: Database, settings: Settings) -> Readers:
        return Readers(database, settings.locale)

    @provide
    def illustrated(self, bot: Bot, database: Database, settings: Settings) -> Illustrated:
        return Illustrated(bot, database, settings.faq_path.parent)

    house = provide(House)
    faq_rows = provide(FaqRows)
    ticket_rows = provide(TicketRows)
    change_rows = provide(ChangeRows)
    reaction_rows = provide(ReactionRows)
    undelivered_remarks = provide(UndeliveredRemarks)
    reminder_rows = provide(ReminderRows)
    suggestion_rows = provide(SuggestionRows)
    preparing = provide(Preparing)

    @provide
    def topics(self, bot: Bot, database: Database, group: DeskGroup, pacer: Pacer, prepare: Preparing) -> Topics:
        return Topics(bot, database, group, pacer, prepare)

    @provide
    def remedies(
        self,
        database: Database,
        pacer: Pacer,
        prepare: Preparing,
        topics: Topics,
        group: DeskGroup,
        alarms: Alarms,
    ) -> Remedies:
        return Remedies(database, pacer, prepare, topics, group, alarms)

    @provide
    def delivery(
        self,
        bot: Bot,
        database: Database,
        owner: Owner,
        pacer: Pacer,
        prepare: Preparing,
        topics: Topics,
        remedies: Remedies,
    ) -> Delivery:
        return Delivery(bot, database, owner, pacer, prepare, topics, remedies)

    @provide
    def entry(self, bot: Bot, container: AsyncContainer, settings: Settings) -> Entry:
        return Entry(bot, container, settings.locale)

    @provide
    def worker(self, database: Database, owner: Owner, entry: Entry, alarms: Alarms, delivery: Delivery) -> Worker:
        return Worker(database, owner, entry.handle, entry.explain, alarms, delivery.wake)


class OneUpdate(Provider):
    """What lives as long as the handling of one update."""

    scope = Scope.REQUEST
    handling = from_context(Handling, scope=Scope.REQUEST)
    caller = from_context(Caller, scope=Scope.REQUEST)
    texts = from_context(Texts, scope=Scope.REQUEST)
    menu = provide(Menu)
    comparing = provide(Comparing)
    proposals = provide(Proposals)
    uploads = provide(Uploads)
    lookup = provide(Lookup)
    archive = provide(Archive)
    telling = provide(Telling)
    objections = provide(Objections)
    reception = provide(Reception)
    blackboard = provide(Blackboard)
    post = provide(Post)
    guide = provide(Guide)
    results = provide(Results)

    @provide
    def once(self, database: Database, handling: Handling) -> Once:
        return Once(database, handling.update_id)


def make_container(settings: Settings, *overrides: Provider) -> AsyncContainer:
    """Everything wired; `overrides` replace parts of it, for tests and the demo."""
    return make_async_container(Ground(), Rooms(), Telegram(), OneUpdate(), *overrides, context={Settings: settings})
