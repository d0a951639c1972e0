"""What a person presses: buttons, inline results, "Pay"."""

import secrets
from dataclasses import dataclass, field
from typing import Any, Unpack

from bot.playground.actor import Actor, Place
from bot.playground.chats import Json, snapshot
from bot.playground.posting import compose, from_person
from bot.playground.seen import Seen, tail
from bot.playground.watching import PATIENCE
from bot.playground.world import Query

LONGEST_QUERY = 256  # https://core.telegram.org/bots/api#inlinequery


@dataclass(frozen=True)
class Answer:
    """What the bot answered to a press: a notice over the chat (`text`), an alert to close, or a `url`."""

    text: str = ""
    show_alert: bool = False
    url: str | None = None


@dataclass(frozen=True)
class InlineAnswer:
    results: list[Json]
    next_offset: str = ""
    is_personal: bool = False
    button: Json | None = None
    titles: list[str] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "titles", [str(result.get("title", "")) for result in self.results])


class Presser(Actor):
    async def press(self, message: Seen, button: str, timeout: float = PATIENCE) -> Answer:  # noqa: ASYNC109 - a test says how long it waits
        """Press an inline button, named by its text, a part of it or its data; wait for the bot's answer."""
        found = message.button(button)
        if found.data is None:
            raise ValueError(f"the button {found.text!r} leads elsewhere: {found.raw}")
        return await self.press_data(message, found.data, timeout)

    async def press_data(self, message: Seen, data: str, timeout: float = PATIENCE) -> Answer:  # noqa: ASYNC109 - likewise
        """Press what isn't there: any data, also under a message that has gone."""
        query = self.start_press(message, data)
        await self._answered(query, timeout, f"the button {data!r} of message {message.id}")
        return Answer(**(query.answer or {}))

    def start_press(self, message: Seen, data: str) -> Query:
        """Press without waiting; `answer` of the query is filled when the bot answers."""
        query = self.world.ask("callback", self.id, (message.chat.id, message.id))
        shown = message.chat.messages.get(message.id)
        gone = {"chat": message.chat.wire(), "message_id": message.id, "date": 0}
        self.world.updates.put(
            "callback_query",
            {
                "id": query.id,
                "from": self.user,
                "message": snapshot(shown) if shown else gone,
                "chat_instance": str(abs(hash(message.chat.id)) + 10**18),
                "data": data,
            },
        )
        return query

    async def _answered(self, query: Query, patience: float, what: str) -> Json:
        answer = await self.world.bus.wait_for(self.id, lambda: query.answer, patience)
        if answer is None:
            raise AssertionError(f"the bot has not answered {what} in {patience:g}s;{tail(self.chat.chat)}")
        return answer

    async def inline(self, text: str, offset: str = "", timeout: float = PATIENCE) -> InlineAnswer:  # noqa: ASYNC109 - likewise
        """Type `@bot text` in some chat and wait for what the bot offers."""
        if not self.world.me.get("supports_inline_queries") or len(text) > LONGEST_QUERY:
            raise ValueError("a phone asks no bot without inline mode, and in at most 256 characters")
        query = self.world.ask("inline", self.id)
        asked = {"id": query.id, "from": self.user, "query": text, "offset": offset, "chat_type": "sender"}
        self.world.updates.put("inline_query", asked)
        return InlineAnswer(**await self._answered(query, timeout, f"the inline query {text!r}"))

    async def choose(self, result: Json, text: str = "", **place: Unpack[Place]) -> Seen:
        """Choose an offered result: it is posted in the person's name, in the chat with the bot or in another one."""
        chosen: Json = {"result_id": result["id"], "from": self.user, "query": text}
        if "reply_markup" in result:  # only then may the bot edit it later
            chosen["inline_message_id"] = secrets.token_urlsafe(20)
        self.world.updates.put("chosen_inline_result", chosen)
        content: Json = {**result.get("posted", {"text": result.get("title", "")})}
        if "reply_markup" in result:
            content["reply_markup"] = result["reply_markup"]
        return self.post({**content, "via_bot": self.world.me_as_sender()}, **place)

    async def pay(self, message: Seen, timeout: float = PATIENCE) -> Seen:  # noqa: ASYNC109 - likewise
        """Pay an invoice: the bot is asked, and if it agrees, it gets a successful_payment."""
        invoice, chat = message.raw["invoice"], message.chat
        sums: dict[str, Any] = {
            "currency": invoice["currency"],
            "total_amount": invoice["total_amount"],
            "invoice_payload": self.world.payloads[chat.id, message.id],
        }
        query = self.world.ask("pre_checkout", self.id, (chat.id, message.id))
        self.world.updates.put("pre_checkout_query", {"id": query.id, "from": self.user, **sums})
        answer = await self._answered(query, timeout, "whether the payment may go on")
        if not answer["ok"]:
            raise AssertionError(f"the bot refused the payment: {answer['error_message']}")
        receipt = {"telegram_payment_charge_id": f"t{query.id}", "provider_payment_charge_id": f"p{query.id}"}
        paid = compose(self.world, chat, self.user, {"successful_payment": {**sums, **receipt}})
        return Seen(chat, from_person(self.world, chat, paid))
