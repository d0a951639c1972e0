"""What the bot is and says of itself."""

import json
from typing import Any

from aiogram.methods import (
    Close,
    DeleteMyCommands,
    GetChatMenuButton,
    GetMe,
    GetMyCommands,
    GetMyDefaultAdministratorRights,
    GetMyDescription,
    GetMyName,
    GetMyShortDescription,
    LogOut,
    SetChatDescription,
    SetChatMenuButton,
    SetChatTitle,
    SetMyCommands,
    SetMyDefaultAdministratorRights,
    SetMyDescription,
    SetMyName,
    SetMyShortDescription,
)
from aiogram.types import ChatAdministratorRights

from bot.playground.api.registry import Call, handles, plain, plain_list
from bot.playground.chats import Json
from bot.playground.errors import bad_request
from bot.playground.posting import service
from bot.playground.world import World

MOST_COMMANDS = 100  # https://core.telegram.org/bots/api#setmycommands
LONGEST_COMMAND, LONGEST_EXPLANATION = 32, 256


@handles(GetMe)
def get_me(call: Call[GetMe]) -> Json:
    return call.world.me


@handles(LogOut, Close)
def leave_server(_: Call[Any]) -> bool:
    return True


@handles(SetMyCommands)
def set_my_commands(call: Call[SetMyCommands]) -> bool:
    commands = plain_list(call.method.commands) or []
    if len(commands) > MOST_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    for command in commands:
        _check_command(command)
    call.world.profile[_commands_key(call)] = commands
    call.world.bus.publish("cast")
    return True


def _check_command(command: Json) -> None:
    name = str(command["command"]).removeprefix("/")
    if not name or len(name) > LONGEST_COMMAND or not name.replace("_", "a").isalnum() or not name.islower():
        raise bad_request("BOT_COMMAND_INVALID")
    if not name.isascii():
        raise bad_request("BOT_COMMAND_INVALID")
    if not 1 <= len(command["description"]) <= LONGEST_EXPLANATION:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")


@handles(GetMyCommands)
def get_my_commands(call: Call[GetMyCommands]) -> Any:
    return call.world.profile.get(_commands_key(call), [])


@handles(DeleteMyCommands)
def delete_my_commands(call: Call[DeleteMyCommands]) -> bool:
    call.world.profile.pop(_commands_key(call), None)
    return True


def _commands_key(call: Call[Any]) -> str:
    return commands_key(plain(call.method.scope) or {"type": "default"}, call.method.language_code)


def commands_key(scope: Json, language: str | None) -> str:
    return f"commands {json.dumps(scope, sort_keys=True)} {language or ''}"


def commands_for(world: World, user: Json) -> list[Json]:
    """Give the commands that a person sees in the private chat: the narrowest scope wins, then their language."""
    scopes = ({"type": "chat", "chat_id": user["id"]}, {"type": "all_private_chats"}, {"type": "default"})
    keys = [commands_key(scope, tongue) for scope in scopes for tongue in (user.get("language_code"), None)]
    return next((list(world.profile[key]) for key in keys if world.profile.get(key)), [])


SETTERS = (SetMyName, SetMyDescription, SetMyShortDescription)
GETTERS = (GetMyName, GetMyDescription, GetMyShortDescription)
PROFILE_FIELDS = {"myname": "name", "mydescription": "description", "myshortdescription": "short_description"}


def _profile_field(call: Call[Any]) -> tuple[str, str]:
    field = PROFILE_FIELDS[call.method.__api_method__[3:].lower()]
    return field, f"{field} {call.method.language_code or ''}"


@handles(*SETTERS)
def set_profile_text(call: Call[Any]) -> bool:
    field, key = _profile_field(call)
    call.world.profile[key] = getattr(call.method, field) or ""
    return True


@handles(*GETTERS)
def get_profile_text(call: Call[Any]) -> Json:
    field, key = _profile_field(call)
    return {field: call.world.profile.get(key, call.world.me["first_name"] if field == "name" else "")}


@handles(SetChatMenuButton)
def set_chat_menu_button(call: Call[SetChatMenuButton]) -> bool:
    button = plain(call.method.menu_button) or {"type": "default"}
    call.world.profile[f"menu {call.method.chat_id or ''}"] = button
    return True


@handles(GetChatMenuButton)
def get_chat_menu_button(call: Call[GetChatMenuButton]) -> Any:
    return call.world.profile.get(f"menu {call.method.chat_id or ''}", {"type": "commands"})


@handles(SetMyDefaultAdministratorRights)
def set_default_rights(call: Call[SetMyDefaultAdministratorRights]) -> bool:
    call.world.profile[f"rights {bool(call.method.for_channels)}"] = plain(call.method.rights)
    return True


@handles(GetMyDefaultAdministratorRights)
def get_default_rights(call: Call[GetMyDefaultAdministratorRights]) -> Any:
    rights = ChatAdministratorRights.model_fields.items()
    none = {name: False for name, field in rights if field.is_required()}
    return call.world.profile.get(f"rights {bool(call.method.for_channels)}") or none


@handles(SetChatTitle, SetChatDescription)
def set_chat_words(call: Call[Any]) -> bool:
    world, method = call.world, call.method
    chat = world.writable(method.chat_id)
    if chat.is_private or not world.may(chat, "can_change_info"):
        raise bad_request("not enough rights to change chat title")
    if isinstance(method, SetChatTitle):
        chat.names["title"] = method.title
        service(world, chat, world.me_as_sender(), {"new_chat_title": method.title})
    else:
        chat.extra["description"] = method.description or ""
    return True
