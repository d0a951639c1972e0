"""Signing in by one's own contact, and out."""

from aiogram import Bot, F, Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import KeyboardButton, Message, ReplyKeyboardMarkup, ReplyKeyboardRemove
from aiogram_dialog import DialogManager, ShowMode
from dishka.integrations.aiogram import FromDishka, inject

from bot.account.look import Accounts
from bot.billing.port import NoFigures
from bot.handlers.caller import Caller
from bot.screens.account import contract_line
from bot.screens.buttons import go, home
from bot.screens.screen import Screen, say
from bot.storage.once import Once
from bot.subscribers.link import unlink
from bot.subscribers.phones import normalise
from bot.subscribers.sign_in import NotOwnContact, PhoneUnknown, SignIn
from bot.telegram.handling import Handling
from bot.texts import LANGUAGES, Html, Texts


class Login(StatesGroup):
    """`/login` has asked for a contact; only then is one a sign-in."""

    contact = State()


router = Router(name="login")


async def ask_for_contact(bot: Bot, chat_id: int, state: FSMContext, texts: Texts) -> None:
    """Shows the button that shares one's phone."""
    await state.set_state(Login.contact)
    await bot.send_message(chat_id, texts.html("login-ask"), reply_markup=_keyboard(texts))


async def is_asking(state: FSMContext) -> bool:
    """Whether a contact would be a sign-in now."""
    return await state.get_state() == Login.contact.state


def _keyboard(texts: Texts) -> ReplyKeyboardMarkup:
    share = KeyboardButton(text=texts.plain("login-share"), request_contact=True)
    return ReplyKeyboardMarkup(
        keyboard=[[share], [KeyboardButton(text=texts.plain("login-cancel"))]],
        resize_keyboard=True,
        one_time_keyboard=True,
    )


@router.message(StateFilter(Login.contact), F.contact)
@inject
async def contact(
    message: Message,
    dialog_manager: DialogManager,
    state: FSMContext,
    texts: Texts,
    caller: FromDishka[Caller],
    once: FromDishka[Once],
    sign_in: FromDishka[SignIn],
    accounts: FromDishka[Accounts],
) -> None:
    """One's own contact links the contracts of its number; anything else is explained, and may be tried again."""
    assert message.contact is not None  # noqa: S101 - the filter saw it
    try:
        linked = await sign_in.by_contact(once, caller.chat_id, message.contact.user_id, message.contact.phone_number)
    except NotOwnContact:
        await message.answer(texts.html("refused-not-own-contact"), reply_markup=_keyboard(texts))
        return
    except PhoneUnknown:
        await state.set_state(None)
        await message.answer(texts.html("refused-phone-unknown"), reply_markup=ReplyKeyboardRemove())
        await say(message, Screen(texts.html("login-unknown-next"), [[go(texts, "ticket")], home(texts)]))
        return
    await state.set_state(None)
    key = "login-done" if linked.fresh else "login-again"
    await message.answer(texts.html(key, count=len(linked.contracts)), reply_markup=ReplyKeyboardRemove())
    await say(message, await _what_is_there(texts, caller, accounts))
    await _go_on(dialog_manager)


async def _what_is_there(texts: Texts, caller: Caller, accounts: Accounts) -> Screen:
    """The contracts by address, so that a stranger's would be noticed."""
    rows = [[go(texts, "balance"), go(texts, "tariff")], home(texts)]
    try:
        seen = await accounts.of_chat(caller.chat_id)
    except NoFigures:
        return Screen(texts.html("login-next"), rows)
    lines = "\n".join(contract_line(texts, one.account) for one in seen)
    return Screen(Html(f"{lines}\n\n{texts.html('login-next')}"), rows)


@router.message(F.text.in_({Texts(code).plain("login-cancel") for code in LANGUAGES}))
async def cancel(message: Message, dialog_manager: DialogManager, state: FSMContext, texts: Texts) -> None:
    """Not now; the keyboard may have outlived its question."""
    await state.set_state(None)
    await message.answer(texts.html("login-cancelled"), reply_markup=ReplyKeyboardRemove())
    await _go_on(dialog_manager)


async def _go_on(dialog_manager: DialogManager) -> None:
    """Signing in may have interrupted a dialog: its present step comes back into sight."""
    if dialog_manager.has_context():
        await dialog_manager.show(ShowMode.SEND)


@router.message(StateFilter(Login.contact), F.text.func(lambda text: normalise(text) is not None))
async def typed_number(message: Message, texts: Texts) -> None:
    """A typed number proves nothing; the button does."""
    await message.answer(texts.html("login-typed"), reply_markup=_keyboard(texts))


async def sign_out(handling: Handling, once: Once, texts: Texts) -> Screen:
    """Unlinks every contract of the caller."""
    assert handling.chat_id is not None  # noqa: S101 - the router serves private chats only
    contracts = await once(unlink, handling.chat_id)
    key = "logout-done" if contracts else "logout-nothing"
    return Screen(texts.html(key), [[go(texts, "login")], home(texts)])
