"""A person: writes, presses, changes their mind, and sees what comes back."""

from typing import Unpack

from bot.playground.actor import Place
from bot.playground.api.editing import CAPTION, MEDIA, TEXT
from bot.playground.chats import Json
from bot.playground.media import Upload
from bot.playground.membership import block
from bot.playground.picture import picture
from bot.playground.posting import delete, edited_by_person
from bot.playground.presser import Presser
from bot.playground.reactions import set_by_person
from bot.playground.rooms import Room
from bot.playground.seen import Seen, Wanted
from bot.playground.sender import Sender
from bot.playground.text.formatting import formatted
from bot.playground.watching import PATIENCE


class Person(Sender, Presser):
    """Someone with a Telegram account; made by `Playground.person`."""

    async def write_in(self, group: Room, text: str, **place: Unpack[Place]) -> Seen:
        """Write in a group: `thread` is a topic, `anonymous` hides an administrator's name."""
        place["chat"] = group
        return await self.write(text, **place)

    async def tap(self, text: str) -> Seen:
        """Tap a button of the reply keyboard: its text is sent, or the phone number is shared."""
        keyboard = (self.chat.chat.keyboard or {}).get("keyboard", [])
        found = next((button for row in keyboard for button in row if text in button["text"]), None)
        if found is None:
            raise AssertionError(f"no such button: {text!r} in {self.chat.reply_keyboard}")
        if found.get("request_contact"):
            return await self.share_contact()
        self.hide_keyboard()
        return await self.write(found["text"])

    async def edit(self, message: Seen, text: str) -> Seen:
        """Change the text or caption of an own message."""
        field = "text" if "text" in message.raw else "caption"
        plain, found = formatted(text, None, None)
        raw = message.chat.messages[message.id]
        entities = "entities" if field == "text" else "caption_entities"
        raw.pop(entities, None)
        raw |= {field: plain} | ({entities: found} if found else {})
        return Seen(message.chat, edited_by_person(self.world, message.chat, raw))

    async def replace_file(self, message: Seen, kind: str, caption: str | None = None) -> Seen:
        """Put another file in place of an own message's file, or of its text."""
        raw = message.chat.messages[message.id]
        for field in (*MEDIA, *TEXT, *CAPTION):
            raw.pop(field, None)
        raw |= self.world.files.describe(self.world.files.store(kind, Upload(picture())))
        raw |= {"caption": caption} if caption else {}
        return Seen(message.chat, edited_by_person(self.world, message.chat, raw))

    async def delete(self, message: Seen) -> None:
        """Delete a message for everyone. The bot isn't told."""
        delete(self.world, message.chat, [message.id])

    async def react(self, message: Seen, *reactions: str | Json | None, anonymous: bool = False) -> None:
        """Put reactions in place of one's earlier ones: emoji, or Telegram's objects; None takes them away."""
        new = [{"type": "emoji", "emoji": one} if isinstance(one, str) else one for one in reactions if one]
        set_by_person(self.world, message.chat, message.id, self.user, new, hidden=anonymous)

    def block_bot(self) -> None:
        block(self.world, self.chat.chat, blocked=True)

    def unblock_bot(self) -> None:
        block(self.world, self.chat.chat, blocked=False)

    def delete_account(self) -> None:
        """Leave Telegram for good: whoever writes to this person is refused."""
        self.chat.chat.deactivated = True

    async def expect(self, wanted: Wanted = None, timeout: float = PATIENCE) -> Seen:  # noqa: ASYNC109 - a test says how long it waits
        """Wait for the bot's next message in the private chat; see `Room.expect`."""
        return await self.chat.expect(wanted, timeout)

    async def expect_nothing(self, wanted: Wanted = None, seconds: float = 0.3) -> None:
        await self.chat.expect_nothing(wanted, seconds)
