"""Search as one types, in any chat: `@bot query`. The answers are those that everybody may read."""

from zoneinfo import ZoneInfo

import structlog
from aiogram import Bot, Router
from aiogram.exceptions import TelegramAPIError
from aiogram.types import ChosenInlineResult, InlineQuery, InlineQueryResultUnion
from dishka.integrations.aiogram import FromDishka, inject

from bot import clock
from bot.conversation.learn import found, record
from bot.conversation.popular import Popular
from bot.faq.catalogue.telling import Reader, tell
from bot.faq.library import Library
from bot.faq.search import FEWEST
from bot.screens import public
from bot.screens.callbacks import entry_of
from bot.telegram.handling import Handling
from bot.texts import Texts

PAGE = 50
"""Results at once (core.telegram.org/bots/api#answerinlinequery)."""
CACHE_SECONDS = 10
"""For which Telegram may show one's own results again: an edited FAQ is seen soon."""

router = Router(name="inline search")
log = structlog.get_logger(__name__)


class Results:
    """Looks entries up for a list of results."""

    def __init__(self, bot: Bot, library: Library, popular: Popular, texts: Texts, zone: ZoneInfo) -> None:
        self._bot = bot
        self._book = library.book
        self._popular = popular
        self._texts = texts
        self._zone = zone

    async def find(self, text: str) -> list[str]:
        """The ids of entries, best first; all of them, the most asked first, before anything telling is typed."""
        by_id = self._book.catalogue.by_id
        if len(text.strip()) >= FEWEST:
            return self._book.search(text)
        return list(dict.fromkeys([*(name for name in await self._popular() if name in by_id), *by_id]))

    async def page(self, names: list[str]) -> list[InlineQueryResultUnion]:
        """Results as Telegram takes them."""
        reader = Reader(self._texts.language, clock.now().astimezone(self._zone).date())
        bot = (await self._bot.me()).username or ""
        entries = [self._book.catalogue.by_id[name] for name in names]
        return [public.result(self._texts, entry, tell(entry, reader), bot) for entry in entries]


@router.inline_query()
@inject
async def search(query: InlineQuery, texts: Texts, results: FromDishka[Results]) -> None:
    """A page of results. They are the reader's own, for the language is."""
    names = await results.find(query.query)
    start = int(query.offset) if query.offset.isdecimal() else 0
    page = names[start : start + PAGE]
    try:
        await query.answer(
            await results.page(page),
            cache_time=CACHE_SECONDS,
            is_personal=True,
            next_offset=str(start + PAGE) if len(names) > start + PAGE else "",
            button=None if names else public.ask_in_private(texts),
        )
    except TelegramAPIError as error:  # who types on has asked anew by now
        log.info("inline query not answered", why=str(error))


@router.chosen_inline_result()
@inject
async def chosen(
    result: ChosenInlineResult, texts: Texts, library: FromDishka[Library], handling: FromDishka[Handling]
) -> None:
    """Asked, and answered."""
    entry = entry_of(library.book.catalogue, result.result_id)
    if entry is not None:
        question = found(entry, result.query, texts.language, clock.now())
        handling.later.append(lambda session: record(session, [question]))
