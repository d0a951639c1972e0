"""What a person can do, by name: `POST /play/people/<id>/<action>` with the action's JSON."""

from collections.abc import Awaitable, Callable
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from bot.playground.actor import Place
from bot.playground.chats import Json
from bot.playground.people import Person
from bot.playground.play import inputs
from bot.playground.seen import Seen

if TYPE_CHECKING:
    from bot.playground.playground import Playground

Action = Callable[["Playground", Person, Any], Awaitable[Json]]
ACTIONS: dict[str, tuple[type[inputs.Input], Action]] = {}


def action(shape: type[inputs.Input]) -> Callable[[Action], Action]:
    def register(function: Action) -> Action:
        ACTIONS[function.__name__] = (shape, function)
        return function

    return register


def place(pg: "Playground", where: inputs.Where) -> Place:
    return {
        "chat": pg.room(where.chat_id) if where.chat_id else None,
        "thread": where.thread,
        "reply_to": where.reply_to,
        "anonymous": where.anonymous,
    }


def _message(pg: "Playground", person: Person, asked: inputs.OnMessage) -> Seen:
    return pg.room(asked.chat_id or person.id).message(asked.message_id)


@action(inputs.Nothing)
async def start(_: "Playground", person: Person, __: inputs.Nothing) -> Json:
    return (await person.start()).raw


@action(inputs.Write)
async def write(pg: "Playground", person: Person, asked: inputs.Write) -> Json:
    return (await person.write(asked.text, **place(pg, asked))).raw


@action(inputs.Contact)
async def contact(pg: "Playground", person: Person, asked: inputs.Contact) -> Json:
    if asked.phone is None:
        return (await person.share_contact()).raw
    sent = await person.send_contact(
        asked.phone, first_name=asked.first_name, user_id=asked.user_id, **place(pg, asked)
    )
    return sent.raw


@action(inputs.Location)
async def location(pg: "Playground", person: Person, asked: inputs.Location) -> Json:
    return (await person.send_location(asked.latitude, asked.longitude, **place(pg, asked))).raw


@action(inputs.Tap)
async def tap(_: "Playground", person: Person, asked: inputs.Tap) -> Json:
    return (await person.tap(asked.text)).raw


@action(inputs.Press)
async def press(pg: "Playground", person: Person, asked: inputs.Press) -> Json:
    message = _message(pg, person, asked)
    data = asked.data if asked.data is not None else message.button(asked.button or "").data
    return asdict(await person.press_data(message, data or "", asked.timeout))


@action(inputs.Edit)
async def edit(pg: "Playground", person: Person, asked: inputs.Edit) -> Json:
    return (await person.edit(_message(pg, person, asked), asked.text)).raw


@action(inputs.OnMessage)
async def delete(pg: "Playground", person: Person, asked: inputs.OnMessage) -> Json:
    await person.delete(_message(pg, person, asked))
    return {}


@action(inputs.React)
async def react(pg: "Playground", person: Person, asked: inputs.React) -> Json:
    await person.react(_message(pg, person, asked), asked.emoji)
    return {}


@action(inputs.Block)
async def block(_: "Playground", person: Person, asked: inputs.Block) -> Json:
    (person.block_bot if asked.blocked else person.unblock_bot)()
    return {"blocked": asked.blocked}


@action(inputs.Inline)
async def inline(_: "Playground", person: Person, asked: inputs.Inline) -> Json:
    return asdict(await person.inline(asked.query, asked.offset))


@action(inputs.Choose)
async def choose(pg: "Playground", person: Person, asked: inputs.Choose) -> Json:
    return (await person.choose(asked.result, asked.query, **place(pg, asked))).raw


@action(inputs.OnMessage)
async def pay(pg: "Playground", person: Person, asked: inputs.OnMessage) -> Json:
    return (await person.pay(_message(pg, person, asked))).raw
