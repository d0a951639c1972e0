"""Commands of the private chat; each is a button as well."""

from aiogram import Bot, F, Router
from aiogram.filters import Command, CommandObject, CommandStart
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager
from dishka.integrations.aiogram import FromDishka, inject

from bot.faq.library import Library
from bot.handlers.caller import Caller
from bot.handlers.subscriber import login, ticket_dialog
from bot.handlers.subscriber.ask import Reception
from bot.handlers.subscriber.commands_menu import show_commands
from bot.handlers.subscriber.drafts import drop, has_draft, put_aside
from bot.handlers.subscriber.menu import Menu
from bot.screens import buttons, home
from bot.screens.callbacks import Category, Go, ShowAccount, category_of, entry_of
from bot.screens.faq import categories, category
from bot.screens.public import ENTRY
from bot.screens.screen import Screen, Toast, say, show
from bot.settings import Settings
from bot.storage.once import Once
from bot.telegram.handling import Handling
from bot.texts import Texts
from bot.tickets.choose import ask_something_else

SCREENS = ("balance", "tariff", "pay", "services", "tickets", "settings", "help")

router = Router(name="commands")
router.message.filter(F.text)  # a file's caption is no command


@router.message(CommandStart(deep_link=True, magic=F.args.startswith(ENTRY)))
@inject
async def start_with_entry(
    _: Message,
    command: CommandObject,
    dialog_manager: DialogManager,
    state: FSMContext,
    texts: Texts,
    menu: FromDishka[Menu],
    library: FromDishka[Library],
    reception: FromDishka[Reception],
) -> None:
    """A link under an answer in another chat leads to the same answer here."""
    await put_aside(dialog_manager, state)
    entry = entry_of(library.book.catalogue, (command.args or "").removeprefix(ENTRY))
    if entry is None:
        await reception.show(Screen(texts.html("faq-gone"), (await menu.screen("faq")).rows))
    else:
        await reception.show(await reception.answer_of(entry))


@router.message(CommandStart())
@inject
async def start(
    message: Message,
    bot: Bot,
    dialog_manager: DialogManager,
    state: FSMContext,
    texts: Texts,
    caller: FromDishka[Caller],
    settings: FromDishka[Settings],
    menu: FromDishka[Menu],
) -> None:
    """The first screen; an unfinished ticket waits aside. Admins find their command in Telegram's menu from now on."""
    await put_aside(dialog_manager, state)
    await say(message, menu.home(draft=await has_draft(state)))
    if caller.chat_id in settings.admin_ids:
        await show_commands(bot, texts, caller.chat_id, admin=True)


@router.message(Command("faq"))
@inject
async def browse(
    message: Message,
    dialog_manager: DialogManager,
    state: FSMContext,
    menu: FromDishka[Menu],
    handling: FromDishka[Handling],
    once: FromDishka[Once],
) -> None:
    """The FAQ's categories; what is typed next is a question."""
    await put_aside(dialog_manager, state)
    await _leave_ticket(handling, once)
    await say(message, await menu.screen("faq"))


@router.message(Command(*SCREENS))
@inject
async def open_screen(message: Message, menu: FromDishka[Menu]) -> None:
    """Any other screen by its command."""
    await say(message, await menu.screen((message.text or "/").split()[0][1:].partition("@")[0].lower()))


@router.message(Command("ticket"))
async def new_ticket(_: Message, dialog_manager: DialogManager, state: FSMContext) -> None:
    """The ticket dialog, where it was left."""
    await ticket_dialog.start(dialog_manager, state, ticket_dialog.Beginning())


@router.message(Command("login"))
async def sign_in(message: Message, bot: Bot, state: FSMContext, texts: Texts) -> None:
    """Asks for one's own contact."""
    await login.ask_for_contact(bot, message.chat.id, state, texts)


@router.message(Command("logout"))
@inject
async def sign_out(message: Message, handling: FromDishka[Handling], once: FromDishka[Once], texts: Texts) -> None:
    """Unlinks every contract."""
    await say(message, await login.sign_out(handling, once, texts))


@router.message(Command("cancel"))
async def cancel(message: Message, dialog_manager: DialogManager, state: FSMContext, texts: Texts) -> None:
    """Ends whatever is being asked."""
    if await login.is_asking(state):
        await login.cancel(message, dialog_manager, state, texts)
        return
    dropped = await drop(dialog_manager, state)
    await say(message, Screen(texts.html("cancelled" if dropped else "cancelled-nothing"), [buttons.home(texts)]))


@router.message(Command("claim", "resolve", "reopen", "note", "card", "find", "stats"))
async def for_agents(message: Message, texts: Texts) -> None:
    """Agents work in their group; here nobody is one."""
    await say(message, Screen(texts.html("refused-not-agent"), [buttons.home(texts)]))


@router.message(F.text.startswith("/"))
async def unknown(message: Message, texts: Texts) -> None:
    """No such command, and which there are."""
    screen = home.help_screen(texts)
    await say(message, Screen(texts.html("command-unknown", help=screen.text), screen.rows))


@router.callback_query(Go.filter())
@inject
async def go(
    callback: CallbackQuery,
    callback_data: Go,
    dialog_manager: DialogManager,
    state: FSMContext,
    texts: Texts,
    bot: Bot,
    menu: FromDishka[Menu],
    caller: FromDishka[Caller],
    handling: FromDishka[Handling],
    once: FromDishka[Once],
) -> None:
    """The same by buttons."""
    match callback_data.to:
        case "ticket" | "continue":
            await ticket_dialog.start(dialog_manager, state, ticket_dialog.Beginning())
        case "login":
            await login.ask_for_contact(bot, caller.chat_id, state, texts)
        case "logout":
            await show(callback, await login.sign_out(handling, once, texts))
        case "ask":
            await put_aside(dialog_manager, state)
            await _leave_ticket(handling, once)
            await show(callback, Screen(texts.html("ask-away"), [buttons.home(texts)]))
        case "faq":
            await put_aside(dialog_manager, state)
            await _leave_ticket(handling, once)
            await show(callback, await menu.screen("faq"))
        case "home":
            await put_aside(dialog_manager, state)
            await show(callback, menu.home(draft=await has_draft(state)))
        case name:
            await show(callback, await menu.screen(name))


@router.callback_query(ShowAccount.filter())
@inject
async def show_account(callback: CallbackQuery, callback_data: ShowAccount, menu: FromDishka[Menu]) -> None:
    """Balance or tariff of one of several contracts."""
    await show(callback, await menu.account(callback_data.what, callback_data.contract))


@router.callback_query(Category.filter())
@inject
async def show_category(
    callback: CallbackQuery, callback_data: Category, texts: Texts, library: FromDishka[Library]
) -> Toast | None:
    """Questions of a category; if it is gone, the categories there are now."""
    catalogue = library.book.catalogue
    if not callback_data.key:
        await show(callback, categories(texts, catalogue, callback_data.page))
        return None
    name = category_of(catalogue, callback_data.key)
    if name is None:
        await show(callback, categories(texts, catalogue))
        return Toast(texts.plain("screen-outdated"))
    await show(callback, category(texts, catalogue, name, callback_data.page))
    return None


async def _leave_ticket(handling: Handling, once: Once) -> None:
    """No ticket is in conversation any more."""
    if handling.visit.conversation is not None and handling.chat_id is not None:
        await once(ask_something_else, handling.chat_id)
