"""What a person can send: words, files, albums, places, contacts."""

import itertools
import secrets
from typing import Unpack

from bot.playground.actor import Actor, Place
from bot.playground.api.messages import poll
from bot.playground.chats import Json
from bot.playground.media import Upload
from bot.playground.picture import picture
from bot.playground.posting import show_keyboard
from bot.playground.seen import Seen
from bot.playground.text.formatting import LONGEST_TEXT, formatted

COLORS = ((106, 153, 215), (214, 137, 97), (120, 180, 120), (170, 120, 190))
HERE = (55.751244, 37.618423)
_colors = itertools.cycle(COLORS)


class Sender(Actor):
    async def write(self, text: str, *, entities: list[Json] | None = None, **place: Unpack[Place]) -> Seen:
        """Write a message; one over 4096 characters goes as several, as the apps do, and the last is given."""
        pieces = [text[start : start + LONGEST_TEXT] for start in range(0, len(text), LONGEST_TEXT)] or [""]
        return [self._write(piece, entities, place) for piece in pieces][-1]

    def _write(self, text: str, entities: list[Json] | None, place: Place) -> Seen:
        plain, found = formatted(text, None, entities)
        if not plain:
            raise ValueError("an empty message can't be sent")
        return self.post({"text": plain, "entities": found} if found else {"text": plain}, **place)

    async def start(self, payload: str = "") -> Seen:
        """Press "Start": from then on the bot may write."""
        return await self.write(f"/start {payload}".strip())

    async def send_file(
        self,
        kind: str,
        file: Upload | None = None,
        caption: str | None = None,
        *,
        album: str | None = None,
        **place: Unpack[Place],
    ) -> Seen:
        """Send a file as photo, document, video, animation, audio, voice, video_note or sticker."""
        upload = file or Upload(picture(next(_colors)))
        content = self.world.files.describe(self.world.files.store(kind, upload))
        if caption:
            text, found = formatted(caption, None, None)
            content |= {"caption": text, "caption_entities": found} if found else {"caption": text}
        if album:
            content["media_group_id"] = album
        return self.post(content, **place)

    async def send_photo(self, caption: str | None = None, file: Upload | None = None, **place: Unpack[Place]) -> Seen:
        return await self.send_file("photo", file, caption, **place)

    async def send_document(
        self,
        caption: str | None = None,
        file: Upload | None = None,
        *,
        name: str = "file.pdf",
        size: int | None = None,
        **place: Unpack[Place],
    ) -> Seen:
        """Send a document; `size` (bytes) may claim any size without the content."""
        upload = file or Upload(b"" if size else picture(), name, "application/pdf", size)
        return await self.send_file("document", upload, caption, **place)

    async def send_video(self, caption: str | None = None, file: Upload | None = None, **place: Unpack[Place]) -> Seen:
        return await self.send_file("video", file, caption, **place)

    async def send_animation(self, caption: str | None = None, **place: Unpack[Place]) -> Seen:
        return await self.send_file("animation", None, caption, **place)

    async def send_audio(self, caption: str | None = None, **place: Unpack[Place]) -> Seen:
        return await self.send_file("audio", None, caption, **place)

    async def send_voice(self, caption: str | None = None, **place: Unpack[Place]) -> Seen:
        return await self.send_file("voice", None, caption, **place)

    async def send_video_note(self, **place: Unpack[Place]) -> Seen:
        return await self.send_file("video_note", **place)

    async def send_sticker(self, **place: Unpack[Place]) -> Seen:
        return await self.send_file("sticker", **place)

    async def send_album(
        self,
        count: int = 2,
        caption: str | None = None,
        *,
        kinds: list[str] | None = None,
        **place: Unpack[Place],
    ) -> list[Seen]:
        """Send several files as one album: separate messages and updates with one media_group_id."""
        album = str(secrets.randbits(53))
        chosen = kinds or ["photo"] * count
        captions = [caption, *[None] * (len(chosen) - 1)]
        return [
            await self.send_file(kind, None, text, album=album, **place)
            for kind, text in zip(chosen, captions, strict=True)
        ]

    async def send_location(
        self, latitude: float = HERE[0], longitude: float = HERE[1], **place: Unpack[Place]
    ) -> Seen:
        return self.post({"location": {"latitude": latitude, "longitude": longitude}}, **place)

    async def send_venue(self, title: str, address: str, **place: Unpack[Place]) -> Seen:
        location = {"latitude": HERE[0], "longitude": HERE[1]}
        venue = {"location": location, "title": title, "address": address}
        return self.post({"location": location, "venue": venue}, **place)

    async def send_poll(self, question: str, options: list[str], **place: Unpack[Place]) -> Seen:
        return self.post({"poll": poll(question, options)}, **place)

    async def send_dice(self, value: int = 6, **place: Unpack[Place]) -> Seen:
        return self.post({"dice": {"emoji": "🎲", "value": value}}, **place)

    async def send_contact(
        self,
        phone: str,
        *,
        first_name: str = "Контакт",
        user_id: int | None = None,
        **place: Unpack[Place],
    ) -> Seen:
        """Send someone's contact; with `user_id` if that one is on Telegram."""
        contact: Json = {"phone_number": phone, "first_name": first_name}
        if user_id is not None:
            contact["user_id"] = user_id
        return self.post({"contact": contact}, **place)

    async def share_contact(self) -> Seen:
        """Share the own number, as the button that asks for it does."""
        if self.phone is None:
            raise ValueError("this person has no phone number: person(…, phone=…)")
        names = {key: self.user[key] for key in ("first_name", "last_name") if key in self.user}
        self.hide_keyboard()
        return self.post({"contact": {"phone_number": self.phone, **names, "user_id": self.id}})

    def hide_keyboard(self) -> None:
        """A keyboard for one use goes away with the use."""
        keyboard = self.chat.chat.keyboard or {}
        if keyboard.get("one_time_keyboard"):
            show_keyboard(self.world, self.chat.chat, None)

    async def send_raw(self, content: Json, **place: Unpack[Place]) -> Seen:
        """Send a message with any fields, for kinds that nobody thought of."""
        return self.post(content, **place)

    async def forward(self, message: Seen, **place: Unpack[Place]) -> Seen:
        origin = {"type": "user", "sender_user": message.raw["from"], "date": message.raw["date"]}
        kept = {key: message.raw[key] for key in (message.kind, "caption", "entities") if key in message.raw}
        return self.post({"forward_origin": origin, **kept}, **place)
