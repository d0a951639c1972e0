"""What agents write in a topic reaches the subscriber, and what the subscriber answers appears in the topic."""

from typing import Any

import pytest

from bot.playground import Seen
from tests.conftest import FrontDesk
from tests.desk.conftest import Posted, a, posted, written

BARE = ("video_note", "sticker")
CAPTIONED = ("photo", "document", "voice", "video", "audio", "animation")


async def test_an_agents_words_reach_the_subscriber_under_the_agents_name(forum: FrontDesk, ticket: Posted) -> None:
    await forum.oleg.write_in(forum.group, "Здравствуйте! Смотрю.", thread=ticket.thread)
    seen = await forum.anna.expect("Смотрю")
    assert seen.text == "Олег · №1\nЗдравствуйте! Смотрю."
    assert seen.html.startswith("<b>Олег · №1</b>")


async def test_the_subscribers_answer_appears_in_the_topic(forum: FrontDesk, ticket: Posted) -> None:
    seen = await written(forum, forum.anna, "Лампочка красная", ticket.thread)
    assert seen.text == "Лампочка красная"


ENTITIES: list[dict[str, Any]] = [
    {"type": "bold", "offset": 0, "length": 4},
    {"type": "text_link", "offset": 5, "length": 5, "url": "https://a.ru/"},
    {"type": "pre", "offset": 11, "length": 2, "language": "sh"},
    {"type": "spoiler", "offset": 14, "length": 3},
]
WORDS = "Жми! сюда😀 ls, тут"


async def test_formatting_reaches_the_subscriber_exactly_moved_under_the_header(
    forum: FrontDesk, ticket: Posted
) -> None:
    await forum.oleg.write(WORDS, entities=ENTITIES, chat=forum.group, thread=ticket.thread)
    seen = await forum.anna.expect("Жми")
    header = "Олег · №1"
    shift = len(header) + 1
    bold = {"type": "bold", "offset": 0, "length": len(header)}
    assert seen.entities == [bold, *({**entity, "offset": entity["offset"] + shift} for entity in ENTITIES)]


async def test_formatting_reaches_the_topic_exactly(forum: FrontDesk, ticket: Posted) -> None:
    await forum.anna.write(WORDS, entities=ENTITIES)
    seen = await forum.group.expect("Жми", thread=ticket.thread)
    assert (seen.text, seen.entities) == (WORDS, ENTITIES)


async def test_every_kind_of_file_goes_both_ways_by_its_file_id(forum: FrontDesk, ticket: Posted) -> None:
    for kind in (*CAPTIONED, *BARE):
        caption = "посмотрите" if kind in CAPTIONED else None
        there = await forum.oleg.send_file(kind, None, caption, chat=forum.group, thread=ticket.thread)
        shown = await forum.anna.expect(a(kind))
        assert shown.file_id == there.file_id
        assert shown.text == ("Олег · №1\nпосмотрите" if caption else "")

        back = await forum.anna.send_file(kind, None, caption)
        arrived = await forum.group.expect(a(kind), thread=ticket.thread)
        assert (arrived.file_id, arrived.text) == (back.file_id, caption or "")


async def test_places_contacts_and_polls_go_both_ways(forum: FrontDesk, ticket: Posted) -> None:
    group, thread = forum.group, ticket.thread
    await forum.oleg.send_location(55.5, 37.5, chat=group, thread=thread)
    await forum.oleg.send_venue("Офис", "ул. Мира, 1", chat=group, thread=thread)
    await forum.oleg.send_contact("+79990001122", first_name="Мастер", chat=group, thread=thread)
    await forum.oleg.send_poll("Когда прийти?", ["утром", "вечером"], chat=group, thread=thread)
    shown = [await forum.anna.expect(a(kind)) for kind in PLACES]
    _check_places(shown)

    await forum.anna.send_location(55.5, 37.5)
    await forum.anna.send_venue("Офис", "ул. Мира, 1")
    await forum.anna.send_contact("+79990001122", first_name="Мастер")
    await forum.anna.send_poll("Когда прийти?", ["утром", "вечером"])
    arrived = [await group.expect(a(kind), thread=thread) for kind in PLACES]
    _check_places(arrived)


PLACES = ("location", "venue", "contact", "poll")


def _check_places(shown: list[Seen]) -> None:
    location, venue, contact, poll = (seen.raw for seen in shown)
    assert (location["location"]["latitude"], location["location"]["longitude"]) == (55.5, 37.5)
    assert (venue["venue"]["title"], venue["venue"]["address"]) == ("Офис", "ул. Мира, 1")
    assert (contact["contact"]["phone_number"], contact["contact"]["first_name"]) == ("+79990001122", "Мастер")
    assert poll["poll"]["question"] == "Когда прийти?"


async def test_an_album_stays_one_album_both_ways_and_what_follows_waits_behind_it(
    forum: FrontDesk, ticket: Posted
) -> None:
    sent = await forum.oleg.send_album(
        caption="три фото", kinds=["photo", "video", "photo"], chat=forum.group, thread=ticket.thread
    )
    await forum.oleg.write_in(forum.group, "после альбома", thread=ticket.thread)
    await forum.anna.expect("после альбома")
    album = [seen for seen in forum.anna.chat.messages if seen.album]
    assert [seen.file_id for seen in album] == [seen.file_id for seen in sent]
    assert len({seen.album for seen in album}) == 1
    assert album[0].text == "Олег · №1\nтри фото"
    assert forum.anna.chat.messages[-1].text.endswith("после альбома")

    back = await forum.anna.send_album(caption="вот", kinds=["document", "document"])
    await forum.anna.write("это всё")
    await forum.group.expect("это всё", thread=ticket.thread)
    arrived = [seen for seen in forum.group.messages(ticket.thread) if seen.album and seen.kind == "document"]
    assert [seen.file_id for seen in arrived] == [seen.file_id for seen in back]
    assert len({seen.album for seen in arrived}) == 1


async def test_a_reply_answers_the_same_message_on_the_other_side(forum: FrontDesk, ticket: Posted) -> None:
    mine = await forum.anna.write("какой у меня адрес?")
    there = await forum.group.expect("какой у меня адрес?", thread=ticket.thread)
    asked = await forum.oleg.write_in(forum.group, "вот этот", thread=ticket.thread, reply_to=there)
    shown = await forum.anna.expect("вот этот")
    assert shown.reply_to == mine.id

    await forum.anna.write("нет, другой", reply_to=shown)
    assert (await forum.group.expect("нет, другой", thread=ticket.thread)).reply_to == asked.id


async def test_a_reply_to_a_message_that_is_gone_arrives_without_it(forum: FrontDesk, ticket: Posted) -> None:
    mine = await forum.anna.write("ой, не то")
    there = await forum.group.expect("ой, не то", thread=ticket.thread)
    await forum.anna.delete(mine)
    await forum.oleg.write_in(forum.group, "бывает", thread=ticket.thread, reply_to=there)
    assert (await forum.anna.expect("бывает")).reply_to is None


def _quote(text: str) -> dict[str, Any]:
    return {"quote": {"text": text, "position": 0, "is_manual": True}}


async def test_a_quote_goes_along_with_the_reply(forum: FrontDesk, ticket: Posted) -> None:
    mine = await forum.anna.write("Роутер мигает красным, телевизор работает")
    there = await forum.group.expect("Роутер мигает", thread=ticket.thread)
    content = {"text": "давно?", **_quote("мигает красным")}
    await forum.oleg.send_raw(content, chat=forum.group, thread=ticket.thread, reply_to=there)
    shown = await forum.anna.expect("давно?")
    assert (shown.reply_to, shown.raw["quote"]["text"]) == (mine.id, "мигает красным")


async def test_a_refused_quote_goes_as_a_plain_reply(forum: FrontDesk, ticket: Posted) -> None:
    mine = await forum.anna.write("Роутер мигает")
    there = await forum.group.expect("Роутер мигает", thread=ticket.thread)
    await forum.anna.edit(mine, "Всё, прошло")
    content = {"text": "чем мигает?", **_quote("мигает")}
    await forum.oleg.send_raw(content, chat=forum.group, thread=ticket.thread, reply_to=there)
    shown = await forum.anna.expect("чем мигает?")
    assert shown.reply_to == mine.id
    assert "quote" not in shown.raw


async def test_refused_formatting_does_not_keep_the_words_from_arriving(forum: FrontDesk, ticket: Posted) -> None:
    forum.telegram.faults.add(
        "sendMessage", forum.anna.id, times=1, status=400, description="Bad Request: ENTITY_BOUNDS_INVALID"
    )
    await forum.oleg.write("жирное", entities=[_bold(6)], chat=forum.group, thread=ticket.thread)
    shown = await forum.anna.expect("жирное")
    assert (shown.text, shown.entities) == ("Олег · №1\nжирное", [])


def _bold(length: int) -> dict[str, Any]:
    return {"type": "bold", "offset": 0, "length": length}


@pytest.mark.parametrize("length", [4086, 4087, 4096])
async def test_the_longest_text_arrives_whole_with_the_header_where_there_is_room(
    forum: FrontDesk, ticket: Posted, length: int
) -> None:
    words = "й" * length
    await forum.oleg.write_in(forum.group, words, thread=ticket.thread)
    shown = await forum.anna.expect("ййй")
    header = "Олег · №1\n"
    assert shown.text == (header + words if len(header) + length <= 4096 else words)


async def test_the_longest_caption_arrives_whole(forum: FrontDesk, ticket: Posted) -> None:
    await forum.anna.send_photo("ф" * 1024)
    assert (await forum.group.expect(a("photo"), thread=ticket.thread)).text == "ф" * 1024
    await forum.oleg.send_photo("ф" * 1020, chat=forum.group, thread=ticket.thread)
    assert (await forum.anna.expect(a("photo"))).text == "ф" * 1020


async def test_a_caption_longer_than_a_bot_may_send_follows_its_file_as_text(forum: FrontDesk, ticket: Posted) -> None:
    await forum.anna.send_photo("п" * 2000)
    photo = await forum.group.expect(a("photo"), thread=ticket.thread)
    words = await forum.group.expect("ппп", thread=ticket.thread)
    assert (photo.text, words.kind, words.text) == ("", "text", "п" * 2000)


async def test_a_file_too_large_for_a_bot_to_download_is_relayed_all_the_same(forum: FrontDesk, ticket: Posted) -> None:
    sent = await forum.anna.send_document(size=300 * 1024 * 1024, name="запись.mkv")
    shown = await forum.group.expect(a("document"), thread=ticket.thread)
    assert shown.file_id == sent.file_id
    assert not forum.telegram.calls("getFile")


async def test_what_telegram_does_not_let_us_copy_is_told_to_agents(forum: FrontDesk, ticket: Posted) -> None:
    forum.telegram.faults.add("copyMessage", status=400, description="Bad Request: message can't be copied")
    await forum.anna.send_poll("Сколько будет дважды два?", ["4", "5"])
    await forum.group.expect("Абонент прислал сообщение, которое Telegram не принял", thread=ticket.thread)


async def test_two_subscribers_tickets_never_mix(forum: FrontDesk, ticket: Posted) -> None:
    other = await posted(forum, forum.boris, "Телевизор не показывает")
    assert other.thread != ticket.thread
    for number in range(3):
        await forum.anna.write(f"анна {number}")
        await forum.boris.write(f"борис {number}")
        await forum.oleg.write_in(forum.group, f"для анны {number}", thread=ticket.thread)
        await forum.vera.write_in(forum.group, f"для бориса {number}", thread=other.thread)
    await forum.anna.expect("для анны 2")
    await forum.boris.expect("для бориса 2")
    await forum.group.expect("анна 2", thread=ticket.thread)
    await forum.group.expect("борис 2", thread=other.thread)

    assert _numbered(forum.anna.chat.messages, "для анны") == ["0", "1", "2"]
    assert _numbered(forum.boris.chat.messages, "для бориса") == ["0", "1", "2"]
    assert _numbered(forum.group.messages(ticket.thread), "анна ") == ["0", "1", "2"]
    assert _numbered(forum.group.messages(other.thread), "борис ") == ["0", "1", "2"]
    assert not _numbered(forum.anna.chat.messages, "для бориса")
    assert not _numbered(forum.group.messages(ticket.thread), "борис ")


def _numbered(seen: list[Seen], words: str) -> list[str]:
    """The last characters of the messages with some words, in order."""
    return [message.text[-1] for message in seen if message.text.rpartition("\n")[2].startswith(words)]
