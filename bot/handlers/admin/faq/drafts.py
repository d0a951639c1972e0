"""What becomes of a draft: in force, forgotten, or compared with a version that came meanwhile."""

from aiogram import F, Router
from aiogram.types import CallbackQuery
from dishka.integrations.aiogram import FromDishka, inject

from bot import clock
from bot.faq.catalogue.edits import from_json
from bot.faq.versions.press import Files
from bot.faq.versions.publish import OutOfDate, cancel_draft, confirm_draft, draft_of
from bot.faq.versions.renewal import Renewal
from bot.handlers.admin.faq.propose import Proposals
from bot.handlers.caller import Caller
from bot.screens import difference, versions
from bot.screens.callbacks import AdminDraft
from bot.screens.screen import Screen, acknowledge, show
from bot.settings import Settings
from bot.storage.database import Database
from bot.storage.once import Once
from bot.texts import Texts

router = Router(name="faq drafts")


@router.callback_query(AdminDraft.filter(F.what == "confirm"))
@inject
async def confirm(
    callback: CallbackQuery,
    callback_data: AdminDraft,
    texts: Texts,
    caller: FromDishka[Caller],
    settings: FromDishka[Settings],
    database: FromDishka[Database],
    once: FromDishka[Once],
    renewal: FromDishka[Renewal],
    files: FromDishka[Files],
) -> None:
    """In force here at once, on other replicas in a moment, and on disk where nobody changed the file."""
    draft_id, person = callback_data.draft_id, caller.chat_id
    try:
        version = await once(confirm_draft, draft_id, person, settings.admin_ids, clock.now())
    except OutOfDate as error:
        draft = await database.read(lambda session: draft_of(session, draft_id, person))
        again = draft.edit is not None
        await show(callback, difference.stale(texts, draft_id, error.current, error.by, again=again))
        return
    await renewal.tick()
    written = await renewal.write_back(version)
    await show(callback, versions.published(texts, version, files.faq.path.name, written=written))


@router.callback_query(AdminDraft.filter(F.what == "cancel"))
@inject
async def cancel(
    callback: CallbackQuery, callback_data: AdminDraft, texts: Texts, caller: FromDishka[Caller], once: FromDishka[Once]
) -> None:
    """Nothing changes."""
    await once(cancel_draft, callback_data.draft_id, caller.chat_id)
    await show(callback, Screen(texts.html("draft-cancelled"), [versions.back(texts)]))


@router.callback_query(AdminDraft.filter(F.what == "again"))
@inject
async def again(
    callback: CallbackQuery,
    callback_data: AdminDraft,
    caller: FromDishka[Caller],
    database: FromDishka[Database],
    proposals: FromDishka[Proposals],
) -> None:
    """A single change is made on the version in force; a whole file is compared with it as it is."""
    await acknowledge(callback)
    draft = await database.read(lambda session: draft_of(session, callback_data.draft_id, caller.chat_id))
    if draft.edit is not None:
        await proposals.propose_edit(from_json(draft.edit))
    else:
        await proposals.propose(draft.text, (await proposals.newest()).id, note=draft.note)
